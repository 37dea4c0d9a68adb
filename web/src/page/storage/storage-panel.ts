// SPDX-License-Identifier: MIT
import { html } from 'lit';
import type { LazyCode } from '../ui/view-slot.ts';
import { PANEL } from './texts.ts';

/** The panel 'Storage', for a view-slot: its code is loaded when it is opened first. */
export const STORAGE_PANEL: LazyCode & { readonly title: string } = {
  title: PANEL.title,
  load: () => import('./mlp-storage.ts'),
  element: (active) => html`<mlp-storage ?active=${active}></mlp-storage>`,
};
