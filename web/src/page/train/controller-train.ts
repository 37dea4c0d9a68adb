// SPDX-License-Identifier: MIT
import { messageOf } from '../../lib/errors.ts';
import type { Epoch, TrainEnd, TrainProgress } from '../../lib/results.ts';
import type { NetworkSettings, TrainSettings } from '../../lib/settings.ts';
import { differing, isLive, type LiveSettings, pick } from '../model/changes.ts';
import { marksOf } from '../model/change-texts.ts';
import type { PageTrainer, Services, Scorer, Training } from '../model/services.ts';
import { giveDrawings } from '../model/give-drawings.ts';
import { learnsFrom } from '../model/learned-from.ts';
import type { Busy, CurrentRun } from '../model/state.ts';
import { isTrained } from '../model/selectors.ts';
import { UNTRAINED } from '../model/initial-state.ts';
import { STATUS } from '../model/texts.ts';
import { RUN } from './texts.ts';

/** Train, Pause, Step, Reset. */
export class TrainController implements Training {
  readonly #services: Services;
  /** Called when the weights have changed. */
  readonly #onWeights: () => void;
  readonly #scores: Scorer;
  #abort: AbortController | null = null;
  /** Settles when the run under way has ended. */
  #running: Promise<void> = Promise.resolve();
  /** What the run under way is trained with; null when there is none. */
  #started: TrainSettings | null = null;
  /** A run that could not be kept, as its owner has been told. */
  #unkept: CurrentRun | null = null;
  #queue: Promise<void> = Promise.resolve();
  #begun = 0;

  constructor(services: Services, scores: Scorer, onWeights: () => void) {
    this.#services = services;
    this.#scores = scores;
    this.#onWeights = onWeights;
  }

  toggle(): Promise<void> {
    return this.#enqueue(async (trainer) => {
      const { run, training, firstEpoch } = this.#state;
      if (run === 'training') {
        this.#update({ run: 'paused' });
        await trainer.pause();
        await this.#showChecksum();
        await this.#keep();
      } else if (run === 'paused' && (await this.#takeUp(trainer, training))) {
        this.#use(training);
        this.#update({ run: 'training', step: null, checksum: null, notice: null });
        await trainer.resume();
      } else if (run === 'paused') {
        await giveDrawings(this.#services, training);
        // New settings: the same weights go on in a new run, to the epoch that they ask for.
        await this.#stop();
        const left = firstEpoch + training.epochs - this.#finished;
        this.#begin(Math.max(1, left));
      } else {
        await giveDrawings(this.#services, training);
        this.#update({ firstEpoch: this.#finished });
        this.#begin(training.epochs);
      }
    });
  }

  step(): Promise<void> {
    return this.#enqueue(async (trainer) => {
      const { training } = this.#state;
      await giveDrawings(this.#services, training);
      const step = await trainer.step(training);
      this.#use(training);
      this.#update({ step, progress: null, outcome: '', checksum: null, notice: null });
      this.#addTrail(step.epoch, step.examples / step.of, step.cost);
      if (step.finished) this.#addEpoch(step.finished);
      if (step.finished) void this.#scores.refresh();
      this.#onWeights();
    });
  }

  /** Trains with other settings from the next batch on, if it trains. */
  change(settings: LiveSettings): Promise<void> {
    return this.#enqueue(async (trainer) => {
      const { run, training } = this.#state;
      if (run !== 'training' || !this.#started) return; // the next Train takes them up
      const { updates } = await trainer.change(settings);
      this.#started = { ...this.#started, ...settings };
      this.#use({ ...(this.#state.used ?? training), ...settings }, updates);
    });
  }

  reset(): Promise<void> {
    return this.#enqueue(() => this.renew());
  }

  /** Ends the run and goes back to the first weights. */
  async renew(): Promise<void> {
    const undo = await this.#leave();
    await this.#services.trainer?.reset();
    this.#clear();
    this.#update({ notice: undo ? { kind: 'info', text: RUN.reset, undo } : null });
  }

  /** Ends the run under way, keeps it, and does this before all else that is asked for. */
  exclusively(
    busy: Busy,
    work: (trainer: PageTrainer, kept: string | null) => Promise<void>,
  ): Promise<void> {
    this.#update({ busy });
    return this.#enqueue(async (trainer) => {
      const kept = await this.#leave();
      if (this.#state.run === 'training') this.#update({ run: 'paused' });
      await work(trainer, kept);
      this.#onWeights();
      void this.#scores.refresh();
    }).finally(() => this.#update({ busy: null, busyText: '' }));
  }

  /** The worker is gone, and the run with it. */
  forget(): void {
    this.#abort?.abort();
    this.#abort = this.#started = null;
    this.#clear();
  }

  /** Ends the run and makes another network, with its own first weights. */
  async replaceNetwork(network: NetworkSettings): Promise<void> {
    await this.#replace(network, (trainer) => trainer.configure(network));
  }

  /** Ends the run, and with it the network, when another trainer takes over. */
  async replaceTrainer(restart: () => Promise<void>): Promise<void> {
    await this.#replace(this.#state.network, restart);
  }

  async #replace(
    { seed }: NetworkSettings,
    makeNew: (trainer: PageTrainer) => Promise<void>,
  ): Promise<void> {
    await this.#enqueue(async (trainer) => {
      const undo = await this.#leave();
      await makeNew(trainer);
      this.#clear();
      this.#update({ notice: undo ? { kind: 'info', text: RUN.renewed(seed), undo } : null });
    });
  }

  get #state() {
    return this.#services.store.state;
  }

  get #finished(): number {
    return this.#state.epochs.at(-1)?.epoch ?? 0;
  }

  #update(change: Parameters<Services['store']['update']>[0]): void {
    this.#services.store.update(change);
  }

  /** One thing after another: a Train that is pressed during a long Step waits for its end. */
  #enqueue(work: (trainer: PageTrainer) => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(() => this.#guard(work));
    return this.#queue;
  }

  async #guard(work: (trainer: PageTrainer) => Promise<void>): Promise<void> {
    const { trainer } = this.#services;
    if (!trainer) return;
    try {
      await work(trainer);
    } catch (error) {
      this.#services.fail(error);
    }
  }

  #begin(epochs: number): void {
    const abort = (this.#abort = new AbortController());
    const training = (this.#started = this.#state.training);
    this.#use(training);
    // What keeps the run is there by the time that it is needed.
    this.#services.runs().catch(() => undefined);
    this.#update({
      run: 'training',
      notice: null,
      outcome: '',
      checksum: null,
      step: null,
      progress: null,
      kept: null,
      lastEpoch: this.#finished + epochs,
    });
    const warmUp = Math.min(training.warmUp, epochs);
    this.#running = this.#run({ ...training, epochs, warmUp }, abort.signal);
  }

  async #run(settings: TrainSettings, signal: AbortSignal): Promise<void> {
    await this.#guard(async (trainer) => {
      try {
        const onProgress = (progress: TrainProgress) => this.#showProgress(progress, signal);
        const epochs = trainer.train(settings, { signal, onProgress });
        let next = await epochs.next();
        for (; !next.done; next = await epochs.next()) {
          this.#addEpoch(next.value);
          void this.#scores.refresh();
        }
        await this.#finish(next.value, settings);
      } catch (error) {
        if (signal.aborted) return;
        this.#update({ run: 'idle', progress: null, trail: [] });
        throw error;
      } finally {
        if (this.#abort?.signal === signal) this.#abort = this.#started = null;
      }
    });
  }

  async #finish({ reason, epoch }: TrainEnd, { patience }: TrainSettings): Promise<void> {
    const seconds = this.#state.epochs.reduce((sum, one) => sum + one.seconds, 0);
    const evaluation = (await this.#services.trainer?.evaluate()) ?? null;
    const { examples = 0, correct = 0 } = evaluation ?? {};
    const done = this.#finished;
    let outcome = evaluation
      ? STATUS.done(done, seconds, examples, correct)
      : RUN.doneWithoutTest(done, seconds);
    if (reason === 'early') {
      const rightly = evaluation ? RUN.rightly(examples, correct) : '';
      outcome = `${RUN.early(done, seconds, patience, epoch)} ${rightly}`.trim();
      this.#update({ kept: epoch, lastEpoch: done });
    }
    if (this.#state.epochs.some(({ complete }) => !complete)) outcome += ` ${RUN.ofPart}`;
    await this.#scores.refresh();
    this.#update({ run: 'idle', trail: [], evaluation, outcome });
    this.#onWeights();
    await this.#showChecksum();
    await this.#keep();
  }

  async #showChecksum(): Promise<void> {
    const weights = await this.#services.trainer?.weights();
    if (weights && this.#state.run !== 'training') this.#update({ checksum: weights.sha256 });
  }

  async #stop(): Promise<void> {
    this.#abort?.abort();
    await this.#running;
  }

  /** Gives the paused run these settings; false when it cannot take them, or there is none. */
  async #takeUp(trainer: PageTrainer, training: TrainSettings): Promise<boolean> {
    if (!this.#started) return false;
    const names = differing(this.#started, training);
    if (!isLive(names)) return false;
    if (names.length > 0) await trainer.change(pick(training, names));
    this.#started = training;
    return true;
  }

  /** What the next update is made with. A run begins with its first; what changes later is noted. */
  #use(training: TrainSettings, at?: number): void {
    const { used, changes, current, progress, step, trail } = this.#state;
    const names = used ? differing(used, training).filter((name) => name !== 'epochs') : [];
    const updates = at ?? step?.updates ?? progress?.updates ?? 0;
    const x = trail.at(-1)?.x ?? this.#finished;
    const change = used && { x, updates, before: pick(used, names), after: pick(training, names) };
    const all = change && names.length > 0 ? [...changes, change] : changes;
    const id = `${Date.now()}-${++this.#begun}`;
    const fresh = { id, startedAt: Date.now(), ...learnsFrom(this.#state) };
    this.#update({
      used: training,
      current: current?.fetched ? { ...fresh, from: current.id } : (current ?? fresh),
      changes: all,
      marks: all === changes ? this.#state.marks : marksOf(all),
    });
  }

  /** Has the run kept, if there is one. @returns by which Undo finds it */
  async #keep(): Promise<string | null> {
    if (!isTrained(this.#state) || !this.#services.trainer) return null;
    const runs = await this.#services.runs();
    return runs.keep();
  }

  /** Ends the run and has it kept, before its weights are lost. */
  async #leave(): Promise<string | null> {
    await this.#stop();
    try {
      return await this.#keep();
    } catch (error) {
      const { current, run } = this.#state;
      if (this.#unkept === current) return null;
      this.#unkept = current;
      if (run === 'training') this.#update({ run: 'paused' });
      const reason = messageOf(error);
      throw new Error(RUN.unkept(reason), { cause: error });
    }
  }

  #clear(): void {
    this.#update({ ...UNTRAINED, run: 'idle', lastEpoch: this.#state.training.epochs });
    this.#onWeights();
  }

  #showProgress(progress: TrainProgress, signal: AbortSignal): void {
    if (signal.aborted) return;
    this.#update({ progress, lastEpoch: progress.lastEpoch });
    this.#addTrail(progress.epoch, progress.examples / progress.of, progress.cost);
    this.#onWeights();
  }

  #addTrail(epoch: number, share: number, cost: number): void {
    const point = { x: epoch - 1 + share, cost };
    const before = this.#state.trail.filter(({ x }) => x > epoch - 1 && x < point.x);
    this.#update({ trail: [...before, point] });
  }

  #addEpoch(epoch: Epoch): void {
    const before = this.#state.epochs.filter((other) => other.epoch < epoch.epoch);
    const { backend, speeds } = this.#state;
    const reached = backend ? { [backend.math]: epoch.imagesPerSecond } : {};
    this.#update({ epochs: [...before, epoch], trail: [], speeds: { ...speeds, ...reached } });
  }
}
