// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { labelsOf } from '../../model/data-look.ts';
import { selectLook } from '../../ui/selection.ts';
import type { Picture } from '../../ui/gallery/image-gallery.ts';
import type { DataImage } from '../../model/state.ts';
import { base } from '../../ui/styles.ts';
import { CHOSEN, NAMES } from './texts.ts';
import { type AnswersState, tell } from './answers-state.ts';
import '../../ui/gallery/image-gallery.ts';
import '../../ui/gallery/page-links.ts';

/** The images of a cell, or the mistakes. Fires `page-change`. */
export class ChosenImages extends LitElement {
  static override get properties() {
    return {
      answers: { attribute: false },
      onPad: { attribute: false },
    };
  }

  declare answers: AnswersState;
  declare onPad: DataImage | null;

  readonly #look = selectLook(this);

  static override styles = [
    base,
    css`
      .head {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 1.25rem;
        align-items: center;
        scroll-margin-block: 0.5rem 11rem;
      }

      mlp-page-links {
        margin-inline-start: auto;
      }

      .found {
        margin-block: 0.25rem 0.5rem;
      }
    `,
  ];

  override render() {
    const { choice, positive, found, page, pages, shown } = this.answers;
    const title = CHOSEN.title(this.#look.value, positive, choice);
    return html`
      <div class="head">
        <h2>${title}</h2>
        ${choice.kind === 'mistakes' ? this.#digits(choice.digit) : this.#back()}
        ${
          pages > 1
            ? html`<mlp-page-links label=${title} page=${page} pages=${pages}></mlp-page-links>`
            : nothing
        }
      </div>
      <p class="found">${CHOSEN.found(choice, found)}</p>
      ${
        shown.length > 0
          ? html`<mlp-image-gallery
              label=${title}
              .pictures=${this.#pictures}
              .onPad=${this.onPad}
            ></mlp-image-gallery>`
          : nothing
      }
    `;
  }

  /** Where there is little room the images of a cell are far below it. */
  override updated(changed: PropertyValues<this>): void {
    const before = changed.get('answers');
    const { choice } = this.answers;
    if (!before || before.choice === choice || choice.kind !== 'cell') return;
    this.renderRoot.querySelector('.head')?.scrollIntoView({ block: 'nearest' });
  }

  get #pictures(): Picture[] {
    const { shown, positive } = this.answers;
    const look = this.#look.value;
    return shown.map((one) => ({
      image: one.image,
      lines: CHOSEN.lines(look, positive, one),
      name: CHOSEN.name(look, positive, one),
    }));
  }

  #digits(digit: number | null) {
    const look = this.#look.value;
    return html`
      <label>
        ${NAMES.digit(look)}
        <select
          @change=${({ target }: Event) => {
            const { value } = target as HTMLSelectElement;
            const chosen = value === '' ? null : Number(value);
            tell(this, 'answers-choice', { kind: 'mistakes', digit: chosen });
          }}
        >
          <option value="" .selected=${digit === null}>${CHOSEN.allDigits(look)}</option>
          ${labelsOf(look).map(
            (one) =>
              html`<option value=${one} .selected=${one === digit}>
                ${CHOSEN.digit(look, one)}
              </option>`,
          )}
        </select>
      </label>
    `;
  }

  #back() {
    return html`
      <button
        type="button"
        @click=${() => tell(this, 'answers-choice', { kind: 'mistakes', digit: null })}
      >
        ${NAMES.all}
      </button>
    `;
  }
}

customElements.define('mlp-chosen-images', ChosenImages);
