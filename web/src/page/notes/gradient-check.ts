// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing } from 'lit';
import type { CheckedWeight, GradientCheckResult } from '../../lib/results.ts';
import { time } from './time.ts';
import { base } from '../ui/styles.ts';
import { GRADIENT_CHECK } from './formulas.ts';
import type { CodeKey } from './code/code-places.ts';
import { type ChosenCell, type GradientCheck, tell } from './notes-state.ts';
import { short } from '../ui/heat-map/numbers.ts';
import { plainName } from '../ui/heat-map/names.ts';
import { stepStyles } from './step-styles.ts';
import './coded-formula.ts';
import { CHECK_TEXTS } from './steps/texts.ts';
import { NAMES } from './texts.ts';

/** Derivatives by the chain rule against differences of the cost. */
export class GradientCheckPanel extends LitElement {
  static override get properties() {
    return {
      check: { attribute: false },
      chosen: { attribute: false },
      code: { attribute: false },
      only: { state: true },
    };
  }

  declare check: GradientCheck;
  declare chosen: ChosenCell | null;
  /** The formula whose code is shown. */
  declare code: CodeKey | null;
  /** Check the chosen weight alone. */
  declare only: boolean;

  static override styles = [
    base,
    stepStyles,
    css`
      :host {
        gap: 0.5rem;
        align-content: start;
      }

      .ask {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        align-items: center;
      }

      select {
        max-width: 100%;
      }

      .scroll {
        max-height: 15rem;
        overflow: auto;
      }

      table {
        font-size: 0.8125rem;
      }

      thead th {
        position: sticky;
        top: 0;
        background: var(--paper);
      }

      .verdict.failed {
        color: var(--pencil);
        font-weight: 600;
      }
    `,
  ];

  constructor() {
    super();
    this.chosen = null;
    this.only = false;
  }

  override render() {
    const { fraction, result, problem } = this.check;
    const weight = this.#weight();
    return html`
      <h3>${CHECK_TEXTS.title}</h3>
      <p class="quiet">${CHECK_TEXTS.about}</p>
      <mlp-coded-formula
        .compiled=${GRADIENT_CHECK}
        .key=${'gradient check'}
        ?open=${this.code === 'gradient check'}
      ></mlp-coded-formula>
      <div class="ask">
        <button type="button" ?disabled=${fraction !== null} @click=${this.#ask}>
          ${NAMES.check}
        </button>
        <select
          aria-label=${CHECK_TEXTS.of}
          ?disabled=${!weight}
          @change=${(event: Event) =>
            (this.only = (event.target as HTMLSelectElement).value === 'chosen')}
        >
          <option value="random" .selected=${!this.only || !weight}>${CHECK_TEXTS.random}</option>
          ${
            weight
              ? html`<option value="chosen" .selected=${this.only}>
                  ${CHECK_TEXTS.chosen(nameOf(weight))}
                </option>`
              : nothing
          }
        </select>
      </div>
      ${
        fraction === null
          ? nothing
          : html`<progress aria-label=${CHECK_TEXTS.running} .value=${fraction}></progress>`
      }
      <div role="status" aria-label=${CHECK_TEXTS.title}>
        ${problem ? html`<p class="problem">${problem}</p>` : nothing}
        ${result && fraction === null ? this.#verdict(result) : nothing}
      </div>
      ${result && fraction === null ? this.#table(result.weights) : nothing}
    `;
  }

  /** The weight behind the chosen cell; a cell of Z belongs to a unit, not to a weight. */
  #weight(): { layer: number; row: number; column: number } | null {
    const { chosen } = this;
    if (!chosen || chosen.letter === 'Z') return null;
    const { layer, row, column } = chosen;
    return { layer, row, column };
  }

  #ask = (): void => tell(this, 'notes-check', this.only ? this.#weight() : null);

  #verdict(result: GradientCheckResult) {
    const { weights, worst, limit, passed, seconds } = result;
    const wrong = weights.filter(({ relativeError }) => !(relativeError < limit)).length;
    const numbers = [short(worst), short(limit), time(seconds)] as const;
    return passed
      ? html`<p class="verdict">${CHECK_TEXTS.passed(weights.length, ...numbers)}</p>`
      : html`<p class="verdict failed">
          ${CHECK_TEXTS.failed(wrong, weights.length, ...numbers)}
        </p>`;
  }

  #table(weights: readonly CheckedWeight[]) {
    const worstFirst = weights.toSorted((a, b) => b.relativeError - a.relativeError);
    return html`
      <div class="scroll" tabindex="0" role="group" aria-label=${CHECK_TEXTS.scrolls}>
        <table aria-label=${NAMES.checked}>
          <thead>
            <tr>
              ${CHECK_TEXTS.columns.map((name) => html`<th scope="col">${name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${worstFirst.map(
              (one) => html`
                <tr>
                  <td>${nameOf(one)}</td>
                  <td>${short(one.weight)}</td>
                  <td>${short(one.analytic)}</td>
                  <td>${short(one.numerical)}</td>
                  <td>${short(one.relativeError)}</td>
                </tr>
              `,
            )}
          </tbody>
        </table>
      </div>
    `;
  }
}

function nameOf({ layer, row, column }: Pick<CheckedWeight, 'layer' | 'row' | 'column'>): string {
  return column === null
    ? `${plainName('b', layer)}(${row})`
    : `${plainName('W', layer)}(${row}, ${column})`;
}

customElements.define('mlp-gradient-check', GradientCheckPanel);
