// SPDX-License-Identifier: MIT
import { selectPage } from '../ui/selection.ts';
import { testAccuracy } from '../model/selectors.ts';
import { alwaysNoOf } from './selectors.ts';
import { css, html, LitElement, nothing } from 'lit';
import { percent } from '../model/format.ts';
import { base } from '../ui/styles.ts';
import { NAMES } from '../model/names.ts';
import { RUN } from './texts.ts';
import '../ui/help/help-button.ts';

/** The share of test images that is answered rightly, large. */
export class TestAccuracy extends LitElement {
  readonly #page = selectPage(this, (state) => ({
    accuracy: testAccuracy(state),
    alwaysNo: alwaysNoOf(state),
    training: state.run === 'training',
  }));

  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.75rem;
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

  override render() {
    const { accuracy, alwaysNo, training } = this.#page.value;
    const kind = accuracy === null ? 'none' : '';
    return html`
      <span class="head">
        <h2>${NAMES.accuracy}</h2>
        <mlp-help topic="accuracy" label=${NAMES.accuracy}></mlp-help>
      </span>
      <div
        role="status"
        aria-live=${training ? 'off' : 'polite'}
        aria-label=${NAMES.accuracy}
        class=${kind}
      >
        ${percent(accuracy)}
      </div>
      ${
        alwaysNo === null
          ? nothing
          : html`<span class="quiet">${RUN.alwaysNoShort(alwaysNo)}</span>`
      }
    `;
  }
}

customElements.define('mlp-test-accuracy', TestAccuracy);
