// SPDX-License-Identifier: MIT
import { ScratchpadError } from '../errors.ts';
import { check } from '../module.ts';
import type { Epoch, TrainEnd, TrainProgress } from '../results.ts';
import type { RunChange, TrainSettings } from '../settings.ts';
import type { RunPlace } from '../snapshot.ts';
import type { Progress, TrainingSettings as CoreSettings } from '../wasm/mlp.mjs';
import type { Core } from './core.ts';
import { toCoreSplit } from './core-settings.ts';
import { type Course, courseAgain, courseFrom, savedCourse } from './course.ts';
import { SlicedTraining } from './sliced-training.ts';
import { type Best, EarlyStopping } from './early-stopping.ts';
import { ResultJob } from './result-job.ts';
import { toProgress } from './progress.ts';

/** Between two progress messages, in milliseconds: some 16 a second. */
const PROGRESS_MS = 60;

export interface TrainEvents {
  onProgress(progress: TrainProgress): void;
  onEpoch(epoch: Epoch): void;
}

/** What a run has from its first slice on. */
interface Run {
  /** What its updates are made with; next: once the batch under way is through. */
  now: Course;
  next: Course | undefined;
  readonly firstEpoch: number;
  /** Training examples that its settings were made for. */
  examples: number;
  readonly training: SlicedTraining;
  readonly early: EarlyStopping;
  readonly lastEpoch: number;
}

/** What early stopping has seen, and how far a run had come, without the weights. */
export type SavedRun = Omit<RunPlace, 'best'> & { readonly best: Best | null };

/** Trains for a number of epochs. An epoch that was begun before counts as the first. */
export class TrainJob extends ResultJob<TrainEnd> {
  readonly #core: Core;
  readonly #settings: TrainSettings;
  /** The run that it goes on with. */
  readonly #saved: SavedRun | undefined;
  readonly #events: TrainEvents;
  #run: Run | undefined;
  readonly #begun: Promise<void>;
  #markBegun!: () => void;
  /** The epoch whose test is under way. */
  #ended: Progress | undefined;
  /** Who waits for that. */
  readonly #waiting: (() => void)[] = [];
  #over = false;
  #pauseWanted = false;
  #stopped = false;
  #failure: { readonly reason: unknown } | undefined;
  #reportedAt = -Infinity;

  /** @param saved the run that it goes on with, which has these settings */
  constructor(core: Core, settings: TrainSettings, events: TrainEvents, saved?: SavedRun) {
    super();
    this.#core = core;
    this.#settings = settings;
    this.#saved = saved;
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
    const { changedRun } = await import('./run-change.ts'); // few runs are changed
    await this.#hasBegun();
    const { module, trainer } = this.#core;
    const run = this.#over ? undefined : this.#run;
    if (!run) throw new ScratchpadError('badState', 'The training has ended, or could not begin.');
    const before = run.next ?? run.now;
    const settings = { ...before.settings, ...change };
    const { course, updates } = changedRun(this.#core, settings, before, run.firstEpoch);
    check(module, trainer.check(course.core));
    run.next = course;
    return updates;
  }

  /** Settles with its first slice, or its end. */
  async #hasBegun(): Promise<void> {
    const over = this.result.then(
      () => undefined,
      () => undefined,
    );
    await Promise.race([this.#begun, over]);
  }

  /** Settles once no epoch waits for its test: its figures would be lost to who goes on from there. */
  async tested(): Promise<void> {
    await this.#hasBegun();
    while (this.#ended) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  override slice(): boolean {
    const over = (this.#over = super.slice());
    if (over) this.#ended = undefined;
    if (!this.#ended) for (const resolve of this.#waiting.splice(0)) resolve();
    return over;
  }

  /** How far it has come; undefined where it could not begin. */
  get saved(): SavedRun | undefined {
    if (!this.#run) return undefined;
    const { now, next, firstEpoch, examples, training, early } = this.#run;
    const { spent } = training;
    const { best } = early;
    const change = next && { next: savedCourse(next) };
    return { ...savedCourse(now), ...change, firstEpoch, examples, spent, best };
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
    const progress = run.training.advance(run.next !== undefined);
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
    const [core, settings, saved] = [this.#core, this.#settings, this.#saved];
    const begun = { firstUpdate: trainer.updates(), firstEpoch: trainer.epochs() };
    const firstEpoch = saved?.firstEpoch ?? begun.firstEpoch;
    const now = saved ? courseAgain(core, saved, firstEpoch) : courseFrom(core, settings, begun);
    return {
      now,
      next: saved?.next && courseAgain(core, saved.next, firstEpoch),
      firstEpoch,
      examples: saved?.examples ?? core.examples('train'),
      training: new SlicedTraining(core, now.core, saved?.spent),
      early: new EarlyStopping(trainer, settings.patience, saved?.best ?? undefined),
      lastEpoch: firstEpoch + settings.epochs,
    };
  }

  /** Makes a change take effect, unless a batch is half learned. */
  #takeNext(run: Run): void {
    if (!run.next) return;
    const { done, batchBegin, batchEnd } = this.#core.trainer.place();
    if (batchBegin < done && done < batchEnd) return;
    run.now = run.next;
    run.next = undefined;
    run.training.settings = run.now.core;
  }

  /** The next epoch has what has arrived meanwhile: more updates, and a larger full batch. */
  #takeArrivals(run: Run): void {
    const examples = this.#core.examples('train');
    if (examples === run.examples) return;
    run.examples = examples;
    const { firstUpdate, settings } = run.now;
    run.now = courseFrom(this.#core, settings, { firstUpdate, firstEpoch: run.firstEpoch });
    run.training.settings = run.now.core;
  }

  #report({ training, lastEpoch }: Run, progress: Progress): void {
    const now = performance.now();
    if (now - this.#reportedAt < PROGRESS_MS && !progress.epochDone) return;
    this.#reportedAt = now;
    this.#events.onProgress(toProgress(training, progress, lastEpoch));
  }
}
