// SPDX-License-Identifier: MIT
import { ScratchpadError } from '../../lib/errors.ts';
import type { Epoch, TrainEnd, TrainProgress } from '../../lib/results.ts';
import type { TrainOptions } from '../../lib/run-training.ts';
import type { TrainSettings } from '../../lib/settings.ts';
import { differing, isLive, type LiveSettings, pick } from '../model/changes.ts';
import type { PageTrainer, Scorer, Services } from '../model/services.ts';
import type { Keeping } from './keeping.ts';
import { finishedOf, outcomeOf, withEpoch, withPoint, withUse } from './run-so-far.ts';

interface Around {
  readonly services: Services;
  readonly scores: Scorer;
  readonly keeping: Keeping;
  /** Called when the weights have changed. */
  readonly onWeights: () => void;
}

/** Has the trainer begin. */
type Begin = (trainer: PageTrainer, options: TrainOptions) => ReturnType<PageTrainer['train']>;

/** What is shown of the run before goes with the next. */
const BEGUN = { notice: null, outcome: '', checksum: null, step: null, kept: null } as const;

/** The run under way: begins it, shows how it goes, and ends it. */
export class Runner {
  readonly #around: Around;
  #abort: AbortController | null = null;
  /** Settles when the run under way has ended. */
  #running: Promise<void> = Promise.resolve();
  /** What the run under way is trained with; null when there is none. */
  #started: TrainSettings | null = null;
  #begun = 0;

  constructor(around: Around) {
    this.#around = around;
  }

  begin(epochs: number): void {
    const abort = (this.#abort = new AbortController());
    const training = (this.#started = this.#state.training);
    this.use(training);
    // What keeps the run is there by the time that it is needed.
    this.#services.runs().catch(() => undefined);
    const lastEpoch = finishedOf(this.#state) + epochs;
    this.#update({ run: 'training', place: null, progress: null, lastEpoch, ...BEGUN });
    const warmUp = Math.min(training.warmUp, epochs);
    const settings = { ...training, epochs, warmUp };
    const begin: Begin = (trainer, options) => trainer.train(settings, options);
    this.#running = this.#run(begin, settings, abort.signal);
  }

  /**
   * Goes on with a paused run that was brought back, to the same bits as if nothing had been between.
   * @returns false when there is none, or it cannot take the settings of now
   */
  goOn(): boolean {
    const { place, used, training } = this.#state;
    if (!place || !used || !isLive(differing(used, training))) return false;
    const abort = (this.#abort = new AbortController());
    this.#started = used;
    this.#update({ run: 'training', place: null, ...BEGUN });
    const begin: Begin = (trainer, options) => trainer.continueRun(place, options);
    this.#running = this.#run(begin, place.settings, abort.signal);
    return true;
  }

  async #run(begin: Begin, settings: TrainSettings, signal: AbortSignal): Promise<void> {
    const { trainer } = this.#services;
    if (!trainer) return;
    try {
      const onProgress = (progress: TrainProgress) => this.#showProgress(progress, signal);
      const epochs = begin(trainer, { signal, onProgress });
      let next = await epochs.next();
      for (; !next.done; next = await epochs.next()) this.addEpoch(next.value);
      await this.#finish(next.value, settings, signal);
    } catch (error) {
      // With its worker the weights are gone too, also those of a run that was to be ended.
      if (signal.aborted && !isCrash(error)) return;
      this.#update({ run: 'idle', progress: null, trail: [] });
      this.#services.fail(error);
    } finally {
      if (this.#abort?.signal === signal) this.#abort = this.#started = null;
    }
  }

  async #finish(end: TrainEnd, settings: TrainSettings, signal: AbortSignal): Promise<void> {
    const evaluation = (await this.#services.trainer?.evaluate()) ?? null;
    const outcome = outcomeOf(this.#state, end, settings, evaluation);
    if (end.reason === 'early')
      this.#update({ kept: end.epoch, lastEpoch: finishedOf(this.#state) });
    await this.#around.scores.refresh();
    if (this.#abort?.signal !== signal) return; // its worker is gone
    this.#update({ run: 'idle', trail: [], evaluation, outcome });
    this.#around.onWeights();
    await this.showChecksum();
    await this.#around.keeping.keep();
  }

  /** Of the weights as they are, unless they are changing again. */
  async showChecksum(): Promise<void> {
    const weights = await this.#services.trainer?.weights();
    if (weights && this.#state.run !== 'training') this.#update({ checksum: weights.sha256 });
  }

  /** Settles when the run has ended. */
  async stop(): Promise<void> {
    this.#abort?.abort();
    await this.#running;
  }

  /** Gives the paused run these settings; false when it cannot take them, or there is none. */
  async takeUp(trainer: PageTrainer, training: TrainSettings): Promise<boolean> {
    if (!this.#started) return false;
    const names = differing(this.#started, training);
    if (!isLive(names)) return false;
    if (names.length > 0) await trainer.change(pick(training, names));
    this.#started = training;
    return true;
  }

  /** Gives the run that trains other settings, from the next batch on. */
  async change(trainer: PageTrainer, settings: LiveSettings): Promise<void> {
    const { training } = this.#state;
    if (!this.#started) return;
    const { updates } = await trainer.change(settings);
    this.#started = { ...this.#started, ...settings };
    this.use({ ...(this.#state.used ?? training), ...settings }, updates);
  }

  /** Notes what the next update is made with. @param at updates that were made before */
  use(training: TrainSettings, at?: number): void {
    const startedAt = Date.now();
    const fresh = { id: `${startedAt}-${++this.#begun}`, startedAt };
    this.#update(withUse(this.#state, training, fresh, at));
  }

  #showProgress(progress: TrainProgress, signal: AbortSignal): void {
    if (signal.aborted) return;
    this.#update({ progress, lastEpoch: progress.lastEpoch });
    this.#update(withPoint(this.#state, progress));
    this.#around.onWeights();
  }

  /** An epoch has ended. */
  addEpoch(epoch: Epoch): void {
    this.#update(withEpoch(this.#state, epoch));
    void this.#around.scores.refresh();
  }

  /** The worker is gone, and the run with it. */
  forget(): void {
    this.#abort?.abort();
    this.#abort = this.#started = null;
  }

  get #services(): Services {
    return this.#around.services;
  }

  get #state() {
    return this.#services.store.state;
  }

  #update(change: Parameters<Services['store']['update']>[0]): void {
    this.#services.store.update(change);
  }
}

const isCrash = (error: unknown): boolean =>
  error instanceof ScratchpadError && error.code === 'crashed';
