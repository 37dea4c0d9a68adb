// SPDX-License-Identifier: MIT
import { messageOf } from '../../../lib/errors.ts';
import { css, html, LitElement, nothing } from 'lit';
import { OTHER_HANDS } from '../../../lib/preset-figures.ts';
import type { Batch } from '../../../lib/results.ts';
import type { Context } from '../../model/services.ts';
import { FollowDrawings } from '../../drawings/follow-drawings.ts';
import { base } from '../../ui/styles.ts';
import { HANDS } from './texts.ts';
import type { Theme } from '../../shell/theme.ts';
import { FollowSettings } from './follow-settings.ts';
import { mixedField } from './mixed-field.ts';
import { split } from './preview-state.ts';
import './image-strip.ts';

/** Of generated digits that are shown at once. */
const SHOWN = 8;

/** What is mixed in among the training images: generated digits, and the person's own drawings. */
export class MlpOtherHands extends LitElement {
  static override properties = {
    context: { attribute: false },
    active: { type: Boolean },
    theme: {},
    digits: { state: true },
    problem: { state: true },
  };

  declare context: Context;
  declare active: boolean;
  declare theme: Theme;
  /** The generated digits that are shown; null until they are there. */
  declare digits: Batch | null;
  declare problem: string;

  readonly #settings = new FollowSettings(this);
  readonly #kept = new FollowDrawings(this);
  #first = 0;
  #asked = false;

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
    this.theme = 'light';
    this.digits = null;
    this.problem = '';
  }

  override willUpdate(): void {
    if (!this.active || this.#asked || !this.context.trainer) return;
    this.#asked = true;
    void this.#fetch();
  }

  override render() {
    const { state } = this.#settings;
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
        theme=${this.theme}
      ></mlp-image-strip>
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
      ${mixedField(this, 'drawings', state)}
      <p class="quiet">${HANDS.drawings(this.#kept.state.drawings.length)}</p>
    `;
  }

  /** The next ones. */
  async #fetch(): Promise<void> {
    const { trainer, store } = this.context;
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
