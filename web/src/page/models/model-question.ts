// SPDX-License-Identifier: MIT
import { html, LitElement, nothing } from 'lit';
import type { OpenOptions, PixelScale } from '../../lib/formats/model.ts';
import { type Activation, CHOICES } from '../../lib/settings.ts';
import { settingValue } from '../model/change-texts.ts';
import { base } from '../ui/styles.ts';
import { type Question, tell } from './models-state.ts';
import { modelsStyles } from './models-styles.ts';
import { ASK } from './texts.ts';

type ScaleName = keyof typeof ASK.scales;

/** x = scale * byte + offset, as programs have it that train on MNIST. */
const SCALES: Readonly<Record<ScaleName, PixelScale>> = {
  unit: { scale: 1 / 255, offset: 0 },
  byte: { scale: 1, offset: 0 },
  signed: { scale: 2 / 255, offset: -1 },
  mnist: { scale: 1 / (255 * 0.3081), offset: -0.1307 / 0.3081 },
};

const ORIENTATIONS = Object.keys(ASK.orientations) as (keyof typeof ASK.orientations)[];

/** What a file does not say: how most have it is chosen already. */
export class ModelQuestion extends LitElement {
  static override get properties() {
    return { question: { attribute: false } };
  }

  declare question: Question;

  static override styles = [base, modelsStyles];

  override render() {
    const { name, model, options } = this.question;
    const asks = (what: keyof OpenOptions) => model.assumed.includes(what) && !(what in options);
    const choice = (
      id: string,
      label: string,
      names: readonly string[],
      texts: (n: string) => string,
    ) =>
      html`<label>
        ${label}
        <select id=${id}>
          ${names.map((one) => html`<option value=${one}>${texts(one)}</option>`)}
        </select>
      </label>`;
    return html`
      <section class="asked" aria-labelledby="title">
        <h3 id="title">${ASK.title(name)}</h3>
        <p class="quiet">${model.layers.join(' – ')}. ${ASK.about}</p>
        ${asks('hidden') ? choice('hidden', ASK.hidden, CHOICES.hidden, settingValue) : nothing}
        ${
          asks('pixels')
            ? choice(
                'pixels',
                ASK.pixels,
                Object.keys(SCALES),
                (one) => ASK.scales[one as ScaleName],
              )
            : nothing
        }
        ${
          asks('orientation')
            ? choice(
                'orientation',
                ASK.orientation,
                ORIENTATIONS,
                (one) => ASK.orientations[one as (typeof ORIENTATIONS)[number]],
              )
            : nothing
        }
        <div class="row">
          <button type="button" @click=${this.#answer}>${ASK.open}</button>
          <button type="button" class="plain" @click=${() => tell(this, 'model-answer', null)}>
            ${ASK.cancel}
          </button>
        </div>
      </section>
    `;
  }

  #answer = (): void => {
    const value = (id: string): string | undefined =>
      this.renderRoot.querySelector<HTMLSelectElement>(`#${id}`)?.value;
    const { options } = this.question;
    const [hidden, pixels, orientation] = [value('hidden'), value('pixels'), value('orientation')];
    tell(this, 'model-answer', {
      ...options,
      ...(hidden !== undefined && { hidden: hidden as Activation }),
      ...(pixels !== undefined && { pixels: SCALES[pixels as ScaleName] }),
      ...(orientation !== undefined && {
        orientation: orientation as (typeof ORIENTATIONS)[number],
      }),
    });
  };
}

customElements.define('mlp-model-question', ModelQuestion);
