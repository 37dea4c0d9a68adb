// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, svg } from 'lit';
import { base, squared } from '../ui/styles.ts';
import { tell, type Walked } from './notes-state.ts';
import { NAMES } from './texts.ts';
import { UPDATE_TEXTS } from './steps/texts.ts';
import { short } from '../ui/heat-map/numbers.ts';

const WIDTH = 240;
const HEIGHT = 72;

/** Updates on this very example, and how its cost falls. */
export class UpdatePanel extends LitElement {
  static override get properties() {
    return { walked: { attribute: false } };
  }

  declare walked: Walked;

  static override styles = [
    base,
    squared,
    css`
      :host {
        display: grid;
        gap: 0.5rem;
        align-content: start;
      }

      .buttons,
      .costs {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem 1rem;
        align-items: center;
      }

      output {
        font-size: 1.25rem;
        font-weight: 600;
      }

      svg {
        width: 15rem;
        max-width: 100%;
        border: solid var(--line);
        border-width: 0 0 1px 1px;
        overflow: visible;
      }

      polyline {
        fill: none;
        stroke: var(--accent);
        stroke-width: 2;
      }

      circle {
        fill: var(--accent);
      }

      .scroll {
        max-height: 6.25rem;
        overflow: auto;
      }

      table {
        border-collapse: collapse;
        font-size: 0.8125rem;
      }

      th,
      td {
        padding: 0 0.9rem 0 0;
        text-align: end;
      }

      th {
        position: sticky;
        top: 0;
        background: var(--paper);
        color: var(--muted);
        font-weight: 400;
      }
    `,
  ];

  override render() {
    const { costs, updates, walk } = this.walked;
    return html`
      <h3>${UPDATE_TEXTS.title}</h3>
      <p class="quiet">${UPDATE_TEXTS.about}</p>
      <p>
        J = <output aria-label=${NAMES.cost}>${short(walk.cost)}</output>
        <span class="quiet">${UPDATE_TEXTS.after(updates)}</span>
      </p>
      <div class="buttons">
        <button type="button" @click=${() => tell(this, 'notes-apply', null)}>
          ${NAMES.apply}
        </button>
        <button
          type="button"
          ?disabled=${updates === 0}
          @click=${() => tell(this, 'notes-start-over', null)}
        >
          ${NAMES.startOver}
        </button>
      </div>
      <div class="costs">
        ${costs.length > 1 ? this.#line(costs) : nothing}
        <div class="scroll" tabindex="0" role="group" aria-label=${NAMES.costs}>
          <table aria-label=${NAMES.costs}>
            <thead>
              <tr>
                ${UPDATE_TEXTS.columns.map((name) => html`<th scope="col">${name}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${costs.map(
                (one, i) =>
                  html`<tr>
                    <td>${i}</td>
                    <td>${short(one)}</td>
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>
      </div>
    `;
  }

  override updated(): void {
    const box = this.renderRoot.querySelector('.scroll');
    if (box) box.scrollTop = box.scrollHeight;
  }

  #line(costs: readonly number[]) {
    const top = Math.max(...costs) || 1;
    const points = costs.map((one, i) => ({
      x: (i / (costs.length - 1)) * WIDTH,
      y: HEIGHT * (1 - (0.92 * one) / top),
    }));
    return html`
      <svg class="squared" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
        ${svg`<polyline points=${points.map(({ x, y }) => `${x},${y}`).join(' ')}></polyline>`}
        ${points.map(({ x, y }) => svg`<circle cx=${x} cy=${y} r="3"></circle>`)}
      </svg>
    `;
  }
}

customElements.define('mlp-update-panel', UpdatePanel);
