// SPDX-License-Identifier: MIT
import { css, html, LitElement } from 'lit';
import { emit } from '../model/events.ts';
import { base } from '../ui/styles.ts';
import { YES_NO } from './texts.ts';

/** From which probability on the network's answer counts as yes. */
export class ThresholdSlider extends LitElement {
  static override get properties() {
    return { threshold: { attribute: false } };
  }

  declare threshold: number;

  static override styles = [
    base,
    css`
      .head {
        display: flex;
        gap: 0.5rem;
        align-items: baseline;
      }

      label {
        font-weight: 600;
      }

      output {
        margin-inline-start: auto;
        font-size: 1.125rem;
        font-weight: 600;
      }

      input:not([type='radio']) {
        display: block;
        width: 100%;
        margin: 0;
        padding: 0;
        border: 0;
        background: none;
        accent-color: var(--accent);
      }
    `,
  ];

  override render() {
    const { threshold } = this;
    return html`
      <div class="head">
        <label for="threshold">${YES_NO.threshold}</label>
        <output for="threshold" aria-live="off">${threshold.toFixed(2)}</output>
      </div>
      <input
        id="threshold"
        type="range"
        min="0"
        max="1"
        step="0.01"
        .value=${String(threshold)}
        aria-describedby="help"
        @input=${(event: Event) =>
          emit(this, 'mlp-threshold', Number((event.target as HTMLInputElement).value))}
      />
      <p id="help" class="quiet">${YES_NO.thresholdHelp}</p>
    `;
  }
}

customElements.define('mlp-threshold-slider', ThresholdSlider);
