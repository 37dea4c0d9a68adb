// SPDX-License-Identifier: MIT
import { html, type TemplateResult } from 'lit';
import type { CodeKey } from './code/code-places.ts';
import type { ChosenCell, Walked } from './notes-state.ts';
import type { StepName } from './stops.ts';
import './steps/backward-step.ts';
import './steps/cost-step.ts';
import './steps/forward-step.ts';
import './steps/initialise-step.ts';
import './steps/predict-step.ts';
import './steps/reshape-step.ts';
import './steps/update-step.ts';

interface Shown {
  readonly walked: Walked;
  readonly layer: number;
  readonly chosen: ChosenCell | null;
  readonly code: CodeKey | null;
  readonly threshold: number;
}

/** The element that shows a step. */
export function stepTemplate(step: StepName, shown: Shown): TemplateResult {
  const { walked, layer, chosen, code, threshold } = shown;
  switch (step) {
    case 'reshape':
      return html`<mlp-reshape-step .walked=${walked} .code=${code}></mlp-reshape-step>`;
    case 'initialise':
      return html`<mlp-initialise-step .walked=${walked} .code=${code}></mlp-initialise-step>`;
    case 'forward':
      return html`<mlp-forward-step
        .walked=${walked}
        layer=${layer}
        .chosen=${chosen}
        .code=${code}
      ></mlp-forward-step>`;
    case 'cost':
      return html`<mlp-cost-step .walked=${walked} .code=${code}></mlp-cost-step>`;
    case 'backward':
      return html`<mlp-backward-step
        .walked=${walked}
        layer=${layer}
        .chosen=${chosen}
        .code=${code}
      ></mlp-backward-step>`;
    case 'update':
      return html`<mlp-update-step
        .walked=${walked}
        layer=${layer}
        .chosen=${chosen}
        .code=${code}
      ></mlp-update-step>`;
    case 'predict':
      return html`<mlp-predict-step
        .walked=${walked}
        .code=${code}
        .threshold=${threshold}
      ></mlp-predict-step>`;
  }
}
