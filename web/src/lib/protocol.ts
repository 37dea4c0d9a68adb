// SPDX-License-Identifier: MIT
// What crosses between the client and the worker, and nothing else. Not public: what the library
// answers to its users is in results.ts. One table ties all the types together: that of the answer
// to that of what is asked, on both sides.
import type { ErrorMessage } from './errors.ts';
import type { FileLabel, FileRole, IdxFiles } from './idx-files.ts';
import type { RateRange } from './rate-sweep.ts';
import type {
  Answers,
  Backend,
  Batch,
  Copies,
  DataInfo,
  Epoch,
  GradientCheckResult,
  Hands,
  Inspection,
  LayerWeights,
  LoadedPart,
  NetworkStatistics,
  Part,
  RateSweep,
  Reading,
  Scores,
  StepResult,
  TrainEnd,
  TrainProgress,
  Walk,
  WeightPlace,
} from './results.ts';
import type {
  AugmentationSettings,
  DescentSettings,
  EngineSettings,
  NetworkSettings,
  RunChange,
  TrainSettings,
} from './settings.ts';
import type { RunPlace, Snapshot } from './snapshot.ts';
import type { PackedStrokes, ReadOptions } from './strokes.ts';

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

/** A file that is sent whole, or in chunks when `bytes` is absent. */
export interface FileToLoad extends FileLabel {
  readonly bytes?: ArrayBuffer | undefined;
}

/** The next bytes of a file, its end, or why there will be no more. */
export type Chunk =
  | { readonly type: 'bytes'; readonly bytes: ArrayBuffer }
  | { readonly type: 'end' }
  | { readonly type: 'error'; readonly error: ErrorMessage };

/** What the worker tells of a request before it answers. */
export interface Events {
  progress: TrainProgress;
  epoch: Epoch;
  /** 0 ... 1 of the work. */
  loading: number;
  /** What has been loaded so far. */
  part: DataInfo;
}

/** What can be asked, what answers it, and what is told before. An error answers any of them. */
export interface Requests {
  /**
   * A new network with its first weights; the data stays, and the engine of the first request.
   * `usual`: what it is likely to be trained with, whose code is compiled ahead.
   */
  configure: {
    ask: { network: NetworkSettings; engine: EngineSettings; usual: DescentSettings };
    answer: Backend;
  };
  load: { ask: Batch & { part: LoadedPart }; answer: DataInfo };
  /** Files without bytes come in chunks, by `chunk`. */
  loadIdx: {
    ask: { files: IdxFiles<FileToLoad> };
    answer: DataInfo;
    events: 'loading' | 'part';
  };
  /** Of a file of the loadIdx that was asked with the id `load`. Answered when it was taken. */
  chunk: { ask: { load: number; file: FileRole; chunk: Chunk }; answer: null };
  /** Of all hands where none are named. */
  generate: {
    ask: { train: number; test: number; seed: number; hands?: Hands };
    answer: DataInfo;
    events: 'loading';
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
  /** Images number first ... first + count - 1 of a part that is loaded, with their labels. */
  images: { ask: { part: LoadedPart; first: number; count: number }; answer: Batch };

  /** run: the one that it goes on with, in the network of whose snapshot it is. */
  train: {
    ask: { settings: TrainSettings; run?: RunPlace };
    answer: TrainEnd;
    events: 'progress' | 'epoch';
  };
  step: { ask: { settings: DescentSettings }; answer: StepResult };
  pause: { ask: object; answer: null };
  resume: { ask: object; answer: null };
  /** Of the run under way, from its next batch on; `updates` are made before. */
  change: { ask: { settings: RunChange }; answer: { updates: number } };
  findLearningRate: {
    ask: { settings: DescentSettings; range: RateRange };
    answer: RateSweep;
    events: 'loading';
  };
  /**
   * Ends the `train` or `findLearningRate` that was asked with this id, if it is the one under way;
   * it then answers.
   */
  stop: { ask: { run: number }; answer: null };
  reset: { ask: object; answer: null };
  /** Answered at once; the work is done while nothing else is asked. */
  warmUp: { ask: { settings: DescentSettings }; answer: null };
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
  answers: { ask: { part: LoadedPart }; answer: Answers };
  /** output: null for the network's own answer. */
  inspect: { ask: { image: Uint8Array; output: number | null }; answer: Inspection };
  statistics: { ask: { examples: number; bins: number }; answer: NetworkStatistics };
  walk: { ask: Batch & { learningRate: number; updates: number }; answer: Walk };
  checkGradients: {
    ask: Batch & { places: readonly WeightPlace[] };
    answer: GradientCheckResult;
    events: 'loading';
  };
  weights: { ask: object; answer: { layers: LayerWeights[]; sha256: string } };
}

export type RequestKind = keyof Requests;
export type Ask<Kind extends RequestKind> = Requests[Kind]['ask'];
export type Answer<Kind extends RequestKind> = Requests[Kind]['answer'];
/** The events that a kind of request has; never where it has none. */
export type EventOf<Kind extends RequestKind> = Requests[Kind] extends { events: infer Name }
  ? Name & keyof Events
  : never;

/** A request of one of the kinds. */
export type Request<Kind extends RequestKind = RequestKind> = {
  [K in Kind]: { readonly id: number; readonly kind: K; readonly ask: Ask<K> };
}[Kind];

/** What comes back, with the id of the request: events, then the answer or an error. */
export type Response =
  | { readonly id: number; readonly type: 'answer'; readonly answer: Answer<RequestKind> }
  | { readonly id: number; readonly type: 'error'; readonly error: ErrorMessage }
  | {
      [Name in keyof Events]: {
        readonly id: number;
        readonly type: 'event';
        readonly event: Name;
        readonly value: Events[Name];
      };
    }[keyof Events];

/** What hears the events of a request. */
export type Listeners<Kind extends RequestKind> = {
  readonly [Name in keyof Events]?:
    (Name extends EventOf<Kind> ? (value: Events[Name]) => void : never) | undefined;
};

/** How a handler tells an event of its request. */
export type Tell<Kind extends RequestKind> = <Name extends EventOf<Kind>>(
  event: Name,
  value: Events[Name],
) => void;

/** What answers a kind of request. */
export type Handler<Kind extends RequestKind> = (
  request: Request<Kind>,
  tell: Tell<Kind>,
) => Answer<Kind> | Promise<Answer<Kind>>;

/** The worker's table: one handler for each kind. */
export type Handlers = { readonly [Kind in RequestKind]: Handler<Kind> };
