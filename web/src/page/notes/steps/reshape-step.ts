// SPDX-License-Identifier: MIT
import { html, nothing } from 'lit';
import { LABELS, RESHAPE, RESHAPE_OTHERS } from '../formulas.ts';
import { look } from '../../data-look.ts';
import { asImage, type Cell, columnOf, indexOf, isImage, pixelOf } from '../../heat-map/matrix.ts';
import { stripCell } from '../../heat-map/frame.ts';
import { formula, picture } from '../shapes.ts';
import { StepElement } from '../step-element.ts';
import { STEP_TEXTS } from '../../texts/notes.ts';

/** Images beside their columns that fit on the page. */
const SHOWN_IMAGES = 16;

/** Step 1: pixels into the columns of X, labels into Y. */
export class ReshapeStep extends StepElement {
  static override properties = { ...StepElement.properties, pointed: { state: true } };

  /** The cell of X that is pointed at, there or in its image. */
  declare pointed: Cell | null;

  constructor() {
    super();
    this.pointed = null;
  }

  override render() {
    const { walk, network } = this.walked;
    const { X, Y } = walk;
    const { theme, pointed } = this;
    const pixel = pointed && isImage(X.rows) ? pixelOf(pointed.row) : null;
    const strip = {
      layer: null,
      theme,
      scale: 'ink',
      most: 1,
      cell: stripCell(X.columns),
    } as const;
    const images = isImage(X.rows) ? Math.min(X.columns, SHOWN_IMAGES) : 0;
    const single = X.columns === 1;
    const asInNotes = look().width === 28 && look().height === 28;
    return html`
      <div class="formulas">
        ${(asInNotes ? RESHAPE : RESHAPE_OTHERS).map(formula)} ${formula(LABELS[network.output])}
      </div>
      <div class="equation">
        ${Array.from({ length: images }, (_, i) =>
          picture({
            ...strip,
            letter: STEP_TEXTS.image(i),
            matrix: asImage(columnOf(X, i).values),
            square: true,
            cell: single ? 9 : 4,
            marked: pointed?.column === i ? pixel : null,
            onPoint: (cell) => (this.pointed = cell && { row: indexOf(cell), column: i }),
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
        ${picture({ ...strip, letter: 'Y', matrix: Y })}
      </div>
      <p class="quiet">
        ${
          pixel
            ? STEP_TEXTS.pixel(pixel.row, pixel.column, indexOf(pixel), look().width)
            : images > 0
              ? STEP_TEXTS.reshapeHint
              : nothing
        }
      </p>
    `;
  }
}

customElements.define('mlp-reshape-step', ReshapeStep);
