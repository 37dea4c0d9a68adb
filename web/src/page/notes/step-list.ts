// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing } from 'lit';
import { base } from '../ui/styles.ts';
import { hashOf, placeOf, type StepName, type Stop, STEPS } from './stops.ts';
import { NAMES, NOTES, STEP_NAMES } from './texts.ts';

/** The steps that come round again, and those before and after them. */
const BEFORE: readonly StepName[] = ['reshape', 'initialise'];
const LOOP: readonly StepName[] = ['forward', 'cost', 'backward', 'update'];
const AFTER: readonly StepName[] = ['predict'];

/** The seven steps as the loop that they are, and the layers of the present one, as links to jump by. */
export class StepList extends LitElement {
  static override get properties() {
    return { stops: { attribute: false }, place: { type: Number } };
  }

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
        gap: 0.25rem 0.25rem;
        align-items: flex-start;
        margin: 0;
        padding: 0;
        list-style: none;
      }

      ul {
        margin-top: 0.25rem;
        font-size: 0.875rem;
      }

      /* The loop: what comes round again stands in a frame, and the way back along its lower edge. */
      .loop {
        position: relative;
        margin-bottom: 0.7rem;
        padding: 0 0.25rem 0.8rem;
        border: 1.5px solid var(--line);
        border-radius: 0.75rem;
      }

      .loop.here {
        border-color: var(--accent);
      }

      .again {
        position: absolute;
        bottom: -0.7rem;
        inset-inline: 0;
        width: fit-content;
        margin-inline: auto;
        padding-inline: 0.5rem;
        background: var(--paper);
        color: var(--muted);
        font-size: 0.8125rem;
        line-height: 1.3rem;
        white-space: nowrap;
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
          ${BEFORE.map((step) => this.#link(step))}
          <li class="loop ${now && LOOP.includes(now.step) ? 'here' : ''}">
            <ol role="list">
              ${LOOP.map((step) => this.#link(step))}
            </ol>
            <span class="again"><span aria-hidden="true">↺</span> ${NOTES.again}</span>
          </li>
          ${AFTER.map((step) => this.#link(step))}
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

  #link(step: StepName) {
    const target = this.stops[placeOf(this.stops, { step, layer: null })];
    const now = this.stops[this.place];
    return html`<li>
      <a
        href=${target ? hashOf(target) : nothing}
        aria-current=${step === now?.step ? 'step' : nothing}
      >
        <span class="number">${STEPS.indexOf(step) + 1}</span> ${STEP_NAMES[step]}
      </a>
    </li>`;
  }
}

customElements.define('mlp-step-list', StepList);
