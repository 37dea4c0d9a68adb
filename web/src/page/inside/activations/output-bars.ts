// SPDX-License-Identifier: MIT
import { css, html, LitElement } from 'lit';
import { nameOf } from '../../model/data-look.ts';
import { percent } from '../../model/format.ts';
import { largestIn } from '../../ui/heat-map/matrix.ts';
import { selectLook } from '../../ui/selection.ts';
import { styled } from '../../ui/styled.ts';
import { base } from '../../ui/styles.ts';
import { ACTIVATIONS } from './texts.ts';

/** A_L as bars. Fires `output-choose`: the output to explain, or null for the network's answer. */
export class OutputBars extends LitElement {
  static override get properties() {
    return {
      probabilities: { attribute: false },
      positive: { attribute: false },
      chosen: { attribute: false },
    };
  }

  declare probabilities: Float32Array;
  /** Of the yes/no question the digit that means yes; null: a class for each output. */
  declare positive: number | null;
  declare chosen: number | null;

  readonly #look = selectLook(this);

  static override styles = [
    base,
    css`
      fieldset {
        display: grid;
        gap: 0.1rem;
        margin: 0;
        padding: 0;
        border: 0;
      }

      legend {
        padding: 0;
        font-size: 0.875rem;
        font-weight: 600;
      }

      label,
      .row {
        display: grid;
        grid-template-columns: 1.25rem 1.25rem minmax(0, 1fr) 4.25rem;
        gap: 0.4rem;
        align-items: center;
        min-height: var(--touch, 1.6rem);
        font-size: 0.875rem;
      }

      label {
        cursor: pointer;
      }

      label.answer {
        grid-template-columns: 1.25rem minmax(0, 1fr);
      }

      .row {
        grid-template-columns: 5.5rem minmax(0, 1fr) 4.25rem;
      }

      .bar {
        height: 0.7rem;
        border-inline-start: 1px solid var(--line);
      }

      .bar span {
        display: block;
        height: 100%;
        background: var(--bar);
      }

      .top {
        font-weight: 600;
      }

      .top .bar span {
        background: var(--accent);
      }

      .share {
        text-align: end;
      }
    `,
  ];

  override render() {
    return this.positive === null ? this.#classes() : this.#yesOrNo(this.positive);
  }

  #classes() {
    const { probabilities, chosen } = this;
    const look = this.#look.value;
    const top = largestIn(probabilities);
    return html`
      <fieldset>
        <legend>${ACTIVATIONS.explain}</legend>
        <label class="answer">
          ${this.#radio(null, chosen === null)} ${ACTIVATIONS.answer(nameOf(look, top))}
        </label>
        ${Array.from(
          probabilities,
          (share, digit) => html`
            <label class=${digit === top ? 'top' : ''}>
              ${this.#radio(digit, chosen === digit)}
              <span>${ACTIVATIONS.digit(look, digit)}</span>
              ${bar(share)}
            </label>
          `,
        )}
      </fieldset>
    `;
  }

  #radio(output: number | null, checked: boolean) {
    return html`<input
      type="radio"
      name="output"
      .checked=${checked}
      @change=${() => this.dispatchEvent(new CustomEvent('output-choose', { detail: output }))}
    />`;
  }

  #yesOrNo(positive: number) {
    const yes = this.probabilities[0] ?? 0;
    const row = (name: string, share: number) => html`
      <div class=${share >= 0.5 ? 'row top' : 'row'}><span>${name}</span>${bar(share)}</div>
    `;
    return html`
      <h3>${ACTIVATIONS.explained}</h3>
      ${row(ACTIVATIONS.yes(this.#look.value, positive), yes)} ${row(ACTIVATIONS.no, 1 - yes)}
      <p class="quiet">${ACTIVATIONS.yesOnly}</p>
    `;
  }
}

function bar(share: number) {
  return html`
    <span class="bar"><span .style=${styled(`width: ${100 * share}%`)}></span></span>
    <span class="share">${percent(share)}</span>
  `;
}

customElements.define('mlp-output-bars', OutputBars);
