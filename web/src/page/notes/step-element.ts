// SPDX-License-Identifier: MIT
import { css, LitElement } from 'lit';
import type { WalkedLayer } from '../../lib/protocol.ts';
import { base } from '../styles.ts';
import { mathStyles } from './math-styles.ts';
import type { Theme } from '../theme.ts';
import type { Cell } from '../heat-map/matrix.ts';
import { type ChosenCell, tell, type Walked } from './notes-state.ts';

/** What the steps look like. */
export const stepStyles = css`
  ${mathStyles}

  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
  }

  .formulas {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 2.5rem;
    align-items: center;
  }

  .equation {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem 1rem;
    align-items: flex-start;
  }

  .beside {
    display: flex;
    flex-wrap: wrap;
    gap: 1.25rem 3rem;
    align-items: flex-start;
  }

  .beside > * {
    max-width: 100%;
  }

  figure {
    flex: none;
    width: min(100%, var(--wish, 100%));
    min-width: min-content;
    margin: 0;
  }

  figcaption {
    display: flex;
    gap: 0.3rem;
    align-items: baseline;
    height: 1.75rem;
    white-space: nowrap;
  }

  figcaption math {
    font-size: 1.125rem;
  }

  .sign {
    font-size: 1.125rem;
  }

  .shape {
    font-size: 0.875rem;
  }

  .scroll {
    max-width: 100%;
    overflow-x: auto;
  }

  .rows {
    max-height: 16rem;
    margin: 0;
    overflow-y: auto;
  }

  .verdict {
    font-size: 1.0625rem;
  }

  table {
    border-collapse: collapse;
    font-size: 0.875rem;
  }

  th,
  td {
    padding: 0.15rem 1.1rem 0.15rem 0;
    text-align: end;
    white-space: nowrap;
  }

  :is(th, td):first-child {
    padding-inline-start: 0.2rem;
    text-align: start;
  }

  th {
    color: var(--muted);
    font-weight: 400;
  }

  .choice {
    display: flex;
    gap: 0.4rem;
    align-items: center;
  }

  thead th {
    border-bottom: 1px solid var(--line);
  }
`;

/** A step of the notes: gets a walk, shows a part of it. */
export abstract class StepElement extends LitElement {
  static override properties = {
    walked: { attribute: false },
    layer: { type: Number },
    chosen: { attribute: false },
    theme: {},
  };

  declare walked: Walked;
  /** From 1; of steps that are not taken layer by layer, 1. */
  declare layer: number;
  declare chosen: ChosenCell | null;
  declare theme: Theme;

  static override styles = [base, stepStyles];

  protected get L(): number {
    return this.walked.walk.layers.length;
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

  /** The chosen cell when it is one of this matrix, or of its gradient. */
  protected markedIn(...letters: ChosenCell['letter'][]): Cell | null {
    const { chosen, layer } = this;
    return chosen?.layer === layer && letters.includes(chosen.letter) ? chosen : null;
  }
}
