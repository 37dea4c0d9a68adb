// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, svg } from 'lit';
import { base } from '../styles.ts';
import { type Smoothing, TOOLS } from './texts.ts';
import '../help/help-button.ts';

export type Format = keyof typeof TOOLS.formats;

/** What the buttons ask for: the detail of its event `chart-tool`. */
export type ToolAction = 'log' | 'smooth' | 'in' | 'out' | 'whole' | Format;

const FORMATS = Object.keys(TOOLS.formats) as Format[];

/** A ragged line, a wavy one, and one bow. */
const SMOOTH_ICONS: Record<Smoothing, string> = {
  off: 'M1 11L4 4L6 9L8.5 3L11 10L13 6L15 9',
  light: 'M1 11C3 3 5 4 7 7S11 10 15 7',
  strong: 'M1 12C3 5 8 4.5 15 4',
};

/** Small quiet buttons in a chart's head. */
export class ChartToolbar extends LitElement {
  static override get properties() {
    return {
      chart: {},
      log: { attribute: false },
      smoothing: {},
      zoomed: { type: Boolean },
      open: { state: true },
    };
  }

  /** The chart's name. */
  declare chart: string;
  /** null where a logarithm says nothing. */
  declare log: boolean | null;
  declare smoothing: Smoothing;
  declare zoomed: boolean;
  /** The choice of formats to save in is shown. */
  declare open: boolean;

  static override styles = [
    base,
    css`
      :host {
        position: relative;
      }

      .tools {
        display: flex;
        align-items: center;
        justify-content: end;
      }

      button {
        display: grid;
        place-items: center;
        width: var(--tool-width, 1.625rem);
        min-height: var(--touch-small, 1.5rem);
        padding: 0;
        border-color: transparent;
        background: none;
        color: var(--muted);
        font-size: 0.8125rem;
      }

      button:hover:not(:disabled),
      button:is([aria-pressed='true'], .marked),
      button[aria-expanded='true'] {
        color: var(--ink);
      }

      button:is([aria-pressed='true'], .marked) {
        box-shadow: inset 0 -2px 0 var(--accent);
      }

      button:disabled {
        opacity: 0.45;
      }

      button:focus-visible {
        outline-offset: -2px;
      }

      svg {
        width: 1rem;
        height: 1rem;
        fill: none;
        stroke: currentcolor;
        stroke-width: 1.5;
        stroke-linecap: round;
        stroke-linejoin: round;
      }

      .formats {
        position: absolute;
        top: 100%;
        right: 0;
        z-index: 3;
        display: grid;
        border: 1px solid var(--line);
        border-radius: 4px;
        background: var(--sheet);
      }

      .formats button {
        justify-items: start;
        width: auto;
        min-height: var(--touch, 2rem);
        padding: 0 0.9rem;
        color: var(--ink);
        white-space: nowrap;
      }
    `,
  ];

  constructor() {
    super();
    this.chart = '';
    this.log = null;
    this.smoothing = 'off';
    this.zoomed = false;
    this.open = false;
  }

  override render() {
    const { log, smoothing, zoomed, open } = this;
    return html`
      <div
        class="tools"
        role="group"
        aria-label=${TOOLS.group(this.chart)}
        @keydown=${this.#key}
        @focusout=${this.#left}
      >
        ${
          log === null
            ? nothing
            : this.#button('log', TOOLS.log, html`${TOOLS.logShort}`, { pressed: log })
        }
        ${this.#button('smooth', TOOLS.smoothing[smoothing], icon(SMOOTH_ICONS[smoothing]), {
          marked: smoothing !== 'off',
        })}
        ${this.#button('out', TOOLS.zoomOut, icon('M3 8H13'), { disabled: !zoomed })}
        ${this.#button('in', TOOLS.zoomIn, icon('M3 8H13M8 3V13'))}
        ${this.#button('whole', TOOLS.whole, icon('M5 4L1 8L5 12M11 4L15 8L11 12M1 8H15'), {
          disabled: !zoomed,
        })}
        <button
          type="button"
          class="save"
          aria-label=${TOOLS.save}
          title=${TOOLS.save}
          aria-expanded=${open ? 'true' : 'false'}
          @click=${() => (this.open = !open)}
        >
          ${icon('M8 1V10M4 7L8 11L12 7M2 14.5H14')}
        </button>
        <mlp-help topic="chart" label=${TOOLS.group(this.chart)}></mlp-help>
        ${
          open
            ? html`<div class="formats">
                ${FORMATS.map((format) => this.#button(format, TOOLS.formats[format], html`${TOOLS.formats[format]}`))}
              </div>`
            : nothing
        }
      </div>
    `;
  }

  #button(
    action: ToolAction,
    label: string,
    face: unknown,
    { pressed, marked, disabled }: { pressed?: boolean; marked?: boolean; disabled?: boolean } = {},
  ) {
    return html`
      <button
        type="button"
        aria-label=${label}
        title=${label}
        aria-pressed=${pressed === undefined ? nothing : pressed ? 'true' : 'false'}
        class=${marked ? 'marked' : ''}
        ?disabled=${disabled ?? false}
        @click=${() => this.#ask(action)}
      >
        ${face}
      </button>
    `;
  }

  #ask(action: ToolAction): void {
    if (this.open) this.#close();
    this.dispatchEvent(new CustomEvent<ToolAction>('chart-tool', { detail: action }));
  }

  #close(): void {
    this.open = false;
    this.renderRoot.querySelector<HTMLElement>('.save')?.focus();
  }

  #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.open) return;
    event.stopPropagation();
    this.#close();
  };

  #left = (event: FocusEvent): void => {
    const to = event.relatedTarget as Node | null;
    if (!to || !this.renderRoot.contains(to)) this.open = false;
  };
}

const icon = (path: string) =>
  html`<svg viewBox="0 0 16 16" aria-hidden="true">${svg`<path d=${path} />`}</svg>`;

customElements.define('mlp-chart-toolbar', ChartToolbar);
