// SPDX-License-Identifier: MIT
import {
  css,
  html,
  LitElement,
  nothing,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import { base } from '../styles.ts';
import { METHODS } from '../texts/methods.ts';

/** A setting's label, its explanation on demand, and what is wrong with it, round its control. */
export abstract class LabelledField extends LitElement {
  static override properties: PropertyDeclarations = {
    label: {},
    hint: {},
    help: {},
    problem: {},
    disabled: { type: Boolean },
    hideLabel: { type: Boolean, attribute: 'hide-label' },
    row: { type: Boolean, reflect: true },
    explained: { state: true },
  };

  declare label: string;
  /** Always in sight. */
  declare hint: string;
  /** In sight once the question mark is pressed. */
  declare help: string;
  declare problem: string | undefined;
  declare disabled: boolean;
  declare hideLabel: boolean;
  /** The control stands beside its label, not below it. */
  declare row: boolean;
  declare explained: boolean;

  static override styles = [
    base,
    css`
      :host([row]) {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 8.25rem);
        column-gap: 0.5rem;
        align-items: center;
      }

      :host([row]) p {
        grid-column: 1 / -1;
        margin-block: 0.15rem 0.25rem;
      }

      .head {
        display: flex;
        gap: 0.15rem;
        align-items: center;
        min-height: 1.45em;
      }

      label {
        overflow-wrap: anywhere;
      }

      button {
        flex: none;
        display: grid;
        place-items: center;
        min-width: var(--touch-small, 1.5rem);
        min-height: var(--touch-small, 1.5rem);
        padding: 0;
        border: 0;
        background: none;
        color: var(--muted);
        font-size: 0.75rem;
      }

      button span {
        display: grid;
        place-items: center;
        width: 1rem;
        height: 1rem;
        border: 1px solid var(--line);
        border-radius: 50%;
        line-height: 1;
      }

      button:hover span,
      button[aria-expanded='true'] span {
        border-color: var(--accent);
        color: var(--accent);
      }

      input,
      select {
        width: 100%;
        font-size: 0.9375rem;
      }

      select {
        padding-inline: 0.4rem 0;
        font-size: 0.8125rem;
      }
    `,
  ];

  constructor() {
    super();
    this.label = '';
    this.hint = '';
    this.help = '';
    this.disabled = false;
    this.hideLabel = false;
    this.row = false;
    this.explained = false;
  }

  /** The input or select, with the id `field`. */
  protected abstract control(describedBy: string | typeof nothing): TemplateResult;

  override render() {
    const { label, problem, hint, help, hideLabel, explained } = this;
    const described = [problem && 'problem', hint && 'hint', help && explained && 'help'];
    return html`
      <div class=${hideLabel ? 'hidden-visually' : 'head'}>
        <label for="field">${label}</label>
        ${
          help
            ? html`<button
                type="button"
                title=${help}
                aria-label=${METHODS.about(label)}
                aria-expanded=${explained}
                aria-controls="help"
                @click=${() => (this.explained = !explained)}
              >
                <span aria-hidden="true">?</span>
              </button>`
            : nothing
        }
      </div>
      ${this.control(described.filter(Boolean).join(' ') || nothing)}
      ${hint ? html`<p id="hint" class="quiet">${hint}</p>` : nothing}
      ${help ? html`<p id="help" class="quiet" ?hidden=${!explained}>${help}</p>` : nothing}
      ${problem ? html`<p id="problem" class="problem">${problem}</p>` : nothing}
    `;
  }
}
