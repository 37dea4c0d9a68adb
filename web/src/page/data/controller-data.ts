// SPDX-License-Identifier: MIT
import { messageOf } from '../../lib/errors.ts';
import type { NetworkSettings } from '../../lib/settings.ts';
import type { Library, PageTrainer, Services } from '../model/services.ts';
import { type DataLook, DIGITS_LOOK } from '../model/data-look.ts';
import { fittingTraining } from './fit-network.ts';
import { Loading } from './loading.ts';
import type { OwnData } from '../model/own-data.ts';
import type { DataChoice } from '../model/learned-from.ts';
import type { DataState } from '../model/state.ts';
import { DATA } from './texts.ts';

/** A second crash within this time ends the recovery, in milliseconds. */
const CRASH_LOOP_MS = 20_000;

/** Starts the trainer and loads the chosen data. */
export class DataController {
  readonly #services: Services;
  readonly #library: Library;
  readonly #site: URL;
  /** Ends training and goes back to first weights. */
  readonly #renew: () => Promise<void>;
  #starting: Promise<PageTrainer> | null = null;
  /** Settles when the trainer has started, with whether it has. */
  #started: Promise<boolean> = Promise.resolve(false);
  /** The latest. */
  #loading: Loading | null = null;
  /** Settles when it has ended; the next one waits for it. */
  #loaded: Promise<void> = Promise.resolve();
  #cancelled = false;
  /** Kept for a new trainer, and to come back to. */
  #own: OwnData | null = null;
  #crashedAt = -Infinity;

  constructor(services: Services, library: Library, site: URL, renew: () => Promise<void>) {
    this.#services = services;
    this.#library = library;
    this.#site = site;
    this.#renew = renew;
  }

  /** The data is asked for at once, and read as soon as the trainer can take it. */
  async start(): Promise<void> {
    const { choice, network } = this.#services.store.state;
    this.#started = this.#startTrainer(network).then(
      async (there) => there && (await this.#catchUp(network)),
    );
    await this.#load(choice);
  }

  /**
   * Puts a trainer with the settings' engine in the place of the present one. Settles when it has
   * started; the data then follows.
   */
  async restart(): Promise<void> {
    const { store, trainer } = this.#services;
    this.#loading?.abort();
    trainer?.dispose();
    this.#starting = null;
    this.#services.trainer = null;
    store.update({ backend: null });
    // Not the store's network, which may be half typed.
    const network = trainer?.network ?? store.state.network;
    this.#started = this.#startTrainer(network);
    void this.#load(store.state.choice);
    await this.#started;
  }

  /** Makes the network that was asked for while the trainer started. */
  async #catchUp(asked: NetworkSettings): Promise<true> {
    const { store, trainer } = this.#services;
    const { network } = store.state;
    // Half typed it cannot be made; the next change will make it.
    if (network !== asked) await trainer?.configure(network).catch(() => undefined);
    return true;
  }

  async #startTrainer(network: NetworkSettings): Promise<boolean> {
    const { store } = this.#services;
    this.#show({ kind: 'starting' });
    try {
      this.#starting ??= this.#library.createTrainer({ ...network, ...store.state.engine });
      const trainer = await this.#starting;
      if (this.#cancelled) {
        trainer.dispose();
        return false;
      }
      this.#services.trainer = trainer;
      store.update({ backend: trainer.backend });
      return true;
    } catch (error) {
      this.#starting = null;
      this.#show({ kind: 'failed', message: messageOf(error), engine: true });
      return false;
    }
  }

  async choose(choice: DataChoice): Promise<void> {
    try {
      await this.#choose(choice);
    } catch (error) {
      this.#services.fail(error);
    }
  }

  /** @throws when the run could not be kept; all is then as it was */
  async #choose(choice: DataChoice): Promise<void> {
    const { store, trainer } = this.#services;
    const { choice: before, data } = store.state;
    store.update({ choice });
    if (!trainer) return this.#load(choice);
    const leaving = this.#loading;
    if (leaving) leaving.left = true;
    this.#show({ kind: 'downloading', loaded: 0, total: 0 });
    try {
      await this.#renew();
    } catch (error) {
      if (leaving) leaving.left = false;
      store.update({ choice: before, data });
      throw error;
    }
    await this.#load(choice);
  }

  /** See Services. */
  async useOwn(own: OwnData): Promise<void> {
    const { store } = this.#services;
    const held = this.#own;
    const { choice, own: before, network, training } = store.state;
    this.#own = own;
    const fitted = fittingTraining(training, own.train.labels.length);
    const { name, sha256 } = own;
    store.update({ own: { name, sha256 }, training: fitted });
    let problem = '';
    await this.#choose('own').catch((error: unknown) => (problem = messageOf(error)));
    const { data, notice, choice: chosen } = store.state;
    if (!problem && chosen === 'own' && data.kind === 'ready') return;
    this.#own = held;
    store.update({ own: before, training });
    // What was chosen instead has a network of its own by now, or will have.
    if (problem || chosen !== 'own') throw new Error(problem || DATA.replaced);
    store.update({ network });
    await this.choose(choice);
    store.update({ notice }); // its Undo brings back what had been learned
    throw new Error(data.kind === 'failed' ? data.message : DATA.replaced);
  }

  /** Holds own data that was kept; it is not loaded yet. */
  hold(own: OwnData): void {
    this.#own = own;
    const { name, sha256 } = own;
    this.#services.store.update({ own: { name, sha256 } });
  }

  /** See Services. */
  lookOf(choice: DataChoice): DataLook | null {
    if (choice === 'own') return this.#own;
    const missing = choice === 'mnist' && this.#services.store.state.hasMnist === false;
    return missing ? null : DIGITS_LOOK;
  }

  /** Loads other data, whatever the network has learned. Settles when it is loaded. */
  async load(choice: DataChoice): Promise<void> {
    this.#services.store.update({ choice });
    this.#show({ kind: 'downloading', loaded: 0, total: 0 });
    await this.#load(choice);
  }

  /** After a crash of the worker: the next one needs the data again. */
  async recover(): Promise<void> {
    const now = performance.now();
    const again = now - this.#crashedAt < CRASH_LOOP_MS;
    this.#crashedAt = now;
    if (again) {
      const message = this.#services.store.state.notice?.text ?? '';
      this.#show({ kind: 'failed', message, engine: true });
      return;
    }
    await this.#load(this.#services.store.state.choice);
  }

  cancel(): void {
    this.#cancelled = true;
    this.#loading?.abort();
  }

  #load(choice: DataChoice): Promise<void> {
    this.#loading?.abort();
    const loading = (this.#loading = new Loading({
      services: this.#services,
      library: this.#library,
      site: this.#site,
      own: () => this.#own,
    }));
    const started = this.#started;
    this.#loaded = this.#loaded.then(() => loading.run(choice, started));
    return this.#loaded;
  }

  #show(data: DataState): void {
    this.#services.store.update({ data });
  }
}
