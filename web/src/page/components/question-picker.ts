// SPDX-License-Identifier: MIT
import { css, html, LitElement } from 'lit';
import type { NetworkSettings } from '../../lib/settings.ts';
import { emit } from '../events.ts';
import { base } from '../styles.ts';
import { NETWORK } from '../texts.ts';
import './help-button.ts';

const DIGITS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** 'Which digit?' (softmax, ten outputs) or 'Is it a k?' (sigmoid, one output). */
export class QuestionPicker extends LitElement {
  static override properties = {
    network: { attribute: false },
    disabled: { type: Boolean },
  };

  declare network: NetworkSettings;
  declare disabled: boolean;

  static override styles = [
    base,
    css`
      fieldset {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 0.4rem;
        align-items: center;
        margin: 0;
        padding: 0;
        border: 0;
      }

      select {
        padding-inline: 0.3rem 0;
      }

      .choice {
        display: flex;
        gap: 0.3rem;
        align-items: center;
        min-height: var(--touch, 2rem);
      }
    `,
  ];

  override render() {
    const { output, positive } = this.network;
    return html`
      <fieldset ?disabled=${this.disabled}>
        <legend class="hidden-visually">${NETWORK.question}</legend>
        <span class="choice">
          <input
            type="radio"
            name="question"
            id="which"
            .checked=${output === 'softmax'}
            @change=${() => this.#ask('softmax', positive)}
          />
          <label for="which">${NETWORK.which}</label>
        </span>
        <span class="choice">
          <input
            type="radio"
            name="question"
            id="is-it"
            aria-label=${NETWORK.isItLabel(positive)}
            .checked=${output === 'sigmoid'}
            @change=${() => this.#ask('sigmoid', positive)}
          />
          <label for="is-it">${NETWORK.isIt}</label>
          <select
            aria-label=${NETWORK.digit}
            @change=${(event: Event) =>
              this.#ask('sigmoid', Number((event.target as HTMLSelectElement).value))}
          >
            ${DIGITS.map(
              (digit) => html`<option ?selected=${digit === positive}>${digit}</option>`,
            )}</select
          >?
        </span>
        <mlp-help topic="question" label=${NETWORK.question}></mlp-help>
      </fieldset>
    `;
  }

  #ask(output: 'softmax' | 'sigmoid', positive: number): void {
    const layers = this.network.layers.with(-1, output === 'softmax' ? DIGITS.length : 1);
    emit(this, 'mlp-network', { output, positive, layers });
  }
}

customElements.define('mlp-question-picker', QuestionPicker);
