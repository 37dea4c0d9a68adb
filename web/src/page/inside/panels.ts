// SPDX-License-Identifier: MIT
// The panels of 'Look inside'; the address says which is shown, and its code is loaded then.
import { html } from 'lit';
import { INSIDE } from './texts.ts';
import type { LazyCode } from '../ui/view-slot.ts';

export type PanelName = keyof typeof INSIDE.names;

export interface Panel extends LazyCode {
  readonly panel: PanelName;
  readonly name: string;
  readonly hash: string;
}

export const PANELS: readonly Panel[] = [
  {
    panel: 'answers',
    name: INSIDE.names.answers,
    hash: '#look-inside/answers',
    load: () => import('./answers/mlp-answers.ts'),
    element: (active) => html`<mlp-answers-panel ?active=${active}></mlp-answers-panel>`,
  },
  {
    panel: 'weights',
    name: INSIDE.names.weights,
    hash: '#look-inside/weights',
    load: () => import('./weights/mlp-weights.ts'),
    element: (active) => html`<mlp-weights-panel ?active=${active}></mlp-weights-panel>`,
  },
  {
    panel: 'activations',
    name: INSIDE.names.activations,
    hash: '#look-inside/activations',
    load: () => import('./activations/mlp-activations.ts'),
    element: (active) => html`<mlp-activations-panel ?active=${active}></mlp-activations-panel>`,
  },
  {
    panel: 'network',
    name: INSIDE.names.network,
    hash: '#look-inside/network',
    load: () => import('./network/mlp-network.ts'),
    element: (active) => html`<mlp-network-panel ?active=${active}></mlp-network-panel>`,
  },
];

/** The panel that an address asks for, if it names one. */
export function panelIn(hash: string): PanelName | undefined {
  return PANELS.find((one) => one.hash === hash)?.panel;
}
