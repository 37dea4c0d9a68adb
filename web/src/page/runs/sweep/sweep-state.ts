// SPDX-License-Identifier: MIT
import { teller } from '../../model/events.ts';
import type { Axis, SweptName, SweptValue } from './sweep-grid.ts';

/** What a run of the sweep came to. */
export interface SweepResult {
  /** The kept run; null when it could not be trained to its end. */
  readonly id: string | null;
  readonly name: string;
  readonly values: readonly SweptValue[];
  readonly validationAccuracy: number | null;
  readonly validationCost: number | null;
  readonly testAccuracy: number | null;
  readonly seconds: number;
}

/** How far the sweep is. */
export interface SweepProgress {
  /** The run under way, from 1, and how many there are. */
  readonly run: number;
  readonly runs: number;
  readonly epoch: number;
  readonly epochs: number;
  readonly imagesPerSecond: number | null;
  /** 0 ... 1 of all. */
  readonly share: number;
  readonly secondsLeft: number | null;
}

export interface SweepState {
  readonly axes: readonly Axis[];
  readonly epochs: number;
  /** null while none is under way. */
  readonly progress: SweepProgress | null;
  /** The settings that the results are of. */
  readonly swept: readonly SweptName[];
  readonly results: readonly SweepResult[];
  /** What the last sweep came to, in words. */
  readonly outcome: string;
}

/** Before anything could be swept. */
export const NO_SWEEP: SweepState = {
  axes: [],
  epochs: 1,
  progress: null,
  swept: [],
  results: [],
  outcome: '',
};

/** The best by what was set aside for that. */
export function bestOf(results: readonly SweepResult[]): SweepResult | undefined {
  return results
    .filter(({ validationAccuracy }) => validationAccuracy !== null)
    .toSorted(
      (one, other) =>
        (other.validationAccuracy ?? 0) - (one.validationAccuracy ?? 0) ||
        (one.validationCost ?? 0) - (other.validationCost ?? 0),
    )[0];
}

export interface SweepEvents {
  'sweep-axes': readonly Axis[];
  'sweep-epochs': number;
  'sweep-start': null;
  'sweep-stop': null;
}

export type SweepEvent<Name extends keyof SweepEvents> = CustomEvent<SweepEvents[Name]>;

export const tellSweep = teller<SweepEvents>();
