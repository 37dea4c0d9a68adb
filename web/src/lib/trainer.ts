// SPDX-License-Identifier: MIT
import { checkEngine, checkNetwork } from './check-settings.ts';
import { checkNames } from './checks.ts';
import { Client } from './client.ts';
import { frozen } from './frozen.ts';
import { ownSnapshot } from './later-checks.ts';
import { type Opened, OPENED } from './portable.ts';
import type { Backend } from './results.ts';
import {
  DEFAULT_ENGINE,
  DEFAULT_NETWORK,
  DEFAULT_TRAINING,
  type DescentSettings,
  type EngineSettings,
  type NetworkSettings,
} from './settings.ts';
import type { Snapshot } from './snapshot.ts';
import { Trainable } from './trainable.ts';
import { descentOf, ownNetwork } from './trainer-settings.ts';

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
export class Trainer extends Trainable {
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
  override get backend(): Backend {
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
    const finding = this.findPlace();
    if (finding) await finding;
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
    const own = await ownSnapshot(snapshot);
    this.#setNetwork(frozen(await this.client.ask('restore', { snapshot: own })));
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
