// SPDX-License-Identifier: MIT
import { teller } from '../../model/events.ts';
import type { DataImage } from '../../model/state.ts';
import type { Cell, Choice, Confusion } from './confusion.ts';

/** An image of the gallery, with what the network makes of it. */
export interface AnsweredImage {
  readonly image: DataImage;
  /** Of the yes/no question 1 or 0. */
  readonly answer: number;
  readonly probability: number;
  readonly cost: number;
}

/** With which weights it was answered. */
export interface Moment {
  readonly when: 'untrained' | 'training' | 'paused' | 'stepped' | 'trained';
  /** The epoch that was under way, or the last one. */
  readonly epoch: number;
}

export interface AnswersState {
  /** null while there is nothing to answer. */
  readonly confusion: Confusion | null;
  /** The digit that means yes; null for 'Which digit?'. */
  readonly positive: number | null;
  /** From which probability on the answer is yes. */
  readonly threshold: number;
  readonly moment: Moment | null;
  readonly problem: string;
  readonly choice: Choice;
  /** Images of the choice. */
  readonly found: number;
  /** From 0. */
  readonly page: number;
  readonly pages: number;
  readonly shown: readonly AnsweredImage[];
}

export const INITIAL_ANSWERS: AnswersState = {
  confusion: null,
  positive: null,
  threshold: 0.5,
  moment: null,
  problem: '',
  choice: { kind: 'mistakes', digit: null },
  found: 0,
  page: 0,
  pages: 1,
  shown: [],
};

/** What the parts of the panel tell it; they bubble up to <mlp-answers-panel>. */
export interface AnswersEvents {
  'answers-cell': Cell;
  'answers-choice': Choice;
}

export const tell = teller<AnswersEvents>();
