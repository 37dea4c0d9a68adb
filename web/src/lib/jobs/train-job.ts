// SPDX-License-Identifier: MIT
import type { Epoch, StepResult, TrainProgress } from '../protocol.ts';
import type { DescentSettings, TrainSettings } from '../settings.ts';
import type { Progress } from '../wasm/mlp.mjs';
import type { Core } from './core.ts';
import { Descent } from './descent.ts';
import { ResultJob } from './result-job.ts';

/** Between two progress messages, in milliseconds: some 16 a second. */
const PROGRESS_MS = 60;

export interface TrainEvents {
  onProgress(progress: TrainProgress): void;
  onEpoch(epoch: Epoch): void;
}

/** Trains for a number of epochs. An epoch that was begun before counts as the first. */
export class TrainJob extends ResultJob<{ stopped: boolean }> {
  readonly priority = 1;
  readonly #core: Core;
  readonly #descent: Descent;
  readonly #events: TrainEvents;
  readonly #lastEpoch: number;
  /** The epoch whose test is under way. */
  #ended: Progress | undefined;
  #stopped = false;
  #reportedAt = -Infinity;

  constructor(core: Core, settings: TrainSettings, events: TrainEvents) {
    super();
    this.#core = core;
    this.#descent = new Descent(core, settings);
    this.#events = events;
    this.#lastEpoch = core.trainer.epochs() + settings.epochs;
  }

  /** Ends at the next slice. */
  stop(): void {
    this.#stopped = true;
    this.paused = false;
  }

  protected override work(): { stopped: boolean } | undefined {
    if (this.#ended) {
      const epoch = this.#descent.finishEpoch(this.#ended);
      if (!epoch) return undefined;
      this.#ended = undefined;
      this.#events.onEpoch(epoch);
    }
    if (this.#stopped) return { stopped: true };
    // Steps while paused may have ended the last epoch.
    if (this.#core.trainer.epochs() >= this.#lastEpoch) return { stopped: false };
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
    const { examples, of, updates, cost } = progress;
    const examplesLeft = (this.#lastEpoch - begun) * of + (of - examples);
    this.#events.onProgress({
      epoch: begun,
      lastEpoch: this.#lastEpoch,
      examples,
      of,
      updates,
      cost,
      trainAccuracy: progress.accuracy,
      imagesPerSecond: this.#descent.imagesPerSecond,
      seconds: this.#descent.seconds,
      secondsLeft: examplesLeft / this.#descent.imagesPerSecond,
    });
  }
}

/** One update of the weights, and the test when it ended an epoch. */
export class StepJob extends ResultJob<StepResult> {
  readonly priority = 2;
  readonly #descent: Descent;
  #done: Progress | undefined;

  constructor(core: Core, settings: DescentSettings) {
    super();
    this.#descent = new Descent(core, settings);
  }

  protected override work(): StepResult | undefined {
    if (!this.#done) {
      const progress = this.#descent.advance(true);
      if (!progress.batchDone) return undefined;
      this.#done = progress;
    }
    const { epochs, epochDone, examples, of, updates, cost, accuracy } = this.#done;
    const finished = epochDone ? this.#descent.finishEpoch(this.#done) : null;
    if (finished === undefined) return undefined;
    const epoch = epochs + (epochDone ? 0 : 1);
    return { epoch, examples, of, updates, cost, trainAccuracy: accuracy, finished };
  }
}
