// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing } from 'lit';
import type { Evaluation } from '../../lib/index.ts';
import { percent } from '../format.ts';
import { base } from '../styles.ts';
import { NAMES, RESULTS } from '../texts.ts';

/** The share of test images that is answered rightly, large; for a yes/no question more. */
export class TestAccuracy extends LitElement {
  static override properties = {
    accuracy: { attribute: false },
    evaluation: { attribute: false },
  };

  declare accuracy: number | null;
  declare evaluation: Evaluation | null;

  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 0 1rem;
        align-items: baseline;
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

      dl {
        display: flex;
        flex-wrap: wrap;
        gap: 0 1rem;
        margin: 0;
      }

      dl div {
        display: flex;
        gap: 0.35rem;
      }

      dt {
        color: var(--muted);
      }

      dd {
        margin: 0;
      }
    `,
  ];

  constructor() {
    super();
    this.accuracy = null;
    this.evaluation = null;
  }

  override render() {
    const { precision, recall, f1 } = this.evaluation ?? {};
    const kind = this.accuracy === null ? 'none' : '';
    return html`
      <h2>${NAMES.accuracy}</h2>
      <div role="status" aria-label=${NAMES.accuracy} class=${kind}>${percent(this.accuracy)}</div>
      ${
        precision === undefined
          ? nothing
          : html`<dl>
              ${figure(RESULTS.precision, precision)} ${figure(RESULTS.recall, recall)}
              ${figure(RESULTS.f1, f1)}
            </dl>`
      }
    `;
  }
}

function figure(name: string, value: number | undefined) {
  return html`<div>
    <dt>${name}</dt>
    <dd>${percent(value)}</dd>
  </div>`;
}

customElements.define('mlp-test-accuracy', TestAccuracy);
