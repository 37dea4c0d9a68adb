// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing } from 'lit';
import { base } from '../styles.ts';
import { RESULTS } from '../texts.ts';

/** The weights' checksum, by which two people compare their results. */
export class RunDetails extends LitElement {
  static override properties = { checksum: {} };

  declare checksum: string | null;

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
    if (!this.checksum) return nothing;
    return html`
      <details>
        <summary>${RESULTS.checksum}: <code>${this.checksum.slice(0, 12)}</code></summary>
        <p><code>${this.checksum}</code></p>
        <p class="quiet">${RESULTS.checksumNote}</p>
      </details>
    `;
  }
}

customElements.define('mlp-run-details', RunDetails);
