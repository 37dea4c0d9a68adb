// SPDX-License-Identifier: MIT
import { checkChange, checkEngine, checkNetwork, checkTraining } from './check-settings.ts';
import { checkRun, checkSnapshot } from './check-snapshot.ts';
import { checkGiven, checkNames } from './checks.ts';
import { Client } from './client.ts';
import { copied, frozen } from './frozen.ts';
import { type Opened, OPENED, Portable } from './portable.ts';
import type { Ask } from './protocol.ts';
import type { Backend, Epoch, StepResult, TrainEnd } from './results.ts';
import { runTraining, type TrainOptions } from './run-training.ts';
import {
  DEFAULT_ENGINE,
  DEFAULT_NETWORK,
  DEFAULT_TRAINING,
  type DescentSettings,
  type EngineSettings,
  type NetworkSettings,
  type RunChange,
  type TrainSettings,
} from './settings.ts';
import type { RunPlace, Snapshot } from './snapshot.ts';
import { descentOf, ownNetwork, TRAINING } from './trainer-settings.ts';

export type TrainerOptions = Partial<NetworkSettings & EngineSettings> & Opened;

/**
 * Makes a network and the worker that trains it.
 * @param options what differs from DEFAULT_NETWORK and DEFAULT_ENGINE; or what openModel() gave, with
 *   or without settings of the engine
 * @throws ScratchpadError 'badSetting', 'badData' for a snapshot that is none, or 'unsupported' where
 *   WebAssembly is missing
 */
export const createTrainer = (options: TrainerOptions = {}): Promise<Trainer> =>
  Trainer.create(options);

/** A network in a worker of its own. Make one with createTrainer(). */
export class Trainer extends Portable {
  protected readonly client: Client;
  readonly #engine: EngineSettings;
  #network: NetworkSettings;
  #backend: Backend = frozen({ threads: 1, math: 'reproducible', simd: true });

  /** @internal */
  constructor(options: TrainerOptions) {
    super();
    const usual = { ...DEFAULT_ENGINE, ...DEFAULT_NETWORK };
    checkNames('createTrainer()', options, [...Object.keys(usual), ...OPENED]);
    const all = { ...usual, ...options.snapshot?.network, ...options };
    this.#engine = { threads: all.threads, math: all.math };
    this.#network = ownNetwork(all);
    this.client = new Client(
      () => ({ network: this.#network, engine: this.#engine, usual: DEFAULT_TRAINING }),
      () => this.forgetData(),
    );
    checkEngine(this.#engine);
    checkNetwork(this.#network);
  }

  /** @internal */
  static async create(options: TrainerOptions): Promise<Trainer> {
    const trainer = new Trainer(options);
    try {
      await trainer.configure({});
      await trainer.takeOver(options);
    } catch (error) {
      trainer.dispose();
      throw error;
    }
    return trainer;
  }

  /** What it really runs on. It cannot be changed. */
  get backend(): Backend {
    return this.#backend;
  }

  /** Its settings. They cannot be changed, but by configure() and restore(), which replace them. */
  override get network(): NetworkSettings {
    return this.#network;
  }

  /**
   * Makes a new network, with first weights of its own, for the data that is loaded.
   * @param network what differs from the present network
   * @throws ScratchpadError 'badSetting'; 'badState' while it trains
   */
  async configure(network: Partial<NetworkSettings>): Promise<void> {
    checkNames('configure()', network, Object.keys(DEFAULT_NETWORK));
    const next = ownNetwork({ ...this.#network, ...network });
    checkNetwork(next);
    const ask = { network: next, engine: this.#engine, usual: DEFAULT_TRAINING };
    this.#backend = frozen(await this.client.ask('configure', ask));
    this.#setNetwork(next);
  }

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
    checkRun(run);
    const best = run.best && { ...run.best, layers: [] }; // those came back with restore()
    return this.#run({ settings: run.settings, run: { ...run, best } }, { signal, onProgress });
  }

  async *#run(ask: Ask<'train'>, options: TrainOptions): AsyncGenerator<Epoch, TrainEnd, void> {
    await this.findPlace();
    return yield* runTraining(this.client, ask, options, (figures) =>
      this.note({ training: ask.settings, math: this.#backend.math, figures }),
    );
  }

  /**
   * Updates the weights once, with the next batch; while no training runs, or while it is paused.
   * @param settings what differs from DEFAULT_TRAINING
   * @throws ScratchpadError as train() does
   */
  async step(settings: Partial<DescentSettings> = {}): Promise<StepResult> {
    const descent = descentOf('step()', settings);
    await this.findPlace();
    const result = await this.client.ask('step', { settings: descent });
    const training = { ...DEFAULT_TRAINING, ...descent };
    this.note({ training, math: this.#backend.math, figures: null });
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
   * Back to the first weights: the same seed gives the same numbers again.
   * @throws ScratchpadError 'badState' while it trains
   */
  async reset(): Promise<void> {
    await this.client.ask('reset', {});
    this.forgetNotes(this.#network);
  }

  /**
   * Copies out all that training needs to go on from here, also while it trains: then as of one
   * moment, with how far the run has come. An epoch that has just ended is tested before.
   */
  async save(): Promise<Snapshot> {
    await this.findPlace();
    return this.client.ask('save', {});
  }

  /**
   * Takes the network, weights, optimizer's memory and place in the epoch of a snapshot of this
   * trainer or another: training goes on to the same bits as if nothing had been between. The data
   * stays what it is; load it first. Where the training images are not as many as they were for the
   * snapshot the epoch begins anew, on its weights.
   * @throws ScratchpadError 'badData' when it is damaged or no snapshot, and all stays as it was;
   *   'badState' while it trains
   */
  async restore(snapshot: Snapshot): Promise<void> {
    checkSnapshot(snapshot);
    this.#setNetwork(frozen(await this.client.ask('restore', { snapshot })));
  }

  #setNetwork(network: NetworkSettings): void {
    const before = this.#network;
    this.#network = network;
    this.forgetNotes(before);
  }

  /**
   * Has the code that training with these settings needs compiled well, by some 100 ms of work that
   * gives way to all else: training is then quick from its first step. It happens by itself for the
   * default settings, after a network was made and while data loads; for others it can be asked.
   * @param settings what differs from DEFAULT_TRAINING
   */
  async warmUp(settings: Partial<DescentSettings> = {}): Promise<void> {
    await this.client.ask('warmUp', { settings: descentOf('warmUp()', settings) });
  }

  /** Ends the worker; every call under way fails with 'disposed'. */
  dispose(): void {
    this.client.dispose();
  }
}
