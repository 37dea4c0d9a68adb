// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing } from 'lit';
import type { Backend } from '../../lib/results.ts';
import { base } from '../ui/styles.ts';
import { ENGINE, RESULTS } from '../texts.ts';

/** What it runs on, and the weights' checksum, by which two people compare their results. */
export class RunDetails extends LitElement {
  static override properties = {
    backend: { attribute: false },
    checksum: {},
    ofPart: { type: Boolean, attribute: 'of-part' },
    ofDrawings: { type: Boolean, attribute: 'of-drawings' },
  };

  declare backend: Backend | null;
  declare checksum: string | null;
  /** An epoch had only some of the images. */
  declare ofPart: boolean;
  /** The network has learned from the person's own drawings too. */
  declare ofDrawings: boolean;

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

  constructor() {
    super();
    this.backend = null;
    this.checksum = null;
    this.ofPart = false;
    this.ofDrawings = false;
  }

  override render() {
    const { backend, checksum } = this;
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
    if (this.ofPart) return RESULTS.checksumPart;
    if (this.ofDrawings) return RESULTS.checksumDrawings;
    return this.backend?.math === 'turbo' ? RESULTS.checksumTurbo : RESULTS.checksumNote;
  }
}

customElements.define('mlp-run-details', RunDetails);
