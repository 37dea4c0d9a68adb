// SPDX-License-Identifier: MIT
// All that crosses between the client and the worker, and nothing else.
import type { ErrorMessage } from './errors.ts';
import type { Answers, Inspection, NetworkStatistics } from './insight.ts';
import type { RateRange, RateSweep } from './rate-sweep.ts';
import type {
  AugmentationSettings,
  DescentSettings,
  Engine,
  EngineSettings,
  NetworkSettings,
  RunChange,
  TrainSettings,
} from './settings.ts';
import type { Snapshot } from './snapshot.ts';
import type { PackedStrokes, ReadOptions } from './strokes.ts';

export type { Stroke } from './strokes.ts';

/** What the network is really computed with. */
export interface Backend {
  readonly threads: number;
  /** 'turbo' only where it was asked for and the machine has relaxed SIMD; 'notes' everywhere. */
  readonly math: Engine;
  readonly simd: boolean;
}

/** 'validation': the training images that were set aside. */
export type Part = 'train' | 'test' | 'validation';

/** What was loaded. */
export interface DataInfo {
  readonly train: PartInfo | null;
  readonly test: PartInfo | null;
  /** Whether all of it has arrived; false while loadIdx() is still loading the training images. */
  readonly complete: boolean;
}

export interface PartInfo {
  /** Those that have arrived. */
  readonly examples: number;
  /** When all have arrived. */
  readonly expected: number;
  /** Images with each label, from label 0 on, of those that have arrived. */
  readonly perLabel: readonly number[];
}

/** The four files of MNIST, or of a data set of its form; each gzipped or not. */
export interface IdxFiles<T> {
  readonly trainImages: T;
  readonly trainLabels: T;
  readonly testImages: T;
  readonly testLabels: T;
}

export type FileRole = keyof IdxFiles<unknown>;

export const FILE_ROLES = [
  'testLabels',
  'trainLabels',
  'testImages',
  'trainImages',
] as const satisfies readonly FileRole[];

/** What is told of one file of a data set. */
export interface FileLabel {
  /** For messages. */
  readonly name: string;
  /** SHA-256 of the bytes as they are, in hexadecimal; not checked when absent. */
  readonly sha256?: string | undefined;
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
  /** Mean cost, and share answered rightly, of the epoch's examples so far, before their update. */
  readonly cost: number;
  readonly trainAccuracy: number;
  /** Of the last update. */
  readonly learningRate: number;
  /** Training speed of late. */
  readonly imagesPerSecond: number;
  /** Of the run, without pauses. */
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

/** What accuracy hides of a yes/no question. */
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
  readonly examples: number;
  readonly of: number;
  /** As of Epoch. */
  readonly complete: boolean;
  readonly updates: number;
  /** Mean cost of the epoch's examples so far. */
  readonly cost: number;
  readonly trainAccuracy: number;
  /** The epoch's figures when the batch was its last, else null. */
  readonly finished: Epoch | null;
}

/** How well a part of the data is answered. */
export interface EvaluationCounts {
  readonly examples: number;
  readonly correct: number;
  readonly cost: number;
  /** n * n counts: [true label * n + answer]; n is 2 (no, yes) for the sigmoid, else n_L. */
  readonly confusion: Uint32Array;
}

/** And what they took to count. */
export interface TimedCounts extends EvaluationCounts {
  readonly seconds: number;
}

/** Copies of each image to answer: as it is; and moved by a pixel to the 4 sides; and across. */
export type Copies = 1 | 5 | 9;

/** The probability of yes, and whether yes is right, of each example of a part. */
export interface Scores {
  readonly probabilities: Float32Array;
  /** 1: yes is right, 0: no is. */
  readonly yes: Uint8Array;
}

/** A matrix (rows, columns), column-major: values[row + rows * column]. */
export interface MatrixData {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float32Array;
}

/** Everything that one layer computes for a batch of m examples. */
export interface WalkedLayer {
  /** (n_l, n_{l-1}) and (n_l, 1): the parameters, their derivatives, and after the update. */
  readonly W: MatrixData;
  readonly b: MatrixData;
  readonly dW: MatrixData;
  readonly db: MatrixData;
  readonly WAfter: MatrixData;
  readonly bAfter: MatrixData;
  /** (n_l, m). */
  readonly Z: MatrixData;
  readonly A: MatrixData;
  readonly dZ: MatrixData;
  /**
   * (n_l, m): the derivative of each example's cost by A_l. Of the last layer as the notes have it,
   * -(Y / A) + (1 - Y) / (1 - A) for a yes/no question and -Y / A for classes, which is not finite
   * where a probability rounds to 0 or 1; training takes dZ = A - Y, which needs none.
   */
  readonly dA: MatrixData;
  /**
   * (n_l, m): g'(Z_l). Of the last layer a (1 - a), which is all of it for a yes/no question; of the
   * softmax it is the diagonal of the Jacobian a_k (delta_kj - a_j) alone.
   */
  readonly slope: MatrixData;
}

/** One update of the notes, slowly: the numbers of its seven steps. */
export interface Walk {
  /** (n_0, m) and (n_L, m). */
  readonly X: MatrixData;
  readonly Y: MatrixData;
  /** Element l - 1 is layer l. */
  readonly layers: readonly WalkedLayer[];
  /**
   * (n_L, m): dA_L through g'(Z_L), of the softmax through the whole Jacobian. It shortens to
   * A_L - Y, the dZ of the last layer: the same numbers, but for rounding.
   */
  readonly dZChain: MatrixData;
  readonly cost: number;
  /** Of the same batch, with the parameters after the update. */
  readonly costAfter: number;
}

export interface Batch {
  /** n_0 bytes an image, one image after another. */
  readonly images: Uint8Array;
  readonly labels: Uint8Array;
}

/** W_l(row, column), or b_l(row) when column is null; l from 1, the others from 0. */
export interface WeightPlace {
  readonly layer: number;
  readonly row: number;
  readonly column: number | null;
}

export interface CheckedWeight extends WeightPlace {
  readonly weight: number;
  /** By the chain rule. */
  readonly analytic: number;
  /** (J(w + h) - J(w - h)) / 2h, h = 1e-5, in float64. */
  readonly numerical: number;
  /** |analytic - numerical| / max(|analytic| + |numerical|, 1e-5 max(1, J, max |Z_L|)). */
  readonly relativeError: number;
}

export interface GradientCheckResult {
  readonly weights: readonly CheckedWeight[];
  /** The largest relative error, and the one below which a weight passes. */
  readonly worst: number;
  readonly limit: number;
  readonly passed: boolean;
  readonly seconds: number;
}

export interface LayerWeights {
  /** W_l (n_l, n_{l-1}), column-major: W[row + rows * column]. */
  readonly W: Float32Array;
  /** b_l (n_l). */
  readonly b: Float32Array;
  readonly rows: number;
  readonly columns: number;
}

/**
 * Whose digits are generated: 'all' people's, each way of writing as often as in MNIST, or 'other'
 * hands', for which the ways come first that MNIST, written by Americans, lacks.
 */
export type Hands = 'all' | 'other';

/** What the network makes of a drawing. */
export interface Reading {
  /** The bytes the network sees, 28 x 28 or those of the frame: 0 paper, 255 ink. */
  readonly image: Uint8Array;
  /** No ink at all; then there are no probabilities. */
  readonly empty: boolean;
  /** n_L numbers: of each class, or of yes. */
  readonly probabilities: Float32Array;
}

/** A file that is sent whole, or in chunks when `bytes` is absent. */
export interface FileToLoad extends FileLabel {
  readonly bytes?: ArrayBuffer | undefined;
}

/** The next bytes of a file, its end, or why there will be no more. */
export type Chunk =
  | { readonly type: 'bytes'; readonly bytes: ArrayBuffer }
  | { readonly type: 'end' }
  | { readonly type: 'error'; readonly error: ErrorMessage };

/** What the client asks, and what answers it. An error answers any of them. */
export interface Calls {
  /** A new network with its first weights; the data stays, and the engine of the first call. */
  configure: { ask: { network: NetworkSettings; engine: EngineSettings }; answer: Backend };
  load: {
    ask: { part: 'train' | 'test'; images: Uint8Array; labels: Uint8Array };
    answer: DataInfo;
  };
  /**
   * Its `loading` events tell how far it is, its `part` events what has arrived. Files without
   * bytes come in chunks, by `chunk`.
   */
  loadIdx: { ask: { files: IdxFiles<FileToLoad> }; answer: DataInfo };
  /** Of a file of the loadIdx that was asked with the id `load`. Answered when it was taken. */
  chunk: { ask: { load: number; file: FileRole; chunk: Chunk }; answer: null };
  /** Of all hands where none are named. Its `loading` events tell how far it is. */
  generate: {
    ask: { train: number; test: number; seed: number; hands?: Hands };
    answer: DataInfo;
  };
  /** Answers with how many there are; none: those that were are gone. */
  setDrawings: { ask: Batch; answer: number };
  /** `count` variants of each image, one after another. */
  augment: {
    ask: { images: Uint8Array; settings: AugmentationSettings; seed: number; count: number };
    answer: Uint8Array;
  };
  /** Generated digits number first ... first + count - 1 of a seed, which are not loaded. */
  digits: { ask: { seed: number; first: number; count: number; hands: Hands }; answer: Batch };
  /** Its `progress` and `epoch` events come before the answer. */
  train: { ask: { settings: TrainSettings }; answer: TrainEnd };
  step: { ask: { settings: DescentSettings }; answer: StepResult };
  pause: { ask: object; answer: null };
  resume: { ask: object; answer: null };
  /** Of the run under way, from its next batch on; `updates` are made before. */
  change: { ask: { settings: RunChange }; answer: { updates: number } };
  /** Its `loading` events tell how far it is. */
  findLearningRate: { ask: { settings: DescentSettings; range: RateRange }; answer: RateSweep };
  /**
   * Ends the `train` or `findLearningRate` that was asked with this id, if it is the one under way;
   * it then answers.
   */
  stop: { ask: { run: number }; answer: null };
  reset: { ask: object; answer: null };
  save: { ask: object; answer: Snapshot };
  /** Answers with the network that it has from now on. */
  restore: { ask: { snapshot: Snapshot }; answer: NetworkSettings };
  /** others: networks that answer with the present one. */
  evaluate: {
    ask: { part: Part; copies: Copies; others: readonly Snapshot[] };
    answer: TimedCounts;
  };
  predict: { ask: { images: Uint8Array; copies: Copies }; answer: Float32Array };
  read: { ask: { strokes: PackedStrokes; options: ReadOptions }; answer: Reading };
  /** Of the yes/no question. */
  scores: { ask: { part: Part }; answer: Scores };
  /** Images number first ... first + count - 1 of a part that is loaded, with their labels. */
  images: { ask: { part: 'train' | 'test'; first: number; count: number }; answer: Batch };
  answers: { ask: { part: 'train' | 'test' }; answer: Answers };
  /** output: null for the network's own answer. */
  inspect: { ask: { image: Uint8Array; output: number | null }; answer: Inspection };
  statistics: { ask: { examples: number; bins: number }; answer: NetworkStatistics };
  walk: { ask: Batch & { learningRate: number; updates: number }; answer: Walk };
  /** Its `loading` events tell how far it is. */
  checkGradients: {
    ask: Batch & { places: readonly WeightPlace[] };
    answer: GradientCheckResult;
  };
  /** Answered at once; the work is done while nothing else is asked. */
  warmUp: { ask: { settings: DescentSettings }; answer: null };
  weights: { ask: object; answer: { layers: LayerWeights[]; sha256: string } };
}

export type CallName = keyof Calls;
export type Ask<Name extends CallName> = Calls[Name]['ask'];
export type Answer<Name extends CallName> = Calls[Name]['answer'];

export type Request = {
  [Name in CallName]: { readonly id: number; readonly type: Name; readonly ask: Ask<Name> };
}[CallName];

export type Response =
  | { readonly id: number; readonly type: 'answer'; readonly answer: Answer<CallName> }
  | { readonly id: number; readonly type: 'error'; readonly error: ErrorMessage }
  | { readonly id: number; readonly type: 'progress'; readonly progress: TrainProgress }
  | { readonly id: number; readonly type: 'epoch'; readonly epoch: Epoch }
  /** What a loadIdx has loaded so far. */
  | { readonly id: number; readonly type: 'part'; readonly info: DataInfo }
  /** fraction: 0 ... 1 of the work of a loadIdx, generate, checkGradients ... */
  | { readonly id: number; readonly type: 'loading'; readonly fraction: number };
