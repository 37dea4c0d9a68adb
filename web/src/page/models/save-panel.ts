// SPDX-License-Identifier: MIT
import { html, LitElement, nothing } from 'lit';
import { FORMS, type ModelForm } from '../../lib/formats/forms.ts';
import { isTrained } from '../model/selectors.ts';
import { base } from '../ui/styles.ts';
import { selectPage } from '../ui/selection.ts';
import { tell } from './models-state.ts';
import { modelsStyles } from './models-styles.ts';
import { FORM_NAMES, FORM_NOTES, MODELS } from './texts.ts';

const NAMES = Object.keys(FORMS) as ModelForm[];

/** The form of a file, and the button that makes it, of the network of the page. */
export class SavePanel extends LitElement {
  static override get properties() {
    return { busy: { type: Boolean }, form: { state: true }, memory: { state: true } };
  }

  /** A file is being made or read. */
  declare busy: boolean;
  declare form: ModelForm;
  declare memory: boolean;

  readonly #page = selectPage(this, (state) => ({
    ready: state.backend !== null && state.busy === null,
    trained: isTrained(state),
  }));

  static override styles = [base, modelsStyles];

  constructor() {
    super();
    this.busy = false;
    this.form = 'safetensors';
    this.memory = false;
  }

  override render() {
    const { form, memory } = this;
    const { ready, trained } = this.#page.value;
    return html`
      <h3>${MODELS.saveTitle}</h3>
      <div class="row">
        <button
          type="button"
          class="main-button"
          ?disabled=${!ready || this.busy}
          @click=${() => tell(this, 'model-save', { run: null, form, memory })}
        >
          ${MODELS.save}
        </button>
        <label class="form">
          ${MODELS.form}
          <select aria-describedby="note" @change=${this.#choose}>
            ${NAMES.map(
              (name) =>
                html`<option value=${name} ?selected=${name === form}>${FORM_NAMES[name]}</option>`,
            )}
          </select>
        </label>
      </div>
      <p id="note" class="quiet">${FORM_NOTES[form]}</p>
      ${
        form === 'safetensors'
          ? html`<label class="check">
              <input
                type="checkbox"
                .checked=${memory}
                @change=${(event: Event) =>
                  (this.memory = (event.target as HTMLInputElement).checked)}
              />
              ${MODELS.memory}
            </label>`
          : nothing
      }
      ${trained ? nothing : html`<p class="quiet">${MODELS.nothing}</p>`}
    `;
  }

  #choose = (event: Event): void => {
    this.form = (event.target as HTMLSelectElement).value as ModelForm;
    this.dispatchEvent(new CustomEvent('form-chosen', { detail: this.form }));
  };
}

customElements.define('mlp-save-panel', SavePanel);
