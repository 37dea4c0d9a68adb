// SPDX-License-Identifier: MIT
import { css, html, LitElement } from 'lit';
import type { Reading } from '../../lib/protocol.ts';
import { look, nameOf } from '../data-look.ts';
import { base } from '../styles.ts';
import { NAMES, PAD } from '../texts.ts';
import { YES_NO_SHORT } from '../texts/methods.ts';
import './digit-image.ts';

/** What the network makes of the drawing, and the pixels it sees. */
export class PredictionView extends LitElement {
  static override properties = {
    reading: { attribute: false },
    /** The digit that means yes; null for 'Which digit?'. */
    positive: { attribute: false },
    /** From which probability on the answer is yes. */
    threshold: { attribute: false },
    trained: { type: Boolean },
    theme: {},
  };

  declare reading: Reading | null;
  declare positive: number | null;
  declare threshold: number;
  declare trained: boolean;
  declare theme: string;

  static override styles = [
    base,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0.75rem;
      }

      [role='status'] {
        font-size: 1.125rem;
        line-height: 1.2;
        min-height: 3.3rem;
      }

      [role='status'].digit {
        font-size: 2.75rem;
        font-weight: 600;
      }

      [role='status'].word {
        min-height: 1.9rem;
        font-size: 1.5rem;
        font-weight: 600;
      }

      p {
        min-height: 1.45em;
      }

      figure {
        display: flex;
        gap: 0.5rem;
        align-items: end;
        margin: 0;
      }

      mlp-digit-image {
        width: 84px;
      }
    `,
  ];

  constructor() {
    super();
    this.reading = null;
    this.positive = null;
    this.threshold = 0.5;
    this.trained = false;
    this.theme = '';
  }

  override render() {
    const { text, share } = this.#answer();
    const kind = this.reading ? (text.length <= 2 ? 'digit' : 'word') : 'quiet';
    return html`
      <div>
        <h2>${NAMES.prediction}</h2>
        <div role="status" aria-label=${NAMES.prediction} class=${kind}>${text}</div>
        <p class="quiet">
          ${share === null ? '' : this.trained ? this.#sure(share) : PAD.untrained}
        </p>
      </div>
      <figure>
        <figcaption class="quiet" aria-hidden="true">${PAD.seen}</figcaption>
        <mlp-digit-image
          .image=${this.reading?.image ?? null}
          label=${PAD.seenLabel(look())}
          theme=${this.theme}
        ></mlp-digit-image>
      </figure>
    `;
  }

  #sure(share: number): string {
    const { positive } = this;
    return positive === null ? PAD.sure(share) : YES_NO_SHORT.probability(positive, share);
  }

  #answer(): { text: string; share: number | null } {
    const { reading, positive } = this;
    if (!reading) return { text: PAD.empty, share: null };
    const all = [...reading.probabilities];
    if (positive !== null) {
      const yes = all[0] ?? 0;
      return { text: yes >= this.threshold ? PAD.yesA(positive) : PAD.no, share: yes };
    }
    const share = Math.max(...all);
    return { text: nameOf(all.indexOf(share)), share };
  }
}

customElements.define('mlp-prediction-view', PredictionView);
