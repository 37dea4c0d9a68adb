// SPDX-License-Identifier: MIT
// What changes a trainer's weights, and looks for the rate to do it with.
import { checkChange, checkTraining } from './check-settings.ts';
import { checkGiven, checkNames } from './checks.ts';
import { findRate, type RateSweepOptions } from './find-rate.ts';
import type { ModelFigures } from './formats/model.ts';
import { copied } from './frozen.ts';
import { mustBeRun } from './later-checks.ts';
import { Portable } from './portable.ts';
import type { Ask } from './protocol.ts';
import { DEFAULT_RANGE } from './rate-sweep.ts';
import type { Backend, Epoch, RateSweep, StepResult, TrainEnd } from './results.ts';
import { runTraining, type TrainOptions } from './run-training.ts';
import {
  DEFAULT_TRAINING,
  type DescentSettings,
  type RunChange,
  type TrainSettings,
} from './settings.ts';
import type { RunPlace } from './snapshot.ts';
import { descentOf, TRAINING } from './trainer-settings.ts';

const WHILE_IT_RUNS = ['signal', 'onProgress'];

export abstract class Trainable extends Portable {
  abstract get backend(): Backend;

  /**
   * Trains, giving the figures of each epoch as it ends. It does not wait for the loop: by the time
   * that the loop has an epoch the next one is under way. Leaving the loop ends the training; an
   * epoch that was begun goes on with the next train() or step(). For weights that are the same the
   * next time have it end by itself, after `epochs`.
   * @param settings what differs from DEFAULT_TRAINING
   * @returns how it ended; early stopping has then gone back to the best epoch's weights
   * @throws ScratchpadError 'badSetting', 'noData', 'badData'; 'diverged' when the cost becomes
   *   infinite or NaN (the last good weights are kept); 'badState' while it trains already
   * @throws the signal's reason when it is aborted
   */
  train(
    settings: Partial<TrainSettings> = {},
    { signal, onProgress }: TrainOptions = {},
  ): AsyncGenerator<Epoch, TrainEnd, void> {
    // Copied now, since a generator only begins when it is first asked for an epoch.
    return this.#train(copied(settings), { signal, onProgress });
  }

  async *#train(
    settings: Partial<TrainSettings>,
    options: TrainOptions,
  ): AsyncGenerator<Epoch, TrainEnd, void> {
    checkNames('train()', settings, TRAINING);
    const all = { ...DEFAULT_TRAINING, ...settings };
    checkTraining(all);
    return yield* this.#run({ settings: all }, options);
  }

  /**
   * Goes on with the run that was under way when a snapshot was taken, after restore() of it and with
   * the data that it learned from: to its end, its schedule and early stopping included, and to the
   * same bits as if nothing had been between.
   * @param run of the snapshot
   * @throws ScratchpadError 'badData' when it is none; and as train() does
   */
  continueRun(
    run: RunPlace,
    { signal, onProgress }: TrainOptions = {},
  ): AsyncGenerator<Epoch, TrainEnd, void> {
    return this.#continue(run, { signal, onProgress });
  }

  async *#continue(run: RunPlace, options: TrainOptions): AsyncGenerator<Epoch, TrainEnd, void> {
    await mustBeRun(run);
    const best = run.best && { ...run.best, layers: [] }; // those came back with restore()
    return yield* this.#run({ settings: run.settings, run: { ...run, best } }, options);
  }

  async *#run(ask: Ask<'train'>, options: TrainOptions): AsyncGenerator<Epoch, TrainEnd, void> {
    const finding = this.findPlace();
    if (finding) await finding;
    const note = (figures: ModelFigures | null): void =>
      this.note({ training: ask.settings, math: this.backend.math, figures });
    return yield* runTraining(this.client, ask, options, note);
  }

  /**
   * Updates the weights once, with the next batch; while no training runs, or while it is paused.
   * @param settings what differs from DEFAULT_TRAINING
   * @throws ScratchpadError as train() does
   */
  async step(settings: Partial<DescentSettings> = {}): Promise<StepResult> {
    const descent = descentOf('step()', settings);
    const finding = this.findPlace();
    if (finding) await finding;
    const result = await this.client.ask('step', { settings: descent });
    const training = { ...DEFAULT_TRAINING, ...descent };
    this.note({ training, math: this.backend.math, figures: null });
    return result;
  }

  /** Halts the training under way, if any, until resume(). */
  async pause(): Promise<void> {
    await this.client.ask('pause', {});
  }

  async resume(): Promise<void> {
    await this.client.ask('resume', {});
  }

  /**
   * Changes the run that is under way or paused, from its next batch on. With a schedule the learning
   * rate is what its curve is multiplied by; with another batch size the curve still ends with the
   * run.
   * @returns how many updates of the weights are made before the change
   * @throws ScratchpadError 'badSetting', and the run stays as it is; 'badState' when none is under
   *   way
   */
  async change(settings: RunChange): Promise<{ updates: number }> {
    checkGiven('change()', settings);
    checkChange(settings);
    return this.client.ask('change', { settings });
  }

  /**
   * The learning-rate range test (L. N. Smith 2015, 'Cyclical learning rates for training neural
   * networks'): on a copy of the present weights, with the training data, the rate grows from update
   * to update by the same factor. It ends early when the cost is 4 times its lowest, or not finite.
   * The trainer itself stays as it is.
   * @param settings what differs from DEFAULT_TRAINING; its learning rate does not matter
   * @param options what differs from 100 updates from 1e-5 to 10
   * @throws ScratchpadError 'badSetting', 'noData', 'badData'; 'badState' while it trains and is not
   *   paused, or when the data is replaced meanwhile
   * @throws the signal's reason when it is aborted
   */
  async findLearningRate(
    settings: Partial<DescentSettings> = {},
    options: RateSweepOptions = {},
  ): Promise<RateSweep> {
    const descent = descentOf('findLearningRate()', settings);
    checkNames('findLearningRate()', options, [...Object.keys(DEFAULT_RANGE), ...WHILE_IT_RUNS]);
    return findRate(this.client, descent, options);
  }
}
