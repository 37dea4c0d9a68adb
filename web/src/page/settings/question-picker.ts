// SPDX-License-Identifier: MIT
import { selectPage } from '../ui/selection.ts';
import { isOccupied } from '../model/selectors.ts';
import { css, html, LitElement } from 'lit';
import { withEnds } from '../model/data-look.ts';
import { emit } from '../model/events.ts';
import { base } from '../ui/styles.ts';
import { NETWORK } from './texts.ts';
import '../ui/help/help-button.ts';

/** 'Which digit?' (softmax, ten outputs) or 'Is it a k?' (sigmoid, one output). */
export class QuestionPicker extends LitElement {
  readonly #page = selectPage(this, (state) => ({
    network: state.network,
    look: state.look,
    disabled: isOccupied(state),
  }));

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
    const { network, look, disabled } = this.#page.value;
    const { output, positive } = network;
    return html`
      <fieldset ?disabled=${disabled}>
        <legend class="hidden-visually">${NETWORK.question}</legend>
        <span class="choice">
          <input
            type="radio"
            name="question"
            id="which"
            .checked=${output === 'softmax'}
            @change=${() => this.#ask('softmax', positive)}
          />
          <label for="which">${NETWORK.which(look)}</label>
        </span>
        <span class="choice">
          <input
            type="radio"
            name="question"
            id="is-it"
            aria-label=${NETWORK.isItLabel(look.classes[positive] ?? positive)}
            .checked=${output === 'sigmoid'}
            @change=${() => this.#ask('sigmoid', positive)}
          />
          <label for="is-it">${NETWORK.isIt}</label>
          <select
            aria-label=${NETWORK.digit}
            @change=${(event: Event) =>
              this.#ask('sigmoid', Number((event.target as HTMLSelectElement).value))}
          >
            ${look.classes.map(
              (name, label) =>
                html`<option value=${label} ?selected=${label === positive}>${name}</option>`,
            )}</select
          >?
        </span>
        <mlp-help topic="output" label=${NETWORK.question}></mlp-help>
      </fieldset>
    `;
  }

  #ask(output: 'softmax' | 'sigmoid', positive: number): void {
    const { network, look } = this.#page.value;
    const layers = withEnds(network.layers, output, look);
    emit(this, 'mlp-network', { output, positive, layers });
  }
}

customElements.define('mlp-question-picker', QuestionPicker);
