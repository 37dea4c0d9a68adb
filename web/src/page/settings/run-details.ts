// SPDX-License-Identifier: MIT
import { selectPage } from '../ui/selection.ts';
import { css, html, LitElement, nothing } from 'lit';
import type { State } from '../model/state.ts';
import { base } from '../ui/styles.ts';
import { ENGINE, RESULTS } from './texts.ts';

/** What it runs on, and the weights' checksum, by which two people compare their results. */
export class RunDetails extends LitElement {
  readonly #page = selectPage(this, (state) => ({
    backend: state.backend,
    checksum: state.checksum,
    /** An epoch had only some of the images. */
    ofPart: state.epochs.some(({ complete }) => !complete),
    /** The network has learned from the person's own drawings too. */
    ofDrawings: learnedFromDrawings(state),
  }));

  static override styles = [
    base,
    css`
      :host {
        font-size: 0.8125rem;
      }

      code {
        overflow-wrap: anywhere;
      }
    `,
  ];

  override render() {
    const { backend, checksum } = this.#page.value;
    return html`
      ${backend ? html`<p class="quiet">${ENGINE.runsOn(backend)}</p>` : nothing}
      ${
        checksum
          ? html`
              <details>
                <summary>${RESULTS.checksum}: <code>${checksum.slice(0, 12)}</code></summary>
                <p><code>${checksum}</code></p>
                <p class="quiet">${this.#meaning()}</p>
              </details>
            `
          : nothing
      }
    `;
  }

  #meaning(): string {
    const { backend, ofPart, ofDrawings } = this.#page.value;
    if (ofPart) return RESULTS.checksumPart;
    if (ofDrawings) return RESULTS.checksumDrawings;
    return backend?.math === 'turbo' ? RESULTS.checksumTurbo : RESULTS.checksumNote;
  }
}

function learnedFromDrawings({ used, changes }: State): boolean {
  const shares = changes.flatMap(({ before, after }) => [before.drawings, after.drawings]);
  return [used?.drawings, ...shares].some((share) => (share ?? 0) > 0);
}

customElements.define('mlp-run-details', RunDetails);
