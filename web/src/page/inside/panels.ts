// SPDX-License-Identifier: MIT
// The panels of 'Look inside'; the address says which is shown, and its code is loaded then.
import { html } from 'lit';
import { INSIDE } from './texts.ts';
import type { LazyCode } from '../shell/views.ts';

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
    element: ({ context, active, theme }) =>
      html`<mlp-answers-panel
        .context=${context}
        ?active=${active}
        theme=${theme}
      ></mlp-answers-panel>`,
  },
  {
    panel: 'weights',
    name: INSIDE.names.weights,
    hash: '#look-inside/weights',
    load: () => import('./weights/mlp-weights.ts'),
    element: ({ context, active, theme }) =>
      html`<mlp-weights-panel
        .context=${context}
        ?active=${active}
        theme=${theme}
      ></mlp-weights-panel>`,
  },
  {
    panel: 'activations',
    name: INSIDE.names.activations,
    hash: '#look-inside/activations',
    load: () => import('./activations/mlp-activations.ts'),
    element: ({ context, active, theme }) =>
      html`<mlp-activations-panel
        .context=${context}
        ?active=${active}
        theme=${theme}
      ></mlp-activations-panel>`,
  },
  {
    panel: 'network',
    name: INSIDE.names.network,
    hash: '#look-inside/network',
    load: () => import('./network/mlp-network.ts'),
    element: ({ context, active, theme }) =>
      html`<mlp-network-panel
        .context=${context}
        ?active=${active}
        theme=${theme}
      ></mlp-network-panel>`,
  },
];

/** The panel that an address asks for, if it names one. */
export function panelIn(hash: string): PanelName | undefined {
  return PANELS.find((one) => one.hash === hash)?.panel;
}
