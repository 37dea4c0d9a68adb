// SPDX-License-Identifier: MIT
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { MatrixData } from '../../../lib/results.ts';
import { styled } from '../styled.ts';
import { base } from '../styles.ts';
import { coloursOf, drawHeatMap, type Scale } from './draw.ts';
import { type Band, bandStyle, cellAt, dotStyle, DRAWN, isShown, moved } from './cursor.ts';
import { BORDERS, place, type Placed } from './frame.ts';
import { heatMapStyles } from './styles.ts';
import { at, type Cell, extent } from './matrix.ts';
import { short } from './numbers.ts';
import { HEAT } from './texts.ts';
import { followTheme } from '../contexts.ts';

/**
 * The numbers of a matrix as colours, with a cursor for mouse, finger and keyboard. Fires
 * `cell-point` (Cell or null) where the cursor goes, and `cell-choose` when it may choose.
 */
export class HeatMap extends LitElement {
  static override get properties() {
    return {
      matrix: { attribute: false },
      name: {},
      scale: {},
      most: { attribute: false },
      under: { attribute: false },
      cell: { type: Number },
      height: { type: Number },
      choosable: { type: Boolean },
      square: { type: Boolean },
      describe: { attribute: false },
      marked: { attribute: false },
      band: { attribute: false },
      theme: { state: true },
      cursor: { state: true },
      zoomed: { state: true },
      available: { state: true },
      spoken: { state: true },
    };
  }

  declare matrix: MatrixData;
  /** As people say it: Z_1. */
  declare name: string;
  declare scale: Scale;
  /** The number of full colour; null: the one farthest from 0. */
  declare most: number | null;
  /** What shows through as faint ink: 0 ... 1, of the same shape. */
  declare under: MatrixData | null;
  /** Pixels of a cell at most, and of the whole downward. */
  declare cell: number;
  declare height: number;
  declare choosable: boolean;
  /** Cells are as high as they are wide, as those of an image always are. */
  declare square: boolean;
  /** What a cell is, where its row and column do not say it. */
  declare describe: ((cell: Cell) => string) | null;
  /** A cell that is chosen, or pointed at elsewhere. */
  declare marked: Cell | null;
  /** A whole row, or a whole column, that belongs to what is chosen elsewhere. */
  declare band: Band | null;
  declare theme: string;
  declare cursor: Cell | null;
  declare zoomed: boolean;
  declare available: number;
  /** The reading when the cursor last moved: numbers that change by themselves are not told on. */
  declare spoken: string;

  /** In the window the middle stays where it was chosen, so that cells do not run from the mouse. */
  #middle: Cell = { row: 0, column: 0 };
  #extent = { least: 0, most: 0 };
  readonly #resizes = new ResizeObserver(() => {
    this.available = Math.max(0, this.clientWidth - BORDERS);
  });

  static override styles = [base, heatMapStyles];

  constructor() {
    super();
    followTheme(this);
    this.name = '';
    this.scale = 'signed';
    this.most = null;
    this.under = null;
    this.cell = 16;
    this.height = 256;
    this.choosable = false;
    this.square = false;
    this.describe = null;
    this.marked = null;
    this.band = null;
    this.theme = '';
    this.cursor = null;
    this.zoomed = false;
    this.available = 0;
    this.spoken = '';
  }

  override render() {
    const { matrix, name } = this;
    const placed = this.#placed;
    const large = matrix.rows > 28 || matrix.columns > 28;
    return html`
      <div class="frame" .style=${styled(`width: ${placed.width}px; height: ${placed.height}px`)}>
        <canvas
          tabindex="0"
          role="application"
          aria-label="${name}, ${HEAT.about(matrix.rows, matrix.columns)}"
          aria-describedby="keys"
          class=${this.choosable ? 'choosable' : ''}
          @pointermove=${this.#point}
          @pointerdown=${this.#point}
          @pointerleave=${this.#leave}
          @click=${this.#choose}
          @keydown=${this.#key}
          @focus=${() => this.#moveTo(this.cursor ?? this.marked ?? { row: 0, column: 0 })}
          @blur=${() => this.#moveTo(null)}
        ></canvas>
        ${bandOf(this.band, placed)} ${this.#mark(this.marked, 'marked', placed)}
        ${this.#mark(this.cursor, 'cursor', placed)}
      </div>
      <p class="reading">${this.#reading()}</p>
      <p class="hidden-visually" aria-live="polite">${this.spoken}</p>
      ${large || placed.reduced ? this.#zoomLine(placed) : nothing}
      <p id="keys" hidden>${HEAT.keys} ${this.choosable ? HEAT.choose : ''}</p>
    `;
  }

  /** The way into a matrix too large to tell its cells apart, and what is shown of it. */
  #zoomLine({ frame, reduced }: Placed) {
    const { zoomed, name, matrix } = this;
    const range = (from: number, count: number) => `${from} … ${from + count - 1}`;
    const note = zoomed
      ? HEAT.window(range(frame.row, frame.rows), range(frame.column, frame.columns))
      : reduced
        ? HEAT.blocks(frame.rowsPerDot, frame.columnsPerDot)
        : '';
    return html`
      <p class="zoom">
        ${
          matrix.columns === 1
            ? nothing
            : html`<button
                type="button"
                class="plain"
                aria-label=${zoomed ? HEAT.wholeOf(name) : HEAT.zoomOf(name)}
                @click=${() => (this.zoomed = !zoomed)}
              >
                ${zoomed ? HEAT.whole : HEAT.zoom}
              </button>`
        }
        <span class="quiet">${note}</span>
      </p>
    `;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('matrix')) this.#extent = extent(this.matrix);
  }

  override updated(changed: PropertyValues<this>): void {
    const canvas = this.renderRoot.querySelector('canvas');
    if (!canvas || this.available === 0) return;
    // A cursor that moves leaves the picture as it is, unless the window goes with it.
    if (!this.zoomed && DRAWN.every((name) => !changed.has(name))) return;
    const { least, most } = this.#extent;
    drawHeatMap(
      canvas,
      this.matrix,
      this.#placed.frame,
      this.scale,
      this.most ?? Math.max(Math.abs(least), Math.abs(most)),
      coloursOf(this),
      this.under,
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resizes.disconnect();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resizes.observe(this);
  }

  get #placed(): Placed {
    const { available: width, height, cell, square } = this;
    return place(this.matrix, { width, height, cell, square }, this.zoomed ? this.#middle : null);
  }

  #reading(): string {
    const { cursor, matrix } = this;
    const place = cursor ?? this.marked;
    if (place && place.row < matrix.rows && place.column < matrix.columns) {
      const name = this.describe?.(place) ?? `(${place.row}, ${place.column})`;
      return `${name} ${short(at(matrix, place.row, place.column))}`;
    }
    const { least, most } = this.#extent;
    return least === most ? short(least) : HEAT.range(short(least), short(most));
  }

  #mark(cell: Cell | null, kind: string, placed: Placed) {
    if (!cell || !isShown(cell, placed.frame)) return nothing;
    return html`<div class=${kind} .style=${styled(dotStyle(cell, placed))}></div>`;
  }

  #point = (event: PointerEvent): void => this.#moveTo(cellAt(event, this.#placed.frame));

  /** A finger that is lifted leaves its cell to be read. */
  #leave = (event: PointerEvent): void => {
    if (event.pointerType !== 'touch') this.#moveTo(null);
  };

  #moveTo(cell: Cell | null): void {
    this.cursor = cell;
    if (cell && !this.zoomed) this.#middle = cell;
    this.spoken = cell ? this.#reading() : '';
    this.dispatchEvent(new CustomEvent('cell-point', { detail: cell }));
  }

  #choose = (): void => {
    if (!this.choosable || !this.cursor) return;
    this.dispatchEvent(new CustomEvent('cell-choose', { detail: this.cursor }));
  };

  #key = (event: KeyboardEvent): void => {
    const cell = moved(event, this.cursor ?? { row: 0, column: 0 }, this.matrix);
    if (cell) {
      // The window goes with a cursor that leaves it.
      if (this.zoomed && !isShown(cell, this.#placed.frame)) this.#middle = cell;
      this.#moveTo(cell);
    } else if (event.key === 'Enter' || event.key === ' ') this.#choose();
    else return;
    event.preventDefault();
  };
}

function bandOf(band: Band | null, placed: Placed) {
  const style = band && bandStyle(band, placed);
  return style ? html`<div class="band" .style=${styled(style)}></div>` : nothing;
}

customElements.define('mlp-heat-map', HeatMap);
