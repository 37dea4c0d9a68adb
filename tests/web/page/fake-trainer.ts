// SPDX-License-Identifier: MIT
// A trainer without a worker. It answers at once what no test holds, and what is held when the test
// says so: the test decides what comes first.
import { checkNetwork } from '../../../web/src/lib/check-settings.ts';
import type { Client } from '../../../web/src/lib/client.ts';
import { type ErrorCode, ScratchpadError } from '../../../web/src/lib/errors.ts';
import type { RunPlace, Snapshot } from '../../../web/src/lib/index.ts';
import type { DataInfo, Epoch, TrainEnd, TrainProgress } from '../../../web/src/lib/results.ts';
import { runTraining, type TrainOptions } from '../../../web/src/lib/run-training.ts';
import {
  DEFAULT_TRAINING,
  type EngineSettings,
  type NetworkSettings,
  type RunChange,
  type TrainSettings,
} from '../../../web/src/lib/settings.ts';
import type { PageTrainer } from '../../../web/src/page/model/services.ts';
import { HeldAnswers } from './held-answers.ts';
import {
  anEpoch,
  anEvaluation,
  aSnapshot,
  aStep,
  IMAGES,
  infoOf,
  NO_DATA,
  progressOf,
} from './figures.ts';

export const fault = (code: ErrorCode, message = `a fault: ${code}`): ScratchpadError =>
  new ScratchpadError(code, message);

/** The run that train() has begun. */
interface Run {
  readonly settings: TrainSettings;
  readonly progress: (progress: TrainProgress) => void;
  readonly epoch: (epoch: Epoch) => void;
  readonly end: (end: TrainEnd) => void;
  readonly reject: (error: Error) => void;
}

export class FakeTrainer extends HeldAnswers implements PageTrainer {
  readonly backend;
  network: NetworkSettings;
  data: DataInfo = NO_DATA;
  /** What was asked, in order; with what, where that matters. */
  readonly calls: string[] = [];
  run: Run | null = null;
  paused = false;
  disposed = false;
  stepEnds = false; // each step is the last of its epoch
  updates = 0;
  epochs = 0;
  #onPart: ((info: DataInfo) => void) | undefined;

  constructor({ math, threads, ...network }: NetworkSettings & EngineSettings) {
    super();
    this.network = network;
    this.backend = { math, threads: threads === 'auto' ? 2 : threads, simd: true };
  }

  /** The worker stops: one error for all that was asked, and the next call finds a new worker. */
  crash(): void {
    const error = fault('crashed');
    const run = this.run;
    this.#forget();
    this.data = NO_DATA;
    run?.reject(error);
    this.failAll(error);
  }

  progress(change: Partial<TrainProgress> = {}): void {
    this.updates += 1;
    this.run?.progress(progressOf(this, change));
  }

  /** The epoch under way ends. */
  epoch(change: Partial<Epoch> = {}): void {
    this.epochs += 1;
    this.updates += 1;
    this.run?.epoch(anEpoch(this.epochs, change));
  }

  finish(reason: TrainEnd['reason'] = 'finished', epoch = this.epochs): void {
    const { run } = this;
    this.run = null;
    run?.end({ reason, epoch });
  }

  /** The run fails, as when its cost becomes infinite. */
  failRun(error: Error): void {
    const { run } = this;
    this.run = null;
    run?.reject(error);
  }

  /** So many of the training images have arrived. */
  part(examples: number): void {
    this.data = infoOf(examples, IMAGES);
    this.#onPart?.(this.data);
  }

  count(kind: string): number {
    return this.calls.filter((call) => call.split(' ')[0] === kind).length;
  }

  configure = (network: Partial<NetworkSettings>): Promise<void> =>
    this.#ask('configure', network.layers?.join('-') ?? '', () => {
      this.#mustBeIdle();
      const next = { ...this.network, ...network };
      checkNetwork(next);
      this.network = next;
      this.updates = this.epochs = 0;
    });

  train = (settings: Partial<TrainSettings> = {}, options: TrainOptions = {}) => {
    const ask = this.#client as unknown as Client['ask'];
    return runTraining({ ask }, { settings: { ...DEFAULT_TRAINING, ...settings } }, options);
  };

  continueRun = (run: RunPlace, options: TrainOptions = {}) => this.train(run.settings, options);

  step = () =>
    this.#ask('step', '', () => {
      if (this.run && !this.paused) throw fault('badState');
      if (!this.data.train) throw fault('noData');
      this.updates += 1;
      if (this.stepEnds) this.epochs += 1;
      return aStep(this, this.stepEnds);
    });

  pause = () => this.#ask('pause', '', () => void (this.paused = true));
  resume = () => this.#ask('resume', '', () => void (this.paused = false));

  change = (settings: RunChange) =>
    this.#ask('change', JSON.stringify(settings), () => {
      if (!this.run) throw fault('badState');
      return { updates: this.updates };
    });

  reset = (): Promise<void> =>
    this.#ask('reset', '', () => {
      this.#mustBeIdle();
      this.updates = this.epochs = 0;
    });

  save = () => this.#ask('save', '', () => aSnapshot(this));

  restore = (snapshot: Snapshot): Promise<void> =>
    this.#ask('restore', snapshot.sha256, () => {
      this.#mustBeIdle();
      this.network = snapshot.network;
      this.updates = snapshot.updates;
      this.epochs = snapshot.epochs;
    });

  evaluate = () => this.#ask('evaluate', '', () => anEvaluation(this));
  weights = () => this.#ask('weights', '', () => ({ layers: [], sha256: aSnapshot(this).sha256 }));

  read = (_strokes: unknown, { deskew = false }: { deskew?: boolean } = {}) =>
    this.#ask('read', deskew ? 'deskewed' : '', () => ({
      image: new Uint8Array(784),
      empty: false,
      probabilities: Float32Array.of(this.updates),
    }));

  predict = (images: Uint8Array) =>
    this.#ask('predict', '', () => new Float32Array((10 * images.length) / 784).fill(0.1));

  scores = () =>
    this.#ask('scores', '', () => ({
      probabilities: Float32Array.of(0.2, 0.9),
      yes: Uint8Array.of(0, 1),
    }));

  findLearningRate = (_settings: unknown, options?: { signal?: AbortSignal }) => {
    const found = { rates: new Float64Array(1), costs: new Float64Array(1), suggested: 0.1 };
    const asked = this.#ask('findLearningRate', '', () => found);
    const abort = () => this.fail('findLearningRate', new Error('aborted'));
    options?.signal?.addEventListener('abort', abort);
    return asked;
  };

  load: PageTrainer['load'] = ({ train }) =>
    this.#loaded('load', `${train?.labels.length ?? 0} images`, train?.labels.length ?? 0);

  loadIdx: PageTrainer['loadIdx'] = (_files, options) => {
    this.#onPart = options?.onPart;
    return this.#loaded('loadIdx', '', IMAGES);
  };

  generateDigits = () => this.#loaded('generateDigits', '', IMAGES);
  setDrawings: PageTrainer['setDrawings'] = (drawings) =>
    this.#ask('setDrawings', '', () => drawings?.labels.length ?? 0);

  dispose = (): void => {
    this.calls.push('dispose');
    const { run } = this;
    this.#forget();
    this.disposed = true;
    run?.reject(fault('disposed'));
    this.failAll(fault('disposed'));
  };

  #loaded(kind: string, what: string, images: number): Promise<DataInfo> {
    return this.#ask(kind, what, () => {
      this.#mustBeIdle();
      return (this.data = infoOf(images, images));
    });
  }

  #mustBeIdle(): void {
    if (this.run) throw fault('badState', 'It trains.');
  }

  #forget(): void {
    this.run = null;
    this.paused = false;
    this.updates = this.epochs = 0;
  }

  /** What runTraining() asks of the worker: 'train' and 'stop'. */
  readonly #client = (
    kind: string,
    { settings }: { settings: TrainSettings },
    { onSent, on }: { onSent?: (id: number) => void; on?: Partial<Run> } = {},
  ): Promise<unknown> => {
    if (kind === 'stop') return this.#ask('stop', '', () => this.finish('stopped'));
    const started = this.#ask('train', `${settings.epochs} epochs`, () => {
      if (this.run) throw fault('badState', 'It trains already.');
      if (!this.data.train) throw fault('noData');
      this.paused = false;
      return new Promise<TrainEnd>((end, reject) => {
        const { progress = () => undefined, epoch = () => undefined } = on ?? {};
        this.run = { settings, progress, epoch, end, reject };
      });
    });
    onSent?.(1);
    return started;
  };

  #ask<Answer>(kind: string, what: string, work: () => Answer): Promise<Awaited<Answer>> {
    this.calls.push(`${kind} ${what}`.trim());
    if (this.disposed) return Promise.reject(fault('disposed'));
    return this.ask(kind, work);
  }
}
