// SPDX-License-Identifier: MIT
import { css, html, LitElement } from 'lit';
import { LIMITS } from '../../../lib/settings.ts';
import { base } from '../../ui/styles.ts';
import { NETWORK_PANEL } from './texts.ts';
import { heightOf, unitsAt } from './geometry.ts';

/** What a key adds. */
const KEYS: Readonly<Record<string, number>> = {
  ArrowUp: 1,
  ArrowRight: 1,
  ArrowDown: -1,
  ArrowLeft: -1,
  PageUp: 16,
  PageDown: -16,
};

/**
 * The bar on top of a layer that changes its units. Fires `units-draft` (number, or null: as
 * before) while it is moved, and `units-change` when it is let go.
 */
export class UnitsHandle extends LitElement {
  static override get properties() {
    return {
      units: { type: Number },
      layer: { type: Number },
      disabled: { type: Boolean },
    };
  }

  /** Those of a draft, while there is one. */
  declare units: number;
  declare layer: number;
  declare disabled: boolean;

  /** Where the pointer went down, and the height that the layer had. */
  #drag: { readonly y: number; readonly height: number } | null = null;
  #draft: number | null = null;

  static override styles = [
    base,
    css`
      div {
        display: grid;
        place-items: center;
        width: 2.75rem;
        height: 2.75rem;
        border-radius: 4px;
        cursor: ns-resize;
        touch-action: none;
      }

      span {
        width: 2rem;
        height: 0.5rem;
        border: 1.5px solid var(--accent);
        border-radius: 3px;
        background: var(--sheet);
      }

      div:hover span,
      :focus-visible span {
        background: var(--accent);
      }

      [aria-disabled='true'] {
        cursor: default;
        touch-action: auto;
      }

      [aria-disabled='true'] span,
      [aria-disabled='true']:hover span {
        border-color: var(--line);
        background: var(--sheet);
      }
    `,
  ];

  constructor() {
    super();
    this.units = 1;
    this.layer = 1;
    this.disabled = false;
  }

  override render() {
    const { units, layer, disabled } = this;
    return html`
      <div
        role="slider"
        tabindex="0"
        aria-label=${NETWORK_PANEL.handle(layer)}
        aria-orientation="vertical"
        aria-valuemin="1"
        aria-valuemax=${LIMITS.units}
        aria-valuenow=${units}
        aria-valuetext=${NETWORK_PANEL.units(units)}
        aria-disabled=${disabled}
        title=${NETWORK_PANEL.handleHelp}
        @pointerdown=${this.#down}
        @pointermove=${this.#move}
        @pointerup=${this.#settle}
        @pointercancel=${this.#cancel}
        @keydown=${this.#key}
        @keyup=${this.#settle}
        @blur=${this.#settle}
      >
        <span></span>
      </div>
    `;
  }

  /** Also of a handle that has only just been made. */
  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector('div')?.focus());
  }

  #down = (event: PointerEvent): void => {
    if (this.disabled || event.button !== 0) return;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.#drag = { y: event.clientY, height: heightOf(this.units) };
  };

  #move = (event: PointerEvent): void => {
    const { y, height } = this.#drag ?? {};
    if (y === undefined || height === undefined) return;
    this.#show(unitsAt(height + y - event.clientY));
  };

  #key = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.#cancel();
    const by = KEYS[event.key];
    if (by === undefined || this.disabled || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.#show(Math.min(LIMITS.units, Math.max(1, this.units + by)));
  };

  #cancel = (): void => {
    this.#drag = null;
    if (this.#draft !== null) this.#show(null);
  };

  /** A key or the pointer is let go: the draft is meant. */
  #settle = (): void => {
    this.#drag = null;
    const units = this.#draft;
    if (units === null) return;
    this.#draft = null;
    this.dispatchEvent(new CustomEvent('units-change', { detail: units }));
  };

  #show(units: number | null): void {
    this.#draft = units;
    this.dispatchEvent(new CustomEvent('units-draft', { detail: units }));
  }
}

customElements.define('mlp-units-handle', UnitsHandle);
