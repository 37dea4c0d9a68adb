// SPDX-License-Identifier: MIT
import { selectPage } from '../ui/selection.ts';
import { css, html, LitElement } from 'lit';
import { type BinaryCurves, countAt, type ThresholdCounts } from '../../lib/curves.ts';
import type { Scores } from '../../lib/results.ts';
import { nameOf } from '../model/data-look.ts';
import { percent } from '../model/format.ts';
import { base } from '../ui/styles.ts';
import { FIGURES } from './texts.ts';
import { YES_NO } from './texts.ts';
import './confusion-table.ts';
import './square-plot.ts';
import './threshold-slider.ts';
import './threshold-table.ts';
import type { Place } from './square-plot.ts';

const NO_PLACES = { roc: [] as readonly Place[], pr: [] as readonly Place[] };

/** The yes/no question at every threshold: what one number of accuracy hides. */
export class YesNoPanel extends LitElement {
  readonly #page = selectPage(this, ({ scores, curves, threshold, network, look }) => ({
    ...{ scores, curves, threshold, look },
    /** The digit that means yes. */
    positive: network.positive,
  }));

  #of: BinaryCurves | null = null;
  #places = NO_PLACES;

  /** The two curves, made anew when the scores are others. */
  #curves(curves: BinaryCurves): typeof NO_PLACES {
    if (curves !== this.#of) {
      this.#of = curves;
      this.#places = {
        roc: curves.points.map(rocPlace),
        // Before the first yes there is no precision.
        pr: curves.points.slice(1).map(prPlace),
      };
    }
    return this.#places;
  }

  static override styles = [
    base,
    css`
      :host {
        padding-top: 0.8rem;
        border-top: 1px solid var(--line);
      }

      .parts {
        display: grid;
        gap: 1rem 2rem;
        margin-top: 0.6rem;
      }

      .now {
        display: grid;
        gap: 0.8rem;
        align-content: start;
      }

      @container (min-width: 40rem) {
        .parts {
          grid-template-columns: repeat(2, minmax(0, 1fr));
        }

        .now {
          grid-column: 1 / -1;
        }
      }

      @container (min-width: 66rem) {
        .parts {
          grid-template-columns: minmax(0, 1fr) repeat(2, minmax(0, 19.5rem));
        }

        .now {
          grid-column: auto;
        }
      }

      dl {
        display: grid;
        grid-template-columns: repeat(4, auto);
        gap: 0.4rem 1rem;
        justify-content: space-between;
        margin: 0;
      }

      dt {
        color: var(--muted);
        font-size: 0.8125rem;
      }

      dd {
        margin: 0;
        font-size: 1.125rem;
        font-weight: 600;
        white-space: nowrap;
      }
    `,
  ];

  override render() {
    const { scores, curves } = this.#page.value;
    return html`
      <section aria-labelledby="title">
        <h2 id="title">${YES_NO.title}</h2>
        ${
          scores && curves
            ? this.#results(scores, curves)
            : html`<p class="quiet">${YES_NO.waiting}</p>`
        }
      </section>
    `;
  }

  #results(scores: Scores, curves: BinaryCurves) {
    const { threshold, positive, look } = this.#page.value;
    const now = countAt(scores, threshold);
    const { roc, pr } = this.#curves(curves);
    const examples = scores.yes.length;
    const alwaysNo = (now.falseYes + now.rejected) / examples;
    return html`
      <p>${YES_NO.question(nameOf(look, positive), examples)} ${YES_NO.alwaysNo(alwaysNo)}</p>
      <div class="parts">
        <div class="now">
          <mlp-threshold-slider .threshold=${threshold}></mlp-threshold-slider>
          <dl>
            ${figure(FIGURES.precision, now.precision)} ${figure(FIGURES.recall, now.recall)}
            ${figure(FIGURES.f1, now.f1)} ${figure(YES_NO.accuracy, now.accuracy)}
          </dl>
          <mlp-confusion-table
            .counts=${now}
            .positive=${nameOf(look, positive)}
          ></mlp-confusion-table>
          <mlp-threshold-table .scores=${scores}></mlp-threshold-table>
        </div>
        <mlp-square-plot
          label=${YES_NO.roc}
          .summary=${YES_NO.rocArea(curves.rocArea)}
          .note=${YES_NO.rocPoint(now.falsePositiveRate, now.recall)}
          .xLabel=${YES_NO.rocX}
          .yLabel=${YES_NO.rocY}
          .curve=${roc}
          .mark=${rocPlace(now)}
          diagonal
        ></mlp-square-plot>
        <mlp-square-plot
          label=${YES_NO.pr}
          .summary=${YES_NO.prArea(curves.averagePrecision)}
          .note=${YES_NO.prPoint(now.precision, now.recall)}
          .xLabel=${YES_NO.prX}
          .yLabel=${YES_NO.prY}
          .curve=${pr}
          .mark=${now.found + now.falseYes > 0 ? prPlace(now) : null}
        ></mlp-square-plot>
      </div>
    `;
  }
}

const rocPlace = ({ falsePositiveRate, recall }: ThresholdCounts): Place => [
  falsePositiveRate,
  recall,
];
const prPlace = ({ precision, recall }: ThresholdCounts): Place => [recall, precision];

function figure(name: string, share: number) {
  return html`<div>
    <dt>${name}</dt>
    <dd>${percent(share)}</dd>
  </div>`;
}

customElements.define('mlp-yes-no-panel', YesNoPanel);
