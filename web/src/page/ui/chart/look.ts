// SPDX-License-Identifier: MIT
import type { Smoothing } from './texts.ts';

/** How a chart is looked at. */
export interface Look {
  readonly log: boolean;
  readonly smoothing: Smoothing;
  /** Keys of the lines that are switched off. */
  readonly off: ReadonlySet<string>;
}

const PLAIN: Look = { log: false, smoothing: 'off', off: new Set() };

/** By the chart's label, as long as the page lives. */
const looks = new Map<string, Look>();

export const lookOf = (label: string): Look => looks.get(label) ?? PLAIN;

export function setLook(label: string, change: Partial<Look>): void {
  looks.set(label, { ...lookOf(label), ...change });
}
