// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing } from 'lit';
import type { NetworkSettings } from '../../lib/settings.ts';
import { labelsOf } from '../model/data-look.ts';
import { selectLook } from '../ui/selection.ts';
import { base } from '../ui/styles.ts';
import { clamp } from '../ui/heat-map/frame.ts';
import { labelOfNo, type NotesState, type Source, tell } from './notes-state.ts';
import { SOURCE } from './texts.ts';
import '../ui/digit-image.ts';
import '../ui/field/number-field.ts';

const COUNTS = [8, 16, 32, 64, 128, 256];

/** What to walk with: the drawing, an image of the data, or a batch. */
export class SourcePicker extends LitElement {
  static override get properties() {
    return {
      notes: { attribute: false },
      network: { attribute: false },
    };
  }

  declare notes: NotesState;
  declare network: NetworkSettings;

  readonly #look = selectLook(this);

  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem 1.25rem;
        align-items: center;
      }

      @container (min-width: 44rem) {
        ::slotted(*) {
          margin-inline-start: auto;
        }
      }

      fieldset,
      .group {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 0.6rem;
        align-items: center;
        margin: 0;
        padding: 0;
        border: 0;
      }

      legend {
        float: inline-start;
        margin-inline-end: 0.75rem;
        padding: 0;
        font-weight: 600;
      }

      .choice {
        display: flex;
        gap: 0.4rem;
        align-items: center;
        min-height: var(--touch, 2rem);
      }

      mlp-digit-image {
        width: 2.25rem;
      }

      mlp-number-field {
        width: 5rem;
      }

      button {
        min-width: var(--touch, 2rem);
        padding-inline: 0.4rem;
      }
    `,
  ];

  override render() {
    const { kind } = this.notes.source;
    return html`
      <fieldset>
        <legend>${SOURCE.title}</legend>
        ${(['drawing', 'image', 'batch'] as const).map(
          (one) => html`
            <label class="choice">
              <input
                type="radio"
                name="kind"
                .checked=${one === kind}
                @change=${() => this.#change({ kind: one })}
              />
              ${SOURCE[one]}
            </label>
          `,
        )}
      </fieldset>
      <slot></slot>
      ${kind === 'drawing' ? this.#label() : this.#image()}
    `;
  }

  #change(change: Partial<Source>): void {
    tell(this, 'notes-source', change);
  }

  #label() {
    const { label } = this.notes.source;
    const { output, positive } = this.network;
    const look = this.#look.value;
    const no = labelOfNo(positive);
    // Of a yes/no question any label but the positive one says no.
    const chosen = label === null || output === 'softmax' || label === positive ? label : no;
    const choices =
      output === 'softmax'
        ? labelsOf(look).map((digit) => ({ value: digit, name: SOURCE.a(look, digit) }))
        : [
            { value: positive, name: SOURCE.a(look, positive) },
            { value: no, name: SOURCE.notA(look, positive) },
          ];
    return html`
      <label class="choice">
        ${SOURCE.thisIs}
        <select
          @change=${({ target }: Event) => {
            const { value } = target as HTMLSelectElement;
            this.#change({ label: value === '' ? null : Number(value) });
          }}
        >
          <option value="" .selected=${chosen === null}>${SOURCE.notTold}</option>
          ${choices.map(
            ({ value, name }) =>
              html`<option value=${value} .selected=${value === chosen}>${name}</option>`,
          )}
        </select>
      </label>
    `;
  }

  #image() {
    const { source, images, walked } = this.notes;
    const { kind, part, number, count } = source;
    const last = Math.max(0, images[part] - 1);
    const go = (to: number) => this.#change({ number: clamp(to, 0, last) });
    const by = kind === 'batch' ? count : 1;
    const image = kind === 'image' ? walked?.image : null;
    return html`
      <div class="group">
        <select
          aria-label=${SOURCE.part}
          @change=${({ target }: Event) =>
            this.#change({
              part: (target as HTMLSelectElement).value as Source['part'],
              number: 0,
            })}
        >
          ${(['train', 'test'] as const).map(
            (one) =>
              html`<option value=${one} .selected=${one === part}>${SOURCE.parts[one]}</option>`,
          )}
        </select>
        <button
          type="button"
          aria-label=${SOURCE.earlier}
          ?disabled=${number === 0}
          @click=${() => go(number - by)}
        >
          ‹
        </button>
        <mlp-number-field
          hide-label
          label=${kind === 'batch' ? SOURCE.first : SOURCE.number}
          .value=${number}
          @value-change=${({ detail }: CustomEvent<number>) =>
            Number.isFinite(detail) ? go(Math.round(detail)) : this.requestUpdate()}
        ></mlp-number-field>
        <button
          type="button"
          aria-label=${SOURCE.later}
          ?disabled=${number >= last}
          @click=${() => go(number + by)}
        >
          ›
        </button>
        <span class="quiet">${SOURCE.of(images[part])}</span>
        ${
          image
            ? html`
                <mlp-digit-image
                  .image=${image.image}
                  label=${SOURCE.picture(image.number)}
                ></mlp-digit-image>
                <span>${SOURCE.isA(this.#look.value, image.label)}</span>
              `
            : nothing
        }
        ${kind === 'batch' ? this.#counts(count) : nothing}
      </div>
    `;
  }

  #counts(count: number) {
    return html`
      <label class="choice">
        ${SOURCE.count}
        <select
          @change=${({ target }: Event) =>
            this.#change({ count: Number((target as HTMLSelectElement).value) })}
        >
          ${COUNTS.map((one) => html`<option .selected=${one === count}>${one}</option>`)}
        </select>
      </label>
    `;
  }
}

customElements.define('mlp-source-picker', SourcePicker);
