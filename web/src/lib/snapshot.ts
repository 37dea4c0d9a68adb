// SPDX-License-Identifier: MIT
import type { NetworkSettings, Optimizer, TrainSettings } from './settings.ts';

/** Numbers of one layer: of W_l (n_l, n_{l-1}), column-major, and of b_l (n_l). */
export interface LayerNumbers {
  readonly W: Float32Array;
  readonly b: Float32Array;
}

/**
 * All that training needs to go on to the same bits, as of one moment: plain numbers and typed
 * arrays, which structuredClone(), postMessage() and IndexedDB take as they are.
 */
export interface Snapshot {
  readonly version: 1;
  readonly network: NetworkSettings;
  /** Finished, and updates of the weights, since they were initialised. */
  readonly epochs: number;
  readonly updates: number;
  /** Of the weights, as weights() gives it. */
  readonly sha256: string;
  /** Element l - 1 is layer l; so in all lists of layers here. */
  readonly layers: readonly LayerNumbers[];
  readonly optimizer: OptimizerMemory;
  readonly place: EpochPlace;
  /** The mean of the weights (TrainSettings.averaging), where there is one. */
  readonly mean?: {
    readonly averaging: 'ema' | 'swa';
    /** Weights that it has taken. */
    readonly taken: number;
    readonly layers: readonly LayerNumbers[];
  };
  /** What training goes back to when it diverges; without layers: the weights themselves. */
  readonly lastGood: {
    readonly epochs: number;
    readonly updates: number;
    readonly layers: readonly LayerNumbers[];
  };
  /** The run that was under way; absent where there was none. */
  readonly run?: RunPlace;
}

/** What the updates of a run are made with. */
export interface RunCourse {
  readonly settings: TrainSettings;
  /** Where the curve of its rates begins, in updates since the weights were initialised. */
  readonly firstUpdate: number;
  /** That curve, in updates since then; see cpp/include/mlp/methods/schedule.h. */
  readonly schedule: { readonly total: number; readonly warmUp: number; readonly every: number };
}

/** How far a run had come: what continueRun() needs to end it as it would have ended. */
export interface RunPlace extends RunCourse {
  /** From the next batch on, where that was changed within one; absent: as now. */
  readonly next?: RunCourse;
  /** Epochs that were done when it began. */
  readonly firstEpoch: number;
  /** Training images that its curve was laid out for. */
  readonly examples: number;
  /** Seconds of training in the run and in the epoch under way; examples done in those of the epoch. */
  readonly spent: {
    readonly seconds: number;
    readonly epochSeconds: number;
    readonly epochExamples: number;
  };
  /** Of early stopping; null before it has judged an epoch. */
  readonly best: {
    readonly epoch: number;
    readonly validationCost: number;
    readonly layers: readonly LayerNumbers[];
  } | null;
}

/** What the optimizer remembers; see cpp/include/mlp/notes/update.h. */
export interface OptimizerMemory {
  readonly method: Optimizer;
  /** Steps taken. */
  readonly steps: number;
  /** v of 'momentum' and 'nesterov', m of 'adam' and 'adamw'; empty for the others. */
  readonly first: readonly LayerNumbers[];
  /** s of 'rmsprop', v of 'adam' and 'adamw'; empty for the others. */
  readonly second: readonly LayerNumbers[];
}

/** How far an epoch had come. */
export interface EpochPlace {
  /** For training in all: those set aside, and those that were still to arrive, included. */
  readonly images: number;
  /** The share that was set aside. */
  readonly validation: number;
  /** Of the others, those that are used at most; 0: all. */
  readonly used?: number;
  /** Examples in the epoch, and done of them. */
  readonly of: number;
  readonly done: number;
  /** Of the examples, the digits of other hands, and the drawings; none: 0. */
  readonly generated?: number;
  readonly drawn?: number;
  /** Their order is one of the seed's, not that of the data. */
  readonly shuffled: boolean;
  /** The batch under way, or the last: from batchBegin up to batchEnd - 1. */
  readonly batchBegin: number;
  readonly batchEnd: number;
  /** Of the examples done: the sum of their costs, and how many were answered rightly. */
  readonly costSum: number;
  readonly correct: number;
  /** The gradients' sums of a batch that was not through; else empty. */
  readonly sums: readonly LayerNumbers[];
}
