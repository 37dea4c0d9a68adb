// SPDX-License-Identifier: MIT
import { teller } from '../model/events.ts';

/** What the components tell the panel that holds them. */
export interface DrawingEvents {
  'drawing-choose': string;
  'drawing-label': { readonly id: string; readonly label: number };
  'drawing-remove': string;
}

export type DrawingEvent<Name extends keyof DrawingEvents> = CustomEvent<DrawingEvents[Name]>;

export const tell = teller<DrawingEvents>();
