// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing } from 'lit';
import type { ImportReport } from '../../../lib/import/types.ts';
import { base } from '../../ui/styles.ts';
import { NAMES, OWN } from './texts.ts';

/** What was read, what was done to it, and what was left out and why. */
export class OwnReport extends LitElement {
  static override get properties() {
    return { report: { attribute: false } };
  }

  declare report: ImportReport;

  static override styles = [
    base,
    css`
      ul {
        margin: 0.2rem 0 0;
        padding-inline-start: 1.1rem;
        font-size: 0.875rem;
        overflow-wrap: anywhere;
      }

      details {
        margin-top: 0.4rem;
      }
    `,
  ];

  override render() {
    const { report } = this;
    return html`
      <h3>${NAMES.read}</h3>
      ${list([...report.read, ...report.notes])}
      ${
        report.skippedCount > 0
          ? html`
              <details open>
                <summary>${OWN.skippedTitle(report)}</summary>
                ${list(OWN.skipped(report))}
              </details>
            `
          : nothing
      }
    `;
  }
}

const list = (lines: readonly string[]) =>
  html`<ul>
    ${lines.map((line) => html`<li>${line}</li>`)}
  </ul>`;

customElements.define('mlp-own-report', OwnReport);
