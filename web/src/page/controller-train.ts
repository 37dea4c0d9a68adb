// SPDX-License-Identifier: MIT
import type { Trainer } from '../lib/index.ts';
import type { Epoch, TrainEnd, TrainProgress } from '../lib/protocol.ts';
import type { NetworkSettings, TrainSettings } from '../lib/settings.ts';
import type { Context } from './context.ts';
import type { ScoresController } from './controller-scores.ts';
import { UNTRAINED } from './store.ts';
import { RUN } from './texts.ts';
import { METHODS } from './texts/methods.ts';

/** Train, Pause, Step, Reset. */
export class TrainController {
  readonly #context: Context;
  /** Called when the weights have changed. */
  readonly #onWeights: () => void;
  readonly #scores: ScoresController;
  #abort: AbortController | null = null;
  /** Settles when the run under way has ended. */
  #running: Promise<void> = Promise.resolve();
  /** What the run under way was started with. */
  #started: TrainSettings | null = null;
  #firstEpoch = 0;
  #queue: Promise<void> = Promise.resolve();

  constructor(context: Context, scores: ScoresController, onWeights: () => void) {
    this.#context = context;
    this.#scores = scores;
    this.#onWeights = onWeights;
  }

  toggle(): Promise<void> {
    return this.#enqueue(async (trainer) => {
      const { run, training } = this.#state;
      if (run === 'training') {
        this.#update({ run: 'paused' });
        await trainer.pause();
        await this.#showChecksum();
      } else if (run === 'paused' && training === this.#started) {
        this.#update({ run: 'training', step: null, checksum: null });
        await trainer.resume();
      } else if (run === 'paused') {
        // New settings: the same weights go on in a new run, to the epoch that they ask for.
        await this.#stop();
        const left = this.#firstEpoch + training.epochs - this.#finished;
        this.#begin(Math.max(1, left));
      } else {
        this.#firstEpoch = this.#finished;
        this.#begin(training.epochs);
      }
    });
  }

  step(): Promise<void> {
    return this.#enqueue(async (trainer) => {
      const step = await trainer.step(this.#state.training);
      this.#update({ step, progress: null, outcome: '', checksum: null, notice: null });
      this.#addTrail(step.epoch, step.examples / step.of, step.cost);
      if (step.finished) this.#addEpoch(step.finished);
      if (step.finished) void this.#scores.refresh();
      this.#onWeights();
    });
  }

  reset(): Promise<void> {
    return this.#enqueue(async () => {
      await this.renew();
      this.#update({ notice: null });
    });
  }

  /** Ends the run and goes back to the first weights. */
  async renew(): Promise<void> {
    await this.#stop();
    await this.#context.trainer?.reset();
    this.#clear();
  }

  /** The worker is gone, and the run with it. */
  forget(): void {
    this.#abort?.abort();
    this.#abort = null;
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
    makeNew: (trainer: Trainer) => Promise<void>,
  ): Promise<void> {
    await this.#enqueue(async (trainer) => {
      const learned = this.#trained;
      await this.#stop();
      await makeNew(trainer);
      this.#clear();
      this.#update({ notice: learned ? { kind: 'info', text: RUN.renewed(seed) } : null });
    });
  }

  get #state() {
    return this.#context.store.state;
  }

  get #trained(): boolean {
    const { epochs, progress, step } = this.#state;
    return epochs.length > 0 || progress !== null || step !== null;
  }

  get #finished(): number {
    return this.#state.epochs.at(-1)?.epoch ?? 0;
  }

  #update(change: Parameters<Context['store']['update']>[0]): void {
    this.#context.store.update(change);
  }

  /** One thing after another: a Train that is pressed during a long Step waits for its end. */
  #enqueue(work: (trainer: Trainer) => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(() => this.#guard(work));
    return this.#queue;
  }

  async #guard(work: (trainer: Trainer) => Promise<void>): Promise<void> {
    const { trainer } = this.#context;
    if (!trainer) return;
    try {
      await work(trainer);
    } catch (error) {
      this.#context.fail(error);
    }
  }

  #begin(epochs: number): void {
    const abort = (this.#abort = new AbortController());
    const training = (this.#started = this.#state.training);
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
        if (this.#abort?.signal === signal) this.#abort = null;
      }
    });
  }

  async #finish({ reason, epoch }: TrainEnd, { patience }: TrainSettings): Promise<void> {
    const seconds = this.#state.epochs.reduce((sum, one) => sum + one.seconds, 0);
    const evaluation = (await this.#context.trainer?.evaluate()) ?? null;
    const { examples = 0, correct = 0 } = evaluation ?? {};
    const done = this.#finished;
    let outcome = evaluation
      ? RUN.done(done, seconds, examples, correct)
      : RUN.doneWithoutTest(done, seconds);
    if (reason === 'early') {
      const rightly = evaluation ? METHODS.rightly(examples, correct) : '';
      outcome = `${METHODS.early(done, seconds, patience, epoch)} ${rightly}`.trim();
      this.#update({ kept: epoch, lastEpoch: done });
    }
    await this.#scores.refresh();
    this.#update({ run: 'idle', trail: [], evaluation, outcome });
    this.#onWeights();
    await this.#showChecksum();
  }

  async #showChecksum(): Promise<void> {
    const weights = await this.#context.trainer?.weights();
    if (weights && this.#state.run !== 'training') this.#update({ checksum: weights.sha256 });
  }

  async #stop(): Promise<void> {
    this.#abort?.abort();
    await this.#running;
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
    this.#update({ epochs: [...before, epoch], trail: [] });
  }
}
