// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing } from 'lit';
import { percent } from '../model/format.ts';
import { base } from '../ui/styles.ts';
import { NAMES } from '../model/names.ts';
import { RUN } from './texts.ts';
import '../ui/help/help-button.ts';

/** The share of test images that is answered rightly, large. */
export class TestAccuracy extends LitElement {
  static override get properties() {
    return {
      accuracy: { attribute: false },
      alwaysNo: { attribute: false },
      training: { type: Boolean },
    };
  }

  declare accuracy: number | null;
  /** Of the yes/no question: the share that is answered rightly without looking. */
  declare alwaysNo: number | null;
  /** A screen reader is then told by the progress, which speaks less often. */
  declare training: boolean;

  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 0 1rem;
        align-items: baseline;
      }

      .head {
        display: flex;
        gap: 0.15rem;
        align-items: center;
      }

      [role='status'] {
        font-size: 1.75rem;
        font-weight: 600;
        line-height: 1.2;
        white-space: nowrap;
      }

      .none {
        color: var(--muted);
        font-weight: 400;
      }
    `,
  ];

  constructor() {
    super();
    this.accuracy = null;
    this.alwaysNo = null;
    this.training = false;
  }

  override render() {
    const kind = this.accuracy === null ? 'none' : '';
    return html`
      <span class="head">
        <h2>${NAMES.accuracy}</h2>
        <mlp-help topic="accuracy" label=${NAMES.accuracy}></mlp-help>
      </span>
      <div
        role="status"
        aria-live=${this.training ? 'off' : 'polite'}
        aria-label=${NAMES.accuracy}
        class=${kind}
      >
        ${percent(this.accuracy)}
      </div>
      ${
        this.alwaysNo === null
          ? nothing
          : html`<span class="quiet">${RUN.alwaysNoShort(this.alwaysNo)}</span>`
      }
    `;
  }
}

customElements.define('mlp-test-accuracy', TestAccuracy);
