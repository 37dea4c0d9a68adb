// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing } from 'lit';
import type { SpriteOptions } from '../../../lib/import/types.ts';
import { base } from '../../ui/styles.ts';
import { NAMES, OWN } from './texts.ts';
import { type OwnState, tellWishes, type Wishes } from './own-state.ts';

type Where = SpriteOptions['labels'];

/** How the files are to be read, and what the reader needs to be told. */
export class OwnChoices extends LitElement {
  static override get properties() {
    return { own: { attribute: false } };
  }

  declare own: OwnState;

  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: 0.5rem;
      }

      fieldset,
      form {
        display: flex;
        flex-wrap: wrap;
        gap: 0.3rem 1rem;
        align-items: end;
        margin: 0;
        padding: 0;
        border: 0;
      }

      legend {
        padding: 0;
        font-size: 0.875rem;
        font-weight: 600;
      }

      label {
        display: inline-flex;
        gap: 0.35rem;
        align-items: center;
        min-height: var(--touch, 2rem);
        font-size: 0.875rem;
      }

      input[type='number'] {
        width: 5rem;
        min-height: var(--touch, 2rem);
      }
    `,
  ];

  override render() {
    const { data, needed } = this.own;
    return html`
      ${needed === 'sprite' ? this.#sprite() : nothing}
      ${needed === 'width' ? this.#width() : nothing} ${data ? this.#sizes(data) : nothing}
      ${data ? this.#ink() : nothing}
    `;
  }

  #sizes({ size, width, height }: NonNullable<OwnState['data']>) {
    const own = size === 'own' ? OWN.own(width, height) : OWN.ownSize;
    const radio = (value: 'mnist' | 'own', text: string) => html`
      <label>
        <input
          type="radio"
          name="size"
          .checked=${size === value}
          @change=${() => tellWishes(this, { size: value })}
        />
        ${text}
      </label>
    `;
    return html`
      <fieldset>
        <legend>${NAMES.size}</legend>
        ${radio('mnist', NAMES.asMnist)} ${radio('own', own)}
      </fieldset>
    `;
  }

  #ink() {
    const { invert } = this.own.wishes;
    return html`
      <label>
        ${NAMES.ink}
        <select
          @change=${({ target }: Event) =>
            tellWishes(this, { invert: (target as HTMLSelectElement).value as Wishes['invert'] })}
        >
          ${(['auto', 'no', 'yes'] as const).map(
            (one) =>
              html`<option value=${one} .selected=${one === invert}>${OWN.inks[one]}</option>`,
          )}
        </select>
      </label>
    `;
  }

  #sprite() {
    return html`
      <form @submit=${this.#tellSprite}>
        ${number('tileWidth', NAMES.tileWidth)} ${number('tileHeight', NAMES.tileHeight)}
        <label>
          ${NAMES.labels}
          <select name="labels">
            ${(['file', 'rows', 'columns'] as const).map(
              (one) => html`<option value=${one}>${OWN.labelsOf[one]}</option>`,
            )}
          </select>
        </label>
        <button>${NAMES.again}</button>
      </form>
    `;
  }

  #width() {
    return html`
      <form @submit=${this.#tellWidth}>
        ${number('width', NAMES.width)} <button>${NAMES.again}</button>
      </form>
    `;
  }

  #tellSprite = (event: SubmitEvent): void => {
    const fields = submitted(event);
    const [tileWidth, tileHeight] = [fields.get('tileWidth'), fields.get('tileHeight')].map(Number);
    const labels = fields.get('labels') as Where;
    if (!tileWidth || !tileHeight) return;
    tellWishes(this, { sprite: { tileWidth, tileHeight, labels } });
  };

  #tellWidth = (event: SubmitEvent): void => {
    tellWishes(this, { width: Number(submitted(event).get('width')) });
  };
}

function number(name: string, label: string) {
  return html`
    <label>${label} <input type="number" name=${name} min="1" value="28" required /></label>
  `;
}

function submitted(event: SubmitEvent): FormData {
  event.preventDefault();
  return new FormData(event.target as HTMLFormElement);
}

customElements.define('mlp-own-choices', OwnChoices);
