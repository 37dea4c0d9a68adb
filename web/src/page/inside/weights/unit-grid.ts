// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import type { MatrixData } from '../../../lib/results.ts';
import { coloursOf, drawHeatMap } from '../../ui/heat-map/draw.ts';
import { asImage, rowOf } from '../../ui/heat-map/matrix.ts';
import { short } from '../../ui/heat-map/numbers.ts';
import { selectLook } from '../../ui/selection.ts';
import { base } from '../../ui/styles.ts';
import { WEIGHTS } from './texts.ts';
import { largest } from './unit-order.ts';
import { followTheme } from '../../ui/contexts.ts';

/** What the pictures depend on. */
const DRAWN = ['matrix', 'units', 'most', 'theme'] as const;

/** Rows of W_1 as images. Fires `unit-choose` with the number of a unit. */
export class UnitGrid extends LitElement {
  static override get properties() {
    return {
      matrix: { attribute: false },
      units: { attribute: false },
      most: { attribute: false },
      notes: { attribute: false },
      dead: { attribute: false },
      chosen: { type: Number },
      theme: { state: true },
    };
  }

  declare matrix: MatrixData;
  /** Which rows, in which order. */
  declare units: readonly number[];
  /** The number of full colour; null: of each image its own. */
  declare most: number | null;
  /** What stands below the picture of each of these units, beside its number. */
  declare notes: readonly string[];
  declare dead: ReadonlySet<number>;
  declare chosen: number;
  declare theme: string;

  readonly #look = selectLook(this);
  #most: readonly number[] = [];

  static override styles = [
    base,
    css`
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(4rem, 1fr));
        gap: 0.5rem;
        margin: 0;
        padding: 0;
        list-style: none;
      }

      button {
        display: block;
        width: 100%;
        padding: 0 0 0.1rem;
        border: 0;
        border-radius: 0;
        background: none;
        font-size: 0.75rem;
        line-height: 1.3;
        text-align: start;
      }

      canvas {
        display: block;
        width: 100%;
        aspect-ratio: 1;
        border: 1px solid var(--line);
        background: var(--sheet);
        object-fit: contain;
        image-rendering: pixelated;
      }

      button:hover canvas {
        border-color: var(--muted);
      }

      [aria-pressed='true'] canvas {
        outline: 2px solid var(--accent);
      }

      .note {
        display: block;
        color: var(--muted);
        white-space: nowrap;
      }

      .dead {
        color: var(--pencil);
      }
    `,
  ];

  constructor() {
    super();
    followTheme(this);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('matrix') && !changed.has('units')) return;
    this.#most = this.units.map((unit) => largest(rowOf(this.matrix, unit)));
  }

  override render() {
    return html`
      <ul role="list" aria-label=${WEIGHTS.units}>
        ${this.units.map((unit, i) => this.#unit(unit, i))}
      </ul>
    `;
  }

  #unit(unit: number, i: number) {
    const note = this.notes[i];
    return html`
      <li>
        <button
          type="button"
          aria-pressed=${unit === this.chosen}
          @click=${() => this.dispatchEvent(new CustomEvent('unit-choose', { detail: unit }))}
        >
          <canvas aria-hidden="true"></canvas>
          <span class="hidden-visually">${WEIGHTS.unit(unit)}</span>
          <span aria-hidden="true">${unit}</span>
          ${this.dead.has(unit) ? html`<span class="dead">${WEIGHTS.dead}</span>` : nothing}
          ${note ? html`<span class="note">${note}</span>` : nothing}
          ${
            this.most === null
              ? html`<span class="note">${WEIGHTS.most(short(this.#most[i] ?? 0))}</span>`
              : nothing
          }
        </button>
      </li>
    `;
  }

  override updated(changed: PropertyValues<this>): void {
    if (!DRAWN.some((name) => changed.has(name))) return;
    const colours = coloursOf(this);
    this.renderRoot.querySelectorAll('canvas').forEach((canvas, i) => {
      const image = asImage(this.#look.value, rowOf(this.matrix, this.units[i] ?? 0));
      const { rows, columns } = image;
      const frame = { row: 0, column: 0, rows, columns, rowsPerDot: 1, columnsPerDot: 1 };
      drawHeatMap(canvas, image, frame, 'signed', this.most ?? this.#most[i] ?? 0, colours);
    });
  }
}

customElements.define('mlp-unit-grid', UnitGrid);
