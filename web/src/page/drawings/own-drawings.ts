// SPDX-License-Identifier: MIT
import { html } from 'lit';
import type { LazyCode } from '../ui/view-slot.ts';

/** The view of the person's own drawings. */
export const OWN_DRAWINGS: LazyCode = {
  load: () => import('./mlp-drawings.ts'),
  element: (active) => html`<mlp-drawings ?active=${active}></mlp-drawings>`,
};
