// SPDX-License-Identifier: MIT
import { selectPage } from '../../ui/selection.ts';
import { css, html, LitElement, nothing } from 'lit';
import type { RateSweep } from '../../../lib/index.ts';
import { emit } from '../../model/events.ts';
import { cost } from '../../model/format.ts';
import { canFindRate } from '../../model/selectors.ts';
import type { Finder } from '../../model/state.ts';
import { base } from '../../ui/styles.ts';
import { FINDER, rateText } from './texts.ts';
import './rate-chart.ts';

/** Rows of the table of numbers at most. */
const ROWS = 25;

const NOT_SEARCHED: Finder = { fraction: null, found: null, problem: '' };

/** The search for a learning rate, and what it found. */
export class RateFinder extends LitElement {
  readonly #page = selectPage(this, (state) => ({
    finder: state.finder ?? NOT_SEARCHED,
    canFind: canFindRate(state),
  }));

  static override styles = [
    base,
    css`
      :host {
        max-width: 26rem;
        padding-inline-start: 0.6rem;
        border-inline-start: 2px solid var(--line);
        font-size: 0.8125rem;
      }

      h3 {
        font-size: 0.875rem;
      }

      .found {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 0.75rem;
        align-items: center;
        margin-block: 0.4rem;
        font-size: 0.9375rem;
        font-weight: 600;
      }

      .buttons {
        display: flex;
        gap: 0.25rem;
        margin-inline-start: -0.75rem;
      }

      progress {
        margin-block: 0.5rem 0.25rem;
      }

      .scroll {
        max-height: 12rem;
        overflow: auto;
      }

      th,
      td {
        padding: 0.1rem 1rem 0.1rem 0;
        text-align: end;
      }

      th {
        color: var(--muted);
        font-weight: 400;
      }
    `,
  ];

  override render() {
    const { fraction, found, problem } = this.#page.value.finder;
    const searching = fraction !== null;
    return html`
      <section aria-label=${FINDER.title}>
        <h3>${FINDER.title}</h3>
        <p class="quiet">${FINDER.about}</p>
        ${
          searching
            ? html`
                <progress aria-label=${FINDER.progress} max="1" value=${fraction}></progress>
                <p>${FINDER.tried(fraction)}</p>
              `
            : nothing
        }
        <div role="status">
          ${problem ? html`<p>${problem}</p>` : nothing}
          ${found && !searching && !problem ? this.#suggestion(found) : nothing}
        </div>
        ${found && !searching ? this.#chart(found) : nothing}
        <div class="buttons">
          ${
            searching
              ? this.#button('cancel', FINDER.cancel, true)
              : this.#button('find', FINDER.again, this.#page.value.canFind)
          }
          ${this.#button('close', FINDER.close, true)}
        </div>
      </section>
    `;
  }

  #suggestion({ suggested }: RateSweep) {
    if (suggested === null) return html`<p>${FINDER.none}</p>`;
    return html`
      <p class="found">
        ${FINDER.suggested(suggested)}
        <button
          type="button"
          @click=${() => emit(this, 'mlp-training', { learningRate: Number(rateText(suggested)) })}
        >
          ${FINDER.use}
        </button>
      </p>
    `;
  }

  #chart({ rates, costs, suggested }: RateSweep) {
    const every = Math.max(1, Math.ceil(rates.length / ROWS));
    const rows = [...rates.keys()].filter((i) => i % every === 0);
    return html`
      <mlp-rate-chart .rates=${rates} .costs=${costs} .suggested=${suggested}></mlp-rate-chart>
      <details>
        <summary>${FINDER.numbers}</summary>
        <div class="scroll" tabindex="0" role="group" aria-label=${FINDER.numbers}>
          <table aria-label=${FINDER.chart}>
            <thead>
              <tr>
                ${FINDER.columns.map((column) => html`<th scope="col">${column}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${rows.map(
                (i) =>
                  html`<tr>
                    <td>${rateText(rates[i] ?? NaN)}</td>
                    <td>${cost(costs[i])}</td>
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>
      </details>
    `;
  }

  #button(order: 'find' | 'cancel' | 'close', text: string, enabled: boolean) {
    return html`
      <button
        type="button"
        class="plain"
        ?disabled=${!enabled}
        @click=${() => emit(this, 'mlp-finder', order)}
      >
        ${text}
      </button>
    `;
  }
}

customElements.define('mlp-rate-finder', RateFinder);
