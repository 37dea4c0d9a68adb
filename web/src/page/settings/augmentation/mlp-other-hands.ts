// SPDX-License-Identifier: MIT
import { selectPage } from '../../ui/selection.ts';
import { messageOf } from '../../../lib/errors.ts';
import { css, html, LitElement, nothing } from 'lit';
import { OTHER_HANDS } from '../../../lib/preset-figures.ts';
import type { Batch } from '../../../lib/results.ts';
import { KeptDrawings } from '../../drawings/index.ts';
import { base } from '../../ui/styles.ts';
import { HANDS } from './texts.ts';
import { mixedField } from './mixed-field.ts';
import { split } from './preview-state.ts';
import './image-strip.ts';
import { LabServices } from '../../ui/contexts.ts';

/** Of generated digits that are shown at once. */
const SHOWN = 8;

/** What is mixed in among the training images: generated digits, and the person's own drawings. */
export class MlpOtherHands extends LitElement {
  static override get properties() {
    return {
      active: { type: Boolean },
      digits: { state: true },
      problem: { state: true },
    };
  }

  declare active: boolean;
  /** The generated digits that are shown; null until they are there. */
  declare digits: Batch | null;
  declare problem: string;

  readonly #settings = selectPage(this, ({ training, problems }) => ({ training, problems }));
  readonly #kept = new KeptDrawings(this);
  #first = 0;
  #asked = false;

  readonly #services = new LabServices(this);

  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: 0.35rem;
      }

      .one {
        display: flex;
        gap: 0.5rem;
        align-items: center;
        justify-content: space-between;
      }

      h3,
      button {
        font-size: 0.8125rem;
      }
    `,
  ];

  constructor() {
    super();
    this.active = false;
    this.digits = null;
    this.problem = '';
  }

  override willUpdate(): void {
    if (!this.active || this.#asked || !this.#services.value.trainer) return;
    this.#asked = true;
    void this.#fetch();
  }

  override render() {
    const { value: state } = this.#settings;
    const { images, labels } = this.digits ?? {};
    const { share, without, mixed } = OTHER_HANDS;
    return html`
      <p class="quiet">${HANDS.about}</p>
      ${mixedField(this, 'otherHands', state)}
      ${
        without && mixed
          ? html`<p class="quiet">${HANDS.effect(share, without, mixed)}</p>`
          : nothing
      }
      <div class="one">
        <h3>${HANDS.preview}</h3>
        <button type="button" class="plain" @click=${() => void this.#fetch()}>
          ${HANDS.others}
        </button>
      </div>
      <mlp-image-strip
        label=${HANDS.preview}
        .nameOf=${(place: number) => HANDS.digit(labels?.[place] ?? 0)}
        .images=${images ? split(images, SHOWN) : []}
      ></mlp-image-strip>
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
      ${mixedField(this, 'drawings', state)}
      <p class="quiet">${HANDS.drawings(this.#kept.state.drawings.length)}</p>
    `;
  }

  /** The next ones. */
  async #fetch(): Promise<void> {
    const { trainer, store } = this.#services.value;
    if (!trainer) return;
    try {
      const { seed } = store.state.network;
      const range = { seed, first: this.#first, count: SHOWN };
      this.digits = await trainer.digits({ ...range, hands: 'other' });
      this.#first += SHOWN;
      this.problem = '';
    } catch (error) {
      this.problem = messageOf(error);
    }
  }
}

customElements.define('mlp-other-hands', MlpOtherHands);
