// SPDX-License-Identifier: MIT
import { css, html, LitElement } from 'lit';
import { base } from '../ui/styles.ts';

const DIGITS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/**
 * Ten buttons, of which one may be chosen. The arrow keys go from one to the next, a digit that is
 * typed chooses its own. Fires `digit-choose` with the digit.
 */
export class DigitChoice extends LitElement {
  static override get properties() {
    return {
      chosen: { attribute: false },
      legend: {},
      hideLegend: { type: Boolean, attribute: 'hide-legend' },
      nameOf: { attribute: false },
      disabled: { type: Boolean },
      current: { state: true },
    };
  }

  declare chosen: number | null;
  /** What is chosen. */
  declare legend: string;
  /** It stands elsewhere. */
  declare hideLegend: boolean;
  /** What a button means, in full. */
  declare nameOf: (digit: number) => string;
  declare disabled: boolean;
  /** The digit that the tabulator key goes to. */
  declare current: number;

  static override styles = [
    base,
    css`
      fieldset {
        margin: 0;
        padding: 0;
        border: 0;
      }

      legend {
        margin-bottom: 0.2rem;
        padding: 0;
      }

      .digits {
        display: grid;
        grid-template-columns: repeat(var(--digit-columns, 10), minmax(0, 1fr));
        gap: 3px;
      }

      button {
        padding: 0;
      }

      button[aria-pressed='true'] {
        border-color: var(--accent);
        background: var(--accent);
        color: var(--on-accent);
        font-weight: 600;
      }
    `,
  ];

  constructor() {
    super();
    this.chosen = null;
    this.legend = '';
    this.hideLegend = false;
    this.nameOf = String;
    this.disabled = false;
    this.current = 0;
  }

  override render() {
    const stop = this.chosen ?? this.current;
    return html`
      <fieldset>
        <legend class=${this.hideLegend ? 'hidden-visually' : 'quiet'}>${this.legend}</legend>
        <div class="digits" @keydown=${this.#key}>
          ${DIGITS.map(
            (digit) => html`
              <button
                type="button"
                aria-label=${this.nameOf(digit)}
                aria-pressed=${digit === this.chosen}
                ?disabled=${this.disabled}
                tabindex=${digit === stop ? 0 : -1}
                @click=${() => this.#choose(digit)}
                @focus=${() => (this.current = digit)}
              >
                ${digit}
              </button>
            `,
          )}
        </div>
      </fieldset>
    `;
  }

  override focus(): void {
    this.#focus(this.chosen ?? this.current);
  }

  #choose(digit: number): void {
    this.dispatchEvent(new CustomEvent('digit-choose', { detail: digit }));
  }

  #key = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typed = /^\d$/.test(event.key) ? Number(event.key) : null;
    const to = typed ?? STEPS[event.key]?.(this.current);
    if (to === undefined) return;
    this.#focus((to + DIGITS.length) % DIGITS.length);
    if (typed !== null) this.#choose(typed);
    event.preventDefault();
  };

  #focus(digit: number): void {
    this.current = digit;
    this.renderRoot.querySelectorAll('button')[digit]?.focus();
  }
}

const STEPS: Readonly<Record<string, (from: number) => number>> = {
  ArrowLeft: (from) => from - 1,
  ArrowUp: (from) => from - 1,
  ArrowRight: (from) => from + 1,
  ArrowDown: (from) => from + 1,
  Home: () => 0,
  End: () => 9,
};

customElements.define('mlp-digit-choice', DigitChoice);
