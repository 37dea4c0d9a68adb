// SPDX-License-Identifier: MIT
// What changes the weights: the run under way, a step, a range test. One at a time.
import { checkRange } from './checks.ts';
import { ScratchpadError } from './errors.ts';
import type { Core } from './jobs/core.ts';
import { toCoreSettings } from './jobs/core-settings.ts';
import type { RateSweepJob } from './jobs/rate-sweep-job.ts';
import type { Scheduler } from './jobs/scheduler.ts';
import { StepJob } from './jobs/step-job.ts';
import { type SavedRun, type TrainEvents, TrainJob } from './jobs/train-job.ts';
import type { Ask } from './protocol.ts';
import type { RateSweep, StepResult, TrainEnd } from './results.ts';
import type { DescentSettings, RunChange, TrainSettings } from './settings.ts';
import type { TrainingSettings } from './wasm/mlp.mjs';

/** What a step within a run takes from it. */
function ofRun(settings: TrainingSettings | undefined): Partial<TrainingSettings> {
  if (!settings) return {};
  const { schedule, firstUpdate, averaging, averagingDecay, averagingFrom } = settings;
  return { schedule, firstUpdate, averaging, averagingDecay, averagingFrom };
}

export class Runs {
  readonly #core: Core;
  readonly #scheduler: Scheduler;
  #training: TrainJob | undefined;
  #trainingRun = 0;
  #stepping = false;
  #sweep: RateSweepJob | undefined;
  #sweepRun = 0;

  constructor(core: Core, scheduler: Scheduler) {
    this.#core = core;
    this.#scheduler = scheduler;
  }

  /** A run is under way, or paused. */
  get training(): boolean {
    return this.#training !== undefined;
  }

  /** @throws ScratchpadError 'badState' while the weights or the data must stay what they are */
  mustBeIdle(): void {
    if (!this.#training && !this.#stepping) return;
    throw new ScratchpadError(
      'badState',
      'Training is under way. Abort its signal and wait for its end, or pause it for a step.',
    );
  }

  /**
   * @param run the request's number, by which stop() knows it
   * @param saved the run that it goes on with
   */
  async train(
    run: number,
    settings: TrainSettings,
    events: TrainEvents,
    saved?: SavedRun,
  ): Promise<TrainEnd> {
    this.mustBeIdle();
    const job = new TrainJob(this.#core, settings, events, saved);
    this.#training = job;
    this.#trainingRun = run;
    try {
      return await this.#scheduler.run(job);
    } finally {
      this.#training = undefined;
    }
  }

  /** How far the run under way has come, at a moment at which it can be gone on with. */
  async saved(): Promise<SavedRun | undefined> {
    await this.#training?.tested();
    return this.#training?.saved;
  }

  async step(settings: DescentSettings): Promise<StepResult> {
    const paused = this.#training?.pauseWanted ? this.#training : null;
    if (!paused) this.mustBeIdle();
    const own = { ...toCoreSettings(this.#core, settings), ...ofRun(paused?.settings) };
    this.#stepping = true;
    try {
      return await this.#scheduler.run(new StepJob(this.#core, own));
    } finally {
      this.#stepping = false;
    }
  }

  pause(): void {
    this.#training?.pause();
  }

  resume(): void {
    this.#training?.resume();
    this.#scheduler.wake();
  }

  /** Ends the run, or the range test, that was asked with this number, if it is under way. */
  stop(run: number): void {
    if (run === this.#trainingRun) this.#training?.stop();
    if (run === this.#sweepRun) {
      this.#sweepRun = 0;
      this.#sweep?.stop();
    }
    this.#scheduler.wake();
  }

  /** Ends the run under way, if any, with this error. */
  fail(error: unknown): void {
    this.#training?.fail(error);
    this.#scheduler.wake();
  }

  async change(settings: RunChange): Promise<{ updates: number }> {
    if (this.#training) return { updates: await this.#training.change(settings) };
    throw new ScratchpadError(
      'badState',
      'No training is under way. Give its settings to train() or step().',
    );
  }

  /** @param run the request's number, by which stop() knows it */
  async findLearningRate(
    run: number,
    { settings, range }: Ask<'findLearningRate'>,
    onLoading: (fraction: number) => void,
  ): Promise<RateSweep> {
    if (!this.#training?.pauseWanted) this.mustBeIdle();
    checkRange(range);
    this.#sweepRun = run;
    const { RateSweepJob } = await import('./jobs/rate-sweep-job.ts');
    const job = new RateSweepJob(this.#core, settings, range, onLoading);
    this.#sweep = job;
    if (run !== this.#sweepRun) job.stop(); // that was asked for meanwhile
    return this.#scheduler.run(job);
  }
}
