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
import type { SettingName } from '../../model/setting-texts.ts';
import type { HelpTopic } from '../help/texts.ts';
import '../help/help-button.ts';

/** A setting's label, its explanation on demand, and what is wrong with it, round its control. */
export abstract class LabelledField extends LitElement {
  static override get properties(): PropertyDeclarations {
    return {
      label: {},
      hint: {},
      topic: {},
      explanation: {},
      problem: {},
      disabled: { type: Boolean },
      hideLabel: { type: Boolean, attribute: 'hide-label' },
      bare: { type: Boolean },
      row: { type: Boolean, reflect: true },
    };
  }

  declare label: string;
  /** Always in sight. */
  declare hint: string;
  /** What the question mark explains. */
  declare topic: HelpTopic | SettingName | undefined;
  /** The same as a text, where that is loaded with the field. */
  declare explanation: string | undefined;
  declare problem: string | undefined;
  declare disabled: boolean;
  declare hideLabel: boolean;
  /** What stands above names it already: the control has the label as its name, and nothing is shown. */
  declare bare: boolean;
  /** The control stands beside its label, not below it. */
  declare row: boolean;

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
        align-items: center;
        min-height: 1.45em;
      }

      label {
        overflow-wrap: anywhere;
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
    this.disabled = false;
    this.hideLabel = false;
    this.bare = false;
    this.row = false;
  }

  /** The input or select, with the id `field`. */
  protected abstract control(describedBy: string | typeof nothing): TemplateResult;

  override render() {
    const { problem, hint } = this;
    const described = [problem && 'problem', hint && 'hint'];
    return html`
      ${this.bare ? nothing : this.#head()}
      ${this.control(described.filter(Boolean).join(' ') || nothing)}
      ${hint ? html`<p id="hint" class="quiet">${hint}</p>` : nothing}
      ${problem ? html`<p id="problem" class="problem">${problem}</p>` : nothing}
    `;
  }

  #head() {
    const { label, topic, explanation, hideLabel } = this;
    return html`
      <div class=${hideLabel ? 'hidden-visually' : 'head'}>
        <label for="field">${label}</label>
        ${
          topic || explanation
            ? html`<mlp-help .topic=${topic} .explanation=${explanation} label=${label}></mlp-help>`
            : nothing
        }
      </div>
    `;
  }
}
