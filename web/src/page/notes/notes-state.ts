// SPDX-License-Identifier: MIT
import { teller } from '../model/events.ts';
import type { Batch, GradientCheckResult, Walk, WeightPlace } from '../../lib/results.ts';
import type { NetworkSettings, Optimizer } from '../../lib/settings.ts';
import type { DataImage, Run } from '../model/state.ts';
import type { CodeKey } from './code/code-places.ts';

/** What is walked: the drawing, one image of the data, or several from there. */
export interface Source {
  readonly kind: 'drawing' | 'image' | 'batch';
  readonly part: 'train' | 'test';
  /** Of the image, or of the batch's first one, from 0. */
  readonly number: number;
  /** Images of a batch. */
  readonly count: number;
  /** What the drawing is, by who drew it; null: nobody has said. */
  readonly label: number | null;
}

/** A label that means no when `positive` means yes. */
export function labelOfNo(positive: number): number {
  return positive === 0 ? 1 : 0;
}

/** How far the weights of a walk had been trained. */
export interface WeightsAge {
  /** Epochs that were whole; of early stopping, those up to the weights that were kept. */
  readonly epochs: number;
  /** Updates since the weights were initialised, while an epoch is under way; else null. */
  readonly updates: number | null;
}

/** One walk, with all that it was made of; everything that a step shows comes from here. */
export interface Walked {
  readonly walk: Walk;
  readonly batch: Batch;
  /** Without a label only X, Z_l and A_l mean anything. */
  readonly labelled: boolean;
  /** The one image of the data that was walked; null for a drawing or a batch. */
  readonly image: DataImage | null;
  readonly network: NetworkSettings;
  readonly weights: WeightsAge;
  readonly learningRate: number;
  /** Of the settings; the walk takes the plain step of the notes. */
  readonly optimizer: Optimizer;
  /** Updates on this batch that were made before. */
  readonly updates: number;
  /** The cost after 0, 1 ... updates on this batch. */
  readonly costs: readonly number[];
}

export interface GradientCheck {
  /** 0 ... 1 while it runs, else null. */
  readonly fraction: number | null;
  readonly result: GradientCheckResult | null;
  readonly problem: string;
}

export interface NotesState {
  readonly source: Source;
  readonly walked: Walked | null;
  /** The network has learned on since. */
  readonly stale: boolean;
  /** Why there is nothing to walk, or what went wrong. */
  readonly problem: string;
  readonly check: GradientCheck;
  /** Images in the data, 0 while it is loading. */
  readonly images: { readonly train: number; readonly test: number };
  /** From which probability on the answer to a yes/no question is yes. */
  readonly threshold: number;
  readonly run: Run;
  /** Nothing stands in the way of training but the settings. */
  readonly free: boolean;
}

/** A cell that was chosen to see where its number comes from. */
export interface ChosenCell {
  readonly letter: 'Z' | 'dW' | 'W';
  readonly layer: number;
  readonly row: number;
  readonly column: number;
}

/** The formula whose code is shown. */
export interface ShownCode {
  readonly key: CodeKey;
  readonly compiled: string;
}

/** The gradient check that is asked for: of one weight, or of random ones. */
export type CheckRequest = WeightPlace | null;

export const INITIAL_NOTES: NotesState = {
  source: { kind: 'image', part: 'train', number: 0, count: 8, label: null },
  walked: null,
  stale: false,
  problem: '',
  check: { fraction: null, result: null, problem: '' },
  images: { train: 0, test: 0 },
  threshold: 0.5,
  run: 'idle',
  free: false,
};

/** What the parts of the view tell it; they bubble up to <mlp-notes>. */
export interface NotesEvents {
  'notes-source': Partial<Source>;
  'notes-refresh': null;
  'notes-apply': null;
  'notes-start-over': null;
  'notes-check': CheckRequest;
  'notes-choose': ChosenCell;
  /** null hides it. */
  'notes-code': ShownCode | null;
}

export const tell = teller<NotesEvents>();
