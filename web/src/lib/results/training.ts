// SPDX-License-Identifier: MIT
// How training goes, and what it runs on.
import type { Engine } from '../settings.ts';

/** What the network is really computed with. */
export interface Backend {
  /** 1 ... 64. */
  readonly threads: number;
  /** 'turbo' only where it was asked for and the machine has relaxed SIMD; 'notes' everywhere. */
  readonly math: Engine;
  readonly simd: boolean;
}

/** How far a training run has come; 10 to 20 times a second. */
export interface TrainProgress {
  /** The epoch under way, from 1. */
  readonly epoch: number;
  /** The epoch after which the run ends. */
  readonly lastEpoch: number;
  /** Examples done in the epoch, and examples in an epoch. */
  readonly examples: number;
  readonly of: number;
  /** As of Epoch, for the epoch under way. */
  readonly complete: boolean;
  /** Updates of the weights since they were initialised. */
  readonly updates: number;
  /** Mean cost of the epoch's examples so far, each before its batch's update. */
  readonly cost: number;
  /** Share of them answered rightly, 0 ... 1. */
  readonly trainAccuracy: number;
  /** Of the last update. */
  readonly learningRate: number;
  /** Training speed of late. */
  readonly imagesPerSecond: number;
  /** Of the run, without pauses; and an estimate of what is left. */
  readonly seconds: number;
  readonly secondsLeft: number;
}

/** The figures of one epoch. */
export interface Epoch {
  /** From 1, counted since the weights were initialised. */
  readonly epoch: number;
  /** Training images that it had, and the digits of other hands and drawings among them. */
  readonly examples: number;
  /**
   * Whether all training images had arrived when it began. Where they had not, how many had, and
   * so the weights, are not the same the next time.
   */
  readonly complete: boolean;
  /**
   * Mean cost of the training examples, each before its batch's update, with the dropout, label
   * smoothing and weights of training; testCost is without them.
   */
  readonly cost: number;
  /** Share of the training examples answered rightly, each before its batch's update; 0 ... 1. */
  readonly trainAccuracy: number;
  /** Mean cost of the test examples after the epoch; null without test data. */
  readonly testCost: number | null;
  /** Share of the test examples answered rightly after the epoch, 0 ... 1; null without. */
  readonly accuracy: number | null;
  /** The same of the images set aside for validation; null without. */
  readonly validationCost: number | null;
  readonly validationAccuracy: number | null;
  /** Of the yes/no question on the test examples; null for classes, or without test data. */
  readonly binary: BinaryMetrics | null;
  /** Of the epoch's last update. */
  readonly learningRate: number;
  /** Time spent on training, without evaluation and pauses. */
  readonly seconds: number;
  readonly imagesPerSecond: number;
}

/** What accuracy hides of a yes/no question; each 0 ... 1. */
export interface BinaryMetrics {
  /** The share of the network's yes that are right; 0 when it never says yes. */
  readonly precision: number;
  /** The share of the true yes that it finds; 0 when there is none. */
  readonly recall: number;
  /** The harmonic mean of precision and recall; 0 when both are. */
  readonly f1: number;
}

/** How a training run ended. */
export interface TrainEnd {
  /** 'early': no lower validation cost for as many epochs as `patience` allows. */
  readonly reason: 'finished' | 'stopped' | 'early';
  /** The epoch whose weights the network has now. */
  readonly epoch: number;
}

/** What one update of the weights, one batch, gave. */
export interface StepResult {
  /** The epoch the batch belongs to, from 1. */
  readonly epoch: number;
  /** Examples done in the epoch, and examples in an epoch. */
  readonly examples: number;
  readonly of: number;
  /** As of Epoch. */
  readonly complete: boolean;
  /** Updates of the weights since they were initialised. */
  readonly updates: number;
  /** Mean cost of the epoch's examples so far. */
  readonly cost: number;
  /** Share of them answered rightly, 0 ... 1. */
  readonly trainAccuracy: number;
  /** The epoch's figures when the batch was its last, else null. */
  readonly finished: Epoch | null;
}

/** What a learning-rate range test saw. */
export interface RateSweep {
  /** Of each update. */
  readonly rates: Float64Array;
  /**
   * After each of them: the cost of the next batch, smoothed (a mean over the batches so far, in
   * which each counts 0.9 times as much as the one after it).
   */
  readonly costs: Float64Array;
  /**
   * A rate to train with: where the cost had made two thirds of its fall, from its mean over the
   * first fifth of the updates (at most 20) to its lowest. Null where that fall is less than the
   * spread of those first costs, as it may be with a trained network.
   */
  readonly suggested: number | null;
}
