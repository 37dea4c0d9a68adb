// SPDX-License-Identifier: MIT
import type { NetworkSettings } from '../../lib/settings.ts';
import type { LiveSettings } from '../model/changes.ts';
import type { PageTrainer, Services, Scorer, Training } from '../model/services.ts';
import { giveDrawings } from '../model/give-drawings.ts';
import type { Busy } from '../model/state.ts';
import { UNTRAINED } from '../model/initial-state.ts';
import { Keeping } from './keeping.ts';
import { finishedOf, withPoint } from './run-so-far.ts';
import { Runner } from './runner.ts';
import { RUN } from './texts.ts';
import { Turns } from './turns.ts';

/** Train, Pause, Step, Reset. */
export class TrainController implements Training {
  readonly #services: Services;
  /** Called when the weights have changed. */
  readonly #onWeights: () => void;
  readonly #scores: Scorer;
  readonly #keeping: Keeping;
  /** A Train that is pressed during a long Step waits for its end. */
  readonly #turns = new Turns();
  readonly #runner: Runner;

  constructor(services: Services, scores: Scorer, onWeights: () => void) {
    this.#services = services;
    this.#scores = scores;
    this.#onWeights = onWeights;
    this.#keeping = new Keeping(services);
    this.#runner = new Runner({ services, scores, keeping: this.#keeping, onWeights });
  }

  toggle(): Promise<void> {
    return this.#enqueue(async (trainer) => {
      const { run, training, firstEpoch } = this.#state;
      if (run === 'training') {
        this.#update({ run: 'paused' });
        await trainer.pause();
        await this.#runner.showChecksum();
        await this.#keeping.keep();
      } else if (run === 'paused' && (await this.#runner.takeUp(trainer, training))) {
        this.#runner.use(training);
        this.#update({ run: 'training', step: null, checksum: null, notice: null });
        await trainer.resume();
      } else if (run === 'paused' && this.#runner.goOn()) {
        await this.#runner.takeUp(trainer, training);
        this.#runner.use(training);
      } else if (run === 'paused') {
        await giveDrawings(this.#services, training);
        // New settings: the same weights go on in a new run, to the epoch that they ask for.
        await this.#runner.stop();
        const left = firstEpoch + training.epochs - this.#finished;
        this.#runner.begin(Math.max(1, left));
      } else {
        await giveDrawings(this.#services, training);
        this.#update({ firstEpoch: this.#finished });
        this.#runner.begin(training.epochs);
      }
    });
  }

  step(): Promise<void> {
    return this.#enqueue(async (trainer) => {
      const { training } = this.#state;
      await giveDrawings(this.#services, training);
      const step = await trainer.step(training);
      this.#runner.use(training);
      const over = { progress: null, outcome: '', checksum: null, notice: null };
      this.#update({ step, place: null, ...over });
      this.#update(withPoint(this.#state, step));
      if (step.finished) this.#runner.addEpoch(step.finished);
      this.#onWeights();
    });
  }

  /** Trains with other settings from the next batch on, if it trains. */
  change(settings: LiveSettings): Promise<void> {
    return this.#enqueue(async (trainer) => {
      // Where none is under way the next Train takes them up.
      if (this.#state.run === 'training') await this.#runner.change(trainer, settings);
    });
  }

  reset(): Promise<void> {
    return this.#enqueue(() => this.#renew());
  }

  /**
   * Ends the run and goes back to the first weights, after all that was asked for before.
   * @throws when the run could not be kept; all is then as it was
   */
  renew(): Promise<void> {
    return this.#turns.next(() => this.#renew());
  }

  /** Ends the run under way, keeps it, and does this before all else that is asked for. */
  exclusively(
    busy: Busy,
    work: (trainer: PageTrainer, kept: string | null) => Promise<void>,
  ): Promise<void> {
    this.#update({ busy });
    return this.#enqueue((trainer) =>
      this.#leave(async (kept) => {
        this.#update({ busy }); // another that was before it has ended by now
        this.#halt();
        await work(trainer, kept);
        this.#onWeights();
        void this.#scores.refresh();
      }),
    ).finally(() => this.#update({ busy: null, busyText: '' }));
  }

  /** Settles when all has been done that was asked for before. */
  settled(): Promise<void> {
    return this.#turns.next(() => Promise.resolve());
  }

  /** The worker is gone, and the run with it. */
  forget(): void {
    this.#runner.forget();
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
    await this.#enqueue((trainer) =>
      this.#leave(async (undo) => {
        await makeNew(trainer);
        this.#clear();
        this.#update({ notice: undo ? { kind: 'info', text: RUN.renewed(seed), undo } : null });
      }),
    );
  }

  #renew(): Promise<void> {
    return this.#leave(async (undo) => {
      await this.#services.trainer?.reset();
      this.#clear();
      this.#update({ notice: undo ? { kind: 'info', text: RUN.reset, undo } : null });
    });
  }

  get #state() {
    return this.#services.store.state;
  }

  get #finished(): number {
    return finishedOf(this.#state);
  }

  #update(change: Parameters<Services['store']['update']>[0]): void {
    this.#services.store.update(change);
  }

  #enqueue(work: (trainer: PageTrainer) => Promise<void>): Promise<void> {
    return this.#turns.next(() => this.#guard(work));
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

  /** Ends the run, has it kept before its weights are lost, and then does this. */
  async #leave(work: (kept: string | null) => Promise<void>): Promise<void> {
    await this.#runner.stop();
    try {
      await work(await this.#keeping.leave());
    } catch (error) {
      this.#halt();
      throw error;
    }
  }

  /** The run has been ended, and may go on. */
  #halt(): void {
    if (this.#state.run === 'training') this.#update({ run: 'paused' });
  }

  #clear(): void {
    this.#update({ ...UNTRAINED, run: 'idle', lastEpoch: this.#state.training.epochs });
    this.#onWeights();
  }
}
