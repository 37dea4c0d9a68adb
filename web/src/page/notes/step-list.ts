// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing } from 'lit';
import { base } from '../styles.ts';
import { hashOf, placeOf, type Stop, STEPS } from './stops.ts';
import { NAMES, NOTES, STEP_NAMES } from '../texts/notes.ts';

/** The seven steps, and the layers of the present one, as links to jump by. */
export class StepList extends LitElement {
  static override properties = { stops: { attribute: false }, place: { type: Number } };

  declare stops: readonly Stop[];
  /** Of the present stop, in the list. */
  declare place: number;

  static override styles = [
    base,
    css`
      ol,
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 0.5rem;
        margin: 0;
        padding: 0;
        list-style: none;
      }

      ul {
        margin-top: 0.25rem;
        font-size: 0.875rem;
      }

      a {
        display: flex;
        gap: 0.4rem;
        align-items: center;
        min-height: var(--touch, 2rem);
        padding-inline: 0.5rem;
        border-bottom: 2px solid transparent;
        color: var(--accent);
        text-decoration: none;
      }

      a:hover {
        border-bottom-color: var(--line);
      }

      a[aria-current] {
        border-bottom-color: var(--accent);
        color: var(--ink);
        font-weight: 600;
      }

      .number {
        display: inline-grid;
        place-items: center;
        width: 1.375rem;
        height: 1.375rem;
        border: 1.5px solid currentcolor;
        border-radius: 50% 46% 52% 48%;
        font-size: 0.8125rem;
        font-weight: 600;
      }

      a[aria-current] .number {
        border-color: var(--accent);
        background: var(--accent);
        color: var(--on-accent);
      }
    `,
  ];

  override render() {
    const now = this.stops[this.place];
    const layers = this.stops.filter(({ step, layer }) => step === now?.step && layer !== null);
    return html`
      <nav aria-label=${NAMES.steps}>
        <ol role="list">
          ${STEPS.map((step, i) => {
            const target = this.stops[placeOf(this.stops, { step, layer: null })];
            return html`<li>
              <a
                href=${target ? hashOf(target) : nothing}
                aria-current=${step === now?.step ? 'step' : nothing}
              >
                <span class="number">${i + 1}</span> ${STEP_NAMES[step]}
              </a>
            </li>`;
          })}
        </ol>
      </nav>
      ${
        layers.length > 1
          ? html`
              <nav aria-label=${NAMES.layers}>
                <ul role="list">
                  ${layers.map(
                    (stop) =>
                      html`<li>
                        <a
                          href=${hashOf(stop)}
                          aria-current=${stop.layer === now?.layer ? 'true' : nothing}
                        >
                          ${NOTES.layer(stop.layer ?? 0)}
                        </a>
                      </li>`,
                  )}
                </ul>
              </nav>
            `
          : nothing
      }
    `;
  }
}

customElements.define('mlp-step-list', StepList);
