// SPDX-License-Identifier: MIT
import { html, LitElement } from 'lit';
import type { WalkedLayer } from '../../lib/results.ts';
import { base } from '../ui/styles.ts';
import { stepStyles } from './step-styles.ts';
import type { Cell } from '../ui/heat-map/matrix.ts';
import { type DataLook, labelsOf, nameOf } from '../model/data-look.ts';
import { selectLook } from '../ui/selection.ts';
import { STEP_TEXTS } from './steps/texts.ts';
import { cellOf } from './chosen.ts';
import type { CodeKey } from './code/code-places.ts';
import { type ChosenCell, type ShownCode, tell, type Walked } from './notes-state.ts';
import './coded-formula.ts';

/** A step of the notes: gets a walk, shows a part of it. */
export abstract class StepElement extends LitElement {
  static override get properties() {
    return {
      walked: { attribute: false },
      layer: { type: Number },
      chosen: { attribute: false },
      code: { attribute: false },
      threshold: { type: Number },
    };
  }

  declare walked: Walked;
  /** From 1; of steps that are not taken layer by layer, 1. */
  declare layer: number;
  declare chosen: ChosenCell | null;
  /** The formula whose code is shown. */
  declare code: CodeKey | null;
  /** From which probability on the answer is yes. */
  declare threshold: number;

  readonly #look = selectLook(this);

  static override styles = [base, stepStyles];

  /** Of the data that is loaded. */
  protected get look(): DataLook {
    return this.#look.value;
  }

  protected get L(): number {
    return this.walked.walk.layers.length;
  }

  /** Of a matrix downward, in pixels: beside the code all of an equation is to be in sight. */
  protected get height(): number {
    return this.code ? 144 : 256;
  }

  /** The numbers of layer l. */
  protected at(l: number): WalkedLayer {
    const layer = this.walked.walk.layers[l - 1];
    if (!layer) throw new Error(`no layer ${l}`);
    return layer;
  }

  /** A_l, with A_0 = X. */
  protected A(l: number) {
    return l === 0 ? this.walked.walk.X : this.at(l).A;
  }

  protected choose(letter: ChosenCell['letter'], { row, column }: Cell): void {
    tell(this, 'notes-choose', { letter, layer: this.layer, row, column });
  }

  /** The cell of a matrix of this layer whose number is explained. */
  protected cell(letter: ChosenCell['letter']): ChosenCell {
    return cellOf(this.walked, this.chosen, letter, this.layer);
  }

  /** A formula with the button that shows its code. */
  protected coded({ compiled, key }: ShownCode) {
    return html`<mlp-coded-formula
      .compiled=${compiled}
      .key=${key}
      ?open=${this.code === key}
    ></mlp-coded-formula>`;
  }

  /** What the rows of Y and A_L stand for. */
  protected get answers(): string[] {
    const { output, positive } = this.walked.network;
    const { look } = this;
    return output === 'softmax'
      ? labelsOf(look).map((label) => nameOf(look, label))
      : [STEP_TEXTS.yes(look, positive)];
  }
}
