// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing } from 'lit';
import { panelStyles } from '../panel-styles.ts';
import { base } from '../../ui/styles.ts';
import { SWEEP } from './texts.ts';
import type { Grid } from './sweep-grid.ts';
import { type SweepProgress, type SweepState, tellSweep } from './sweep-state.ts';
import './sweep-form.ts';
import './sweep-results.ts';

/** A sweep over a grid of settings: what to try, how far it is, what came of it. */
export class SweepPanel extends LitElement {
  static override get properties() {
    return {
      sweep: { attribute: false },
      grid: { attribute: false },
      estimate: { attribute: false },
      kept: { type: Number },
      locked: {},
    };
  }

  declare sweep: SweepState;
  declare grid: Grid;
  declare estimate: number | null;
  declare kept: number;
  /** Why none can start; '' when one can. */
  declare locked: string;

  static override styles = [
    base,
    panelStyles,
    css`
      .figures {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 1.25rem;
        align-items: center;
        margin-bottom: 0.4rem;
      }

      .figures button {
        margin-inline-start: auto;
      }
    `,
  ];

  override render() {
    const { sweep } = this;
    const { progress, results, outcome } = sweep;
    return html`
      <details>
        <summary>${SWEEP.title}</summary>
        <div class="parts">
          <p class="quiet about">${SWEEP.about}</p>
          <mlp-sweep-form
            .grid=${this.grid}
            epochs=${sweep.epochs}
            .estimate=${this.estimate}
            kept=${this.kept}
            locked=${this.locked}
            ?running=${progress !== null}
          ></mlp-sweep-form>
          ${progress ? this.#progress(progress) : nothing}
          <p role="status">${progress ? nothing : outcome}</p>
          ${
            results.length > 0
              ? html`<mlp-sweep-results .swept=${sweep.swept} .results=${results}>
                </mlp-sweep-results>`
              : nothing
          }
        </div>
      </details>
    `;
  }

  #progress({ run, runs, epoch, epochs, imagesPerSecond, share, secondsLeft }: SweepProgress) {
    return html`
      <div>
        <div class="figures">
          <span>${SWEEP.at(run, runs, epoch, epochs)}</span>
          ${imagesPerSecond === null ? nothing : html`<span>${SWEEP.rate(imagesPerSecond)}</span>`}
          ${secondsLeft === null ? nothing : html`<span>${SWEEP.left(secondsLeft)}</span>`}
          <button type="button" @click=${() => tellSweep(this, 'sweep-stop', null)}>
            ${SWEEP.stop}
          </button>
        </div>
        <progress aria-label=${SWEEP.progress} max="1" value=${share}></progress>
      </div>
    `;
  }
}

customElements.define('mlp-sweep-panel', SweepPanel);
