// SPDX-License-Identifier: MIT
import { html, nothing } from 'lit';
import { isImage, nameOf } from '../../model/data-look.ts';
import { asImage, at, type Cell, columnOf, indexOf, pixelOf } from '../../ui/heat-map/matrix.ts';
import { stripCell } from '../../ui/heat-map/frame.ts';
import { reshapeFormulas } from '../coded-formulas.ts';
import { picture } from '../shapes.ts';
import { StepElement } from '../step-element.ts';
import { STEP_NAMES } from '../texts.ts';
import { RESHAPE_TEXTS, STEP_TEXTS, STRATEGY } from './texts.ts';

/** Images beside their columns that fit on the page. */
const SHOWN_IMAGES = 16;
/** Rows and columns of X that the table has. */
const TABLE_PIXELS = 8;
const TABLE_IMAGES = 8;

/** Step 1: pixels into the columns of X, labels into Y; then the strategy, before step 2. */
export class ReshapeStep extends StepElement {
  static override get properties() {
    return { ...StepElement.properties, pointed: { state: true } };
  }

  /** The cell of X that is pointed at, there or in its image. */
  declare pointed: Cell | null;

  constructor() {
    super();
    this.pointed = null;
  }

  override render() {
    const { walk, network, labelled } = this.walked;
    const { X, Y } = walk;
    const { pointed, look } = this;
    const pixel = pointed && isImage(look, X.rows) ? pixelOf(look, pointed.row) : null;
    const strip = {
      layer: null,

      scale: 'ink',
      most: 1,
      cell: stripCell(X.columns),
    } as const;
    const images = isImage(look, X.rows) ? Math.min(X.columns, SHOWN_IMAGES) : 0;
    const single = X.columns === 1;
    return html`
      <div class="formulas">${reshapeFormulas(network, look).map((one) => this.coded(one))}</div>
      <div class="equation">
        ${Array.from({ length: images }, (_, i) =>
          picture({
            ...strip,
            letter: STEP_TEXTS.image(i),
            matrix: asImage(look, columnOf(X, i).values),
            square: true,
            cell: single ? 9 : 4,
            marked: pointed?.column === i ? pixel : null,
            onPoint: (cell) => (this.pointed = cell && { row: indexOf(look, cell), column: i }),
          }),
        )}
        ${picture({
          ...strip,
          letter: 'X',
          matrix: X,
          sign: '→',
          marked: pointed,
          onPoint: (cell) => (this.pointed = cell),
        })}
        ${labelled ? picture({ ...strip, letter: 'Y', matrix: Y, rowNames: this.answers }) : nothing}
        ${this.#table()}
      </div>
      <p class="quiet">
        ${
          pixel
            ? STEP_TEXTS.pixel(pixel.row, pixel.column, indexOf(look, pixel), look.width)
            : images > 0
              ? STEP_TEXTS.reshapeHint
              : nothing
        }
      </p>
      <section>
        <h3>${STRATEGY.title}</h3>
        <p>${STRATEGY.about}</p>
        <ol>
          ${STRATEGY.steps.map(
            ([step, text]) => html`<li><strong>${STEP_NAMES[step]}</strong>${text}</li>`,
          )}
        </ol>
        <p>${STRATEGY.again}</p>
      </section>
    `;
  }

  /** Pixels by image, and the label of each: what X and Y are as numbers. */
  #table() {
    const { walk, batch, labelled } = this.walked;
    const { X, Y } = walk;
    const columns = Math.min(X.columns, TABLE_IMAGES);
    const rows = Math.min(X.rows, TABLE_PIXELS);
    const first = Math.max(0, Math.min(this.#middle() - rows / 2, X.rows - rows));
    const images = Array.from({ length: columns }, (_, i) => i);
    const row = (name: string, value: (i: number) => string) =>
      html`<tr>
        <th scope="row">${name}</th>
        ${images.map((i) => html`<td>${value(i)}</td>`)}
      </tr>`;
    return html`
      <div class="scroll" tabindex="0" role="group" aria-label=${RESHAPE_TEXTS.scrolls}>
        <table class="numbers" aria-label=${RESHAPE_TEXTS.table}>
          <thead>
            <tr>
              <th scope="col">${RESHAPE_TEXTS.corner}</th>
              ${images.map((i) => html`<th scope="col">${STEP_TEXTS.image(i)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${Array.from({ length: rows }, (_, r) =>
              row(RESHAPE_TEXTS.pixel(first + r), (i) => at(X, first + r, i).toFixed(3)),
            )}
            ${labelled ? row(RESHAPE_TEXTS.label, (i) => nameOf(this.look, batch.labels[i] ?? 0)) : nothing}
            ${labelled && Y.rows === 1 ? row('Y', (i) => String(at(Y, 0, i))) : nothing}
          </tbody>
        </table>
        <p class="quiet">${RESHAPE_TEXTS.part(rows, X.rows, columns, X.columns)}</p>
      </div>
    `;
  }

  /** About the pixel that is pointed at, or about the first that has ink. */
  #middle(): number {
    const { X } = this.walked.walk;
    if (this.pointed) return this.pointed.row;
    return Math.max(0, X.values.findIndex((value) => value > 0) % X.rows);
  }
}

customElements.define('mlp-reshape-step', ReshapeStep);
