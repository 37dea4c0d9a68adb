// SPDX-License-Identifier: MIT
import { check } from '../module.ts';
import type { Epoch, TrainEnd, TrainProgress } from '../protocol.ts';
import type { TrainSettings } from '../settings.ts';
import type { Descent as CoreDescent, Progress } from '../wasm/mlp.mjs';
import type { Core } from './core.ts';
import { toCoreDescent } from './core-settings.ts';
import { Descent } from './descent.ts';
import { EarlyStopping } from './early-stopping.ts';
import { ResultJob } from './result-job.ts';

/** Between two progress messages, in milliseconds: some 16 a second. */
const PROGRESS_MS = 60;

export interface TrainEvents {
  onProgress(progress: TrainProgress): void;
  onEpoch(epoch: Epoch): void;
}

/** Trains for a number of epochs. An epoch that was begun before counts as the first. */
export class TrainJob extends ResultJob<TrainEnd> {
  readonly priority = 1;
  readonly #core: Core;
  readonly #settings: CoreDescent;
  readonly #descent: Descent;
  readonly #early: EarlyStopping;
  readonly #events: TrainEvents;
  readonly #lastEpoch: number;
  /** The epoch whose test is under way. */
  #ended: Progress | undefined;
  #stopped = false;
  #reportedAt = -Infinity;

  constructor(core: Core, settings: TrainSettings, events: TrainEvents) {
    super();
    const { trainer, module } = core;
    check(module, trainer.split(settings.validation));
    this.#core = core;
    const run = { settings, firstUpdate: trainer.updates() };
    this.#settings = toCoreDescent(core, settings, run);
    this.#descent = new Descent(core, this.#settings);
    this.#early = new EarlyStopping(trainer, settings.patience);
    this.#events = events;
    this.#lastEpoch = trainer.epochs() + settings.epochs;
  }

  /** What its updates are made with, for a step while it is paused. */
  get settings(): CoreDescent {
    return this.#settings;
  }

  /** Ends at the next slice. */
  stop(): void {
    this.#stopped = true;
    this.paused = false;
  }

  protected override work(): TrainEnd | undefined {
    if (this.#ended) {
      const epoch = this.#descent.finishEpoch(this.#ended);
      if (!epoch) return undefined;
      this.#ended = undefined;
      this.#events.onEpoch(epoch);
      if (this.#early.isOver(epoch)) return { reason: 'early', epoch: this.#early.restore() };
    }
    const epochs = this.#core.trainer.epochs();
    if (this.#stopped) return { reason: 'stopped', epoch: epochs };
    // Steps while paused may have ended the last epoch.
    if (epochs >= this.#lastEpoch) {
      return { reason: 'finished', epoch: this.#early.restore() || epochs };
    }
    const progress = this.#descent.advance(false);
    if (progress.epochDone) this.#ended = progress;
    this.#report(progress);
    return undefined;
  }

  #report(progress: Progress): void {
    const now = performance.now();
    if (now - this.#reportedAt < PROGRESS_MS && !progress.epochDone) return;
    this.#reportedAt = now;
    const begun = progress.epochs + (progress.epochDone ? 0 : 1);
    const { examples, of, updates, cost, learningRate } = progress;
    const examplesLeft = (this.#lastEpoch - begun) * of + (of - examples);
    this.#events.onProgress({
      epoch: begun,
      lastEpoch: this.#lastEpoch,
      examples,
      of,
      updates,
      cost,
      trainAccuracy: progress.accuracy,
      learningRate,
      imagesPerSecond: this.#descent.imagesPerSecond,
      seconds: this.#descent.seconds,
      secondsLeft: examplesLeft / this.#descent.imagesPerSecond,
    });
  }
}
