// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing } from 'lit';
import { LINES, READOUT } from './texts.ts';
import { styled } from '../styled.ts';
import { base } from '../styles.ts';
import type { ChartLine } from './line-chart-options.ts';

export interface ReadoutValue {
  readonly name: string;
  readonly letter: string;
  readonly style: ChartLine;
  readonly value: string;
  /** '' when the chart is not smoothed. */
  readonly smoothed: string;
}

export interface Reading {
  /** 'epoch 3' */
  readonly at: string;
  readonly values: readonly ReadoutValue[];
  /** What was changed about there. */
  readonly changes: readonly string[];
}

/** The values at the cursor, over the axis below the lines, where it covers none of them. */
export class ChartReadout extends LitElement {
  static override get properties() {
    return {
      reading: { attribute: false },
      left: { attribute: false },
      top: { attribute: false },
    };
  }

  declare reading: Reading | null;
  /** The cursor's place, in pixels from the left edge of what it stands in. */
  declare left: number;
  declare top: number;

  static override styles = [
    base,
    css`
      :host {
        position: absolute;
        top: 0;
        left: 0;
        z-index: 2;
        max-width: 100%;
        width: max-content;
        pointer-events: none;
        font-size: 0.8125rem;
        line-height: 1.35;
      }

      div {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.8rem;
        padding: 0.05rem 0.5rem;
        border: 1px solid var(--line);
        border-radius: 4px;
        background: var(--sheet);
      }

      span {
        white-space: nowrap;
      }

      .changes {
        flex-basis: 100%;
        white-space: normal;
      }

      svg {
        width: 1.25rem;
        height: 0.6rem;
        margin-inline-end: 0.3rem;
        vertical-align: middle;
      }

      b {
        font-weight: 600;
      }
    `,
  ];

  constructor() {
    super();
    this.reading = null;
    this.left = 0;
    this.top = 0;
  }

  override render() {
    const { reading } = this;
    if (!reading) return nothing;
    return html`
      <div aria-hidden="true">
        <b>${reading.at}</b>
        ${reading.values.map(
          ({ name, letter, style, value, smoothed }) => html`
            <span>
              <svg viewBox="0 0 20 10">
                <path
                  d="M0 5H20"
                  .style=${styled(`stroke: var(${style.colour}); stroke-width: ${style.width}; stroke-dasharray: ${style.dash.join(' ')}`)}
                /></svg
              >${letter ? LINES.letter(letter, name) : name}
              <b>${value}</b>${smoothed && html` ${LINES.bracketed(smoothed)}`}
            </span>
          `,
        )}
        ${reading.values.some(({ smoothed }) => smoothed) ? html`<span class="quiet">${READOUT.brackets}</span>` : nothing}
        ${reading.changes.map((change) => html`<span class="changes">${change}</span>`)}
      </div>
    `;
  }

  /** Centred on the cursor, as far as the chart's edges allow. */
  override updated(): void {
    const room = (this.parentElement?.clientWidth ?? 0) - this.offsetWidth;
    const left = Math.max(0, Math.min(room, this.left - this.offsetWidth / 2));
    this.style.transform = `translate(${Math.round(left)}px, ${this.top}px)`;
  }
}

customElements.define('mlp-chart-readout', ChartReadout);
