// SPDX-License-Identifier: MIT
import { css, html } from 'lit';
import { NETWORK_PANEL } from './texts.ts';

export const panelStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
    container-type: inline-size;
  }

  .settings {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem 1.5rem;
    align-items: end;
  }

  .settings mlp-choice-field {
    width: min(100%, 16.5rem);
  }

  .words {
    display: grid;
    gap: 0.5rem;
  }

  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.5rem;
    margin: 0;
    padding: 0;
    list-style: none;
    font-size: 0.875rem;
  }

  .legend svg {
    width: 2.5rem;
    height: 0.75rem;
    vertical-align: middle;
  }

  .legend line {
    stroke: var(--accent);
    stroke-width: 2.5;
  }

  .legend .against {
    stroke: var(--pencil);
    stroke-dasharray: 5 4;
  }
`;

/** What the lines mean. */
export function legend() {
  return html`
    <ul class="legend" role="list">
      <li>${sample('for')} ${NETWORK_PANEL.solid}</li>
      <li>${sample('against')} ${NETWORK_PANEL.dashed}</li>
    </ul>
  `;
}

function sample(sign: string) {
  return html`<svg viewBox="0 0 40 12" aria-hidden="true">
    <line class=${sign} x1="0" x2="40" y1="6" y2="6"></line>
  </svg>`;
}
