// SPDX-License-Identifier: MIT
import { ScratchpadError } from '../errors.ts';
import { check } from '../module.ts';
import type { Epoch, TrainEnd, TrainProgress } from '../results.ts';
import type { RunChange, TrainSettings } from '../settings.ts';
import type { Progress, TrainingSettings as CoreSettings } from '../wasm/mlp.mjs';
import type { Core } from './core.ts';
import { toCoreSettings, toCoreSplit } from './core-settings.ts';
import { SlicedTraining } from './sliced-training.ts';
import { EarlyStopping } from './early-stopping.ts';
import { ResultJob } from './result-job.ts';
import { changedRun } from './run-change.ts';

/** Between two progress messages, in milliseconds: some 16 a second. */
const PROGRESS_MS = 60;

export interface TrainEvents {
  onProgress(progress: TrainProgress): void;
  onEpoch(epoch: Epoch): void;
}

/** What a run has from its first slice on. */
interface Run {
  /** Where its schedule begins. */
  firstUpdate: number;
  readonly firstEpoch: number;
  /** Training examples that its settings were made for. */
  examples: number;
  readonly training: SlicedTraining;
  readonly early: EarlyStopping;
  readonly lastEpoch: number;
}

/** Trains for a number of epochs. An epoch that was begun before counts as the first. */
export class TrainJob extends ResultJob<TrainEnd> {
  readonly #core: Core;
  #settings: TrainSettings;
  readonly #events: TrainEvents;
  #run: Run | undefined;
  /** What its updates are to be made with once the batch under way is through. */
  #next: CoreSettings | undefined;
  readonly #begun: Promise<void>;
  #markBegun!: () => void;
  /** The epoch whose test is under way. */
  #ended: Progress | undefined;
  #pauseWanted = false;
  #stopped = false;
  #failure: { readonly reason: unknown } | undefined;
  #reportedAt = -Infinity;

  constructor(core: Core, settings: TrainSettings, events: TrainEvents) {
    super();
    this.#core = core;
    this.#settings = settings;
    this.#events = events;
    this.#begun = new Promise((resolve) => (this.#markBegun = resolve));
  }

  /** The test that ends an epoch goes before all else: its weights must stay the same. */
  override get priority(): number {
    return this.#ended ? 3 : 1;
  }

  /** Takes effect once the run is begun, and after the test that ends an epoch. */
  override get paused(): boolean {
    return this.#pauseWanted && !this.#ended && this.#run !== undefined;
  }

  get pauseWanted(): boolean {
    return this.#pauseWanted;
  }

  pause(): void {
    this.#pauseWanted = true;
  }

  resume(): void {
    this.#pauseWanted = false;
  }

  /** Ends at the next slice. */
  stop(): void {
    this.#stopped = true;
    this.#pauseWanted = false;
  }

  /** Ends with this error at the next slice. */
  fail(reason: unknown): void {
    this.#failure = { reason };
    this.#pauseWanted = false;
  }

  /**
   * Goes on with other settings from the next batch on.
   * @returns the updates that are made before
   * @throws ScratchpadError 'badSetting', and it goes on as it was
   */
  async change(change: RunChange): Promise<number> {
    const over = this.result.then(
      () => undefined,
      () => undefined,
    );
    await Promise.race([this.#begun, over]);
    const { module, trainer } = this.#core;
    const run = this.#run;
    if (!run) throw new ScratchpadError('badState', 'The training could not begin.');
    const settings = { ...this.#settings, ...change };
    const before = this.#next ?? run.training.settings;
    const changed = changedRun(this.#core, settings, before, run.firstEpoch);
    check(module, trainer.check(changed.settings));
    this.#settings = settings;
    run.firstUpdate = changed.firstUpdate;
    this.#next = changed.settings;
    return changed.updates;
  }

  /** What its updates are made with, for a step while it is paused; undefined before the first. */
  get settings(): CoreSettings | undefined {
    return this.#run?.training.settings;
  }

  protected override work(): TrainEnd | undefined {
    if (this.#failure) throw this.#failure.reason;
    // Only now: an evaluation that was asked for before may still need the data as it was.
    const run = (this.#run ??= this.#begin());
    this.#markBegun();
    if (this.paused) return undefined;
    if (this.#ended) {
      const epoch = run.training.finishEpoch(this.#ended);
      if (!epoch) return undefined;
      this.#ended = undefined;
      this.#events.onEpoch(epoch);
      this.#takeArrivals(run);
      if (run.early.isOver(epoch)) return this.#end(run, 'early', epoch.epoch);
      // A pause, or an evaluation, may have waited for this test: they come first.
      return undefined;
    }
    const { trainer } = this.#core;
    const epochs = trainer.epochs();
    if (this.#stopped) {
      trainer.takeAverage();
      return { reason: 'stopped', epoch: epochs };
    }
    // Steps while paused may have ended the last epoch.
    if (epochs >= run.lastEpoch) return this.#end(run, 'finished', epochs);
    this.#takeNext(run);
    // A change waits for the batch's end, so the slice must not go on beyond it.
    const progress = run.training.advance(this.#next !== undefined);
    this.#takeNext(run);
    if (progress.epochDone) this.#ended = progress;
    this.#report(run, progress);
    return undefined;
  }

  /** With the best epoch's weights where they were kept, else with the mean where there is one. */
  #end(run: Run, reason: 'early' | 'finished', epoch: number): TrainEnd {
    const best = run.early.restore(epoch);
    this.#core.trainer.takeAverage();
    return { reason, epoch: best };
  }

  #begin(): Run {
    const { module, trainer } = this.#core;
    check(module, trainer.split(toCoreSplit(this.#settings)));
    // Test images that do not fit are better named now than after the first epoch.
    if (this.#core.examples('test') > 0)
      check(module, trainer.evaluateBegin(module.Part.test, false));
    const [firstUpdate, firstEpoch] = [trainer.updates(), trainer.epochs()];
    const settings = toCoreSettings(this.#core, this.#settings, {
      settings: this.#settings,
      firstUpdate,
      firstEpoch,
      updates: 0,
      epochs: 0,
    });
    return {
      firstUpdate,
      firstEpoch,
      examples: this.#core.examples('train'),
      training: new SlicedTraining(this.#core, settings),
      early: new EarlyStopping(trainer, this.#settings.patience),
      lastEpoch: firstEpoch + this.#settings.epochs,
    };
  }

  /** Makes a change take effect, unless a batch is half learned. */
  #takeNext(run: Run): void {
    if (!this.#next) return;
    const { done, batchBegin, batchEnd } = this.#core.trainer.place();
    if (batchBegin < done && done < batchEnd) return;
    run.training.settings = this.#next;
    this.#next = undefined;
  }

  /** The next epoch has what has arrived meanwhile: more updates, and a larger full batch. */
  #takeArrivals(run: Run): void {
    const { trainer } = this.#core;
    const examples = this.#core.examples('train');
    if (examples === run.examples) return;
    run.examples = examples;
    run.training.settings = toCoreSettings(this.#core, this.#settings, {
      settings: this.#settings,
      firstUpdate: run.firstUpdate,
      firstEpoch: run.firstEpoch,
      updates: trainer.updates() - run.firstUpdate,
      epochs: trainer.epochs() - run.firstEpoch,
    });
  }

  #report({ training, lastEpoch }: Run, progress: Progress): void {
    const now = performance.now();
    if (now - this.#reportedAt < PROGRESS_MS && !progress.epochDone) return;
    this.#reportedAt = now;
    const begun = progress.epochs + (progress.epochDone ? 0 : 1);
    const { examples, of, updates, cost, learningRate } = progress;
    const examplesLeft = (lastEpoch - begun) * of + (of - examples);
    this.#events.onProgress({
      epoch: begun,
      lastEpoch,
      examples,
      of,
      complete: training.isComplete(progress),
      updates,
      cost,
      trainAccuracy: progress.accuracy,
      learningRate,
      imagesPerSecond: training.imagesPerSecond,
      seconds: training.seconds,
      secondsLeft: examplesLeft / training.imagesPerSecond,
    });
  }
}
