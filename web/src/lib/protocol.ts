// SPDX-License-Identifier: MIT
// All that crosses between the client and the worker, and nothing else.
import type { ErrorMessage } from './errors.ts';
import type {
  DescentSettings,
  EngineSettings,
  NetworkSettings,
  TrainSettings,
} from './settings.ts';

/** What the network is computed with. */
export interface Backend {
  readonly threads: number;
  readonly math: 'reproducible' | 'turbo';
  readonly simd: boolean;
}

export type Part = 'train' | 'test';

/** What was loaded. */
export interface DataInfo {
  readonly train: PartInfo | null;
  readonly test: PartInfo | null;
}

export interface PartInfo {
  readonly examples: number;
  /** Images with each label, from label 0 on. */
  readonly perLabel: readonly number[];
}

/** The four files of MNIST, or of a data set of its form; each gzipped or not. */
export interface IdxFiles<T> {
  readonly trainImages: T;
  readonly trainLabels: T;
  readonly testImages: T;
  readonly testLabels: T;
}

/** One file of a data set. */
export interface NamedBytes {
  /** For messages. */
  readonly name: string;
  readonly bytes: ArrayBuffer;
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
  /** Updates of the weights since they were initialised. */
  readonly updates: number;
  /** Mean cost, and share answered rightly, of the epoch's examples so far, before their update. */
  readonly cost: number;
  readonly trainAccuracy: number;
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
  /** Mean cost of the training examples, each before its batch's update. */
  readonly cost: number;
  /** Share of the training examples answered rightly, each before its batch's update; 0 ... 1. */
  readonly trainAccuracy: number;
  /** Mean cost of the test examples after the epoch; null without test data. */
  readonly testCost: number | null;
  /** Share of the test examples answered rightly after the epoch, 0 ... 1; null without. */
  readonly accuracy: number | null;
  /** Time spent on training, without evaluation and pauses. */
  readonly seconds: number;
  readonly imagesPerSecond: number;
}

/** What one update of the weights, one batch, gave. */
export interface StepResult {
  /** The epoch the batch belongs to, from 1. */
  readonly epoch: number;
  readonly examples: number;
  readonly of: number;
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

export interface LayerWeights {
  /** W_l (n_l, n_{l-1}), column-major: W[row + rows * column]. */
  readonly W: Float32Array;
  /** b_l (n_l). */
  readonly b: Float32Array;
  readonly rows: number;
  readonly columns: number;
}

/** One stroke of a pen: x and y by turns, y downward, in any unit. */
export type Stroke = readonly number[] | Float32Array;

/** What the network makes of a drawing. */
export interface Reading {
  /** The 28 x 28 bytes the network sees: 0 paper, 255 ink. */
  readonly image: Uint8Array;
  /** No ink at all; then there are no probabilities. */
  readonly empty: boolean;
  /** n_L numbers: of each class, or of yes. */
  readonly probabilities: Float32Array;
}

/** What the client asks, and what answers it. An error answers any of them. */
export interface Calls {
  /** A new network with its first weights; the data stays. */
  configure: { ask: { network: NetworkSettings; engine: EngineSettings }; answer: Backend };
  load: { ask: { part: Part; images: Uint8Array; labels: Uint8Array }; answer: DataInfo };
  /** Its `loading` events tell how far it is. */
  loadIdx: { ask: { files: IdxFiles<NamedBytes> }; answer: DataInfo };
  /** Its `loading` events tell how far it is. */
  generate: { ask: { train: number; test: number; seed: number }; answer: DataInfo };
  /** Its `progress` and `epoch` events come before the answer. */
  train: { ask: { settings: TrainSettings }; answer: { stopped: boolean } };
  step: { ask: { settings: DescentSettings }; answer: StepResult };
  pause: { ask: object; answer: null };
  resume: { ask: object; answer: null };
  /** Ends `train`, which then answers. */
  stop: { ask: object; answer: null };
  reset: { ask: object; answer: null };
  evaluate: { ask: { part: Part }; answer: EvaluationCounts };
  predict: { ask: { images: Uint8Array }; answer: Float32Array };
  read: { ask: { strokes: readonly Stroke[] }; answer: Reading };
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
  /** fraction: 0 ... 1 of the work of a loadIdx or generate. */
  | { readonly id: number; readonly type: 'loading'; readonly fraction: number };
