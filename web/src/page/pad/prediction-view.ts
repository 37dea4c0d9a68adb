// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing } from 'lit';
import type { Reading } from '../../lib/results.ts';
import { type Judged, judgeClasses, judgeYesNo } from '../model/certainty.ts';
import { look, nameOf } from '../model/data-look.ts';
import { base } from '../ui/styles.ts';
import { NAMES, PAD } from '../texts.ts';
import { YES_NO_SHORT } from '../model/setting-texts.ts';
import '../ui/digit-image.ts';

/** What the network makes of the drawing, and the pixels it sees. */
export class PredictionView extends LitElement {
  static override properties = {
    reading: { attribute: false },
    /** The digit that means yes; null for 'Which digit?'. */
    positive: { attribute: false },
    /** From which probability on the answer is yes. */
    threshold: { attribute: false },
    trained: { type: Boolean },
    /** The classes' names have changed: other words for them. */
    classes: { attribute: false },
    theme: {},
  };

  declare reading: Reading | null;
  declare positive: number | null;
  declare threshold: number;
  declare trained: boolean;
  declare classes: readonly string[];
  declare theme: string;

  static override styles = [
    base,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        column-gap: 0.75rem;
      }

      .answer {
        display: flex;
        gap: 0.6rem;
        align-items: baseline;
        min-height: 3.3rem;
        line-height: 1.2;
      }

      .quiet [role='status'] {
        font-size: 1.125rem;
      }

      .digit [role='status'] {
        font-size: 2.75rem;
        font-weight: 600;
      }

      .word [role='status'] {
        font-size: 1.5rem;
        font-weight: 600;
      }

      .second {
        color: var(--pencil);
        font-size: 1.25rem;
        white-space: nowrap;
      }

      /* Its line is there before there is an answer, so that nothing moves when one comes. */
      .share {
        min-height: 1.45em;
        white-space: var(--share-space, nowrap);
      }

      figure {
        display: flex;
        gap: 0.5rem;
        align-items: start;
        margin: 0;
        line-height: 1.3;
      }

      .seen {
        display: grid;
        justify-items: end;
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
    this.classes = [];
    this.theme = '';
  }

  override render() {
    const { reading, positive } = this;
    const judged = reading && this.#judge(reading.probabilities);
    const answer = judged ? this.#name(judged.first.answer) : PAD.empty;
    const short = positive === null && answer.length <= 2;
    const kind = judged ? (short ? 'digit' : 'word') : 'quiet';
    // Of weights that have learned nothing every answer is doubtful, and that is said instead.
    const second = judged && this.trained && !judged.sure ? this.#name(judged.second.answer) : '';
    return html`
      <div>
        <h2>${NAMES.prediction}</h2>
        <div class="answer ${kind}">
          <div role="status" aria-label=${NAMES.prediction}>${answer}</div>
          ${second ? html`<span class="second">${PAD.or(second)}</span>` : nothing}
        </div>
        <p class="quiet share">${judged ? this.#sure(judged) : ''}</p>
        <p class="hidden-visually" role="status">${second ? PAD.unsureSpoken(second) : ''}</p>
      </div>
      <figure>
        <div class="seen">
          <figcaption class="quiet" aria-hidden="true">${PAD.seen}</figcaption>
          <slot name="options"></slot>
        </div>
        <mlp-digit-image
          .image=${reading?.image ?? null}
          label=${PAD.seenLabel(look())}
          theme=${this.theme}
        ></mlp-digit-image>
      </figure>
    `;
  }

  #judge(probabilities: Float32Array): Judged {
    return this.positive === null
      ? judgeClasses(probabilities)
      : judgeYesNo(probabilities[0] ?? 0, this.threshold);
  }

  #name(answer: number): string {
    const { positive } = this;
    if (positive === null) return nameOf(answer);
    return answer === 1 ? PAD.yesA(positive) : PAD.no;
  }

  #sure(judged: Judged): string {
    const { positive, trained } = this;
    if (!trained) return PAD.untrained;
    const { first, second, sure } = judged;
    if (positive !== null) {
      const text = YES_NO_SHORT.probability(
        positive,
        first.answer === 1 ? first.share : second.share,
      );
      return sure ? text : YES_NO_SHORT.unsure(text);
    }
    return sure ? PAD.sure(first.share) : PAD.unsure(first, second);
  }
}

customElements.define('mlp-prediction-view', PredictionView);
