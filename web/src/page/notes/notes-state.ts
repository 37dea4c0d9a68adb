// SPDX-License-Identifier: MIT
import { teller } from '../events.ts';
import type { Batch, GradientCheckResult, Walk, WeightPlace } from '../../lib/protocol.ts';
import type { NetworkSettings } from '../../lib/settings.ts';

/** What is walked: the drawing, one image of the data, or several from there. */
export interface Source {
  readonly kind: 'drawing' | 'image' | 'batch';
  readonly part: 'train' | 'test';
  /** Of the image, or of the batch's first one, from 0. */
  readonly number: number;
  /** Images of a batch. */
  readonly count: number;
  /** What the drawing is meant to be; null: what the network takes it for. */
  readonly label: number | null;
}

/** A label that means no when `positive` means yes. */
export function labelOfNo(positive: number): number {
  return positive === 0 ? 1 : 0;
}

/** One walk, with all that it was made of; everything that a step shows comes from here. */
export interface Walked {
  readonly walk: Walk;
  readonly batch: Batch;
  readonly network: NetworkSettings;
  readonly learningRate: number;
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
}

/** A cell that was chosen to see where its number comes from. */
export interface ChosenCell {
  readonly letter: 'Z' | 'dW' | 'W';
  readonly layer: number;
  readonly row: number;
  readonly column: number;
}

/** The gradient check that is asked for: of one weight, or of random ones. */
export type CheckRequest = WeightPlace | null;

export const INITIAL_NOTES: NotesState = {
  source: { kind: 'image', part: 'test', number: 0, count: 8, label: null },
  walked: null,
  stale: false,
  problem: '',
  check: { fraction: null, result: null, problem: '' },
  images: { train: 0, test: 0 },
};

/** What the parts of the view tell it; they bubble up to <mlp-notes>. */
export interface NotesEvents {
  'notes-source': Partial<Source>;
  'notes-refresh': null;
  'notes-apply': null;
  'notes-start-over': null;
  'notes-check': CheckRequest;
  'notes-choose': ChosenCell;
}

export const tell = teller<NotesEvents>();
