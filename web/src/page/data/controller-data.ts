// SPDX-License-Identifier: MIT
import { messageOf, ScratchpadError } from '../../lib/errors.ts';
import type { DataInfo } from '../../lib/results.ts';
import type { NetworkSettings } from '../../lib/settings.ts';
import type { Library, PageTrainer, Services } from '../model/services.ts';
import { type DataLook, DIGITS_LOOK } from '../model/data-look.ts';
import { fitNetwork, fittingTraining } from './fit-network.ts';
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
  /** Settles when the latest loading has ended; the next one waits for it. */
  #loading: Promise<void> = Promise.resolve();
  #abort = new AbortController();
  /** The loading that is about to be given up: what still arrives is not shown. */
  #left: AbortSignal | null = null;
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
    const { store } = this.#services;
    await this.#load(store.state.choice, this.#startTrainer(store.state.network));
  }

  /**
   * Puts a trainer with the settings' engine in the place of the present one. Settles when it has
   * started; the data then follows.
   */
  async restart(): Promise<void> {
    const { store, trainer } = this.#services;
    this.#abort.abort();
    trainer?.dispose();
    this.#starting = null;
    this.#services.trainer = null;
    store.update({ backend: null });
    // Not the store's network, which may be half typed.
    const network = trainer?.network ?? store.state.network;
    const started = this.#startTrainer(network);
    void this.#load(store.state.choice, started);
    await started;
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
    if (!trainer) return; // start() will load it
    this.#left = this.#abort.signal;
    this.#show({ kind: 'downloading', loaded: 0, total: 0 });
    try {
      await this.#renew();
    } catch (error) {
      this.#left = null;
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
    store.update({ own: before, network, training });
    if (problem || chosen !== 'own') throw new Error(problem || DATA.replaced);
    await this.choose(choice);
    store.update({ notice }); // its Undo brings back what had been learned
    throw new Error(data.kind === 'failed' ? data.message : DATA.replaced);
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
    this.#abort.abort();
  }

  /** @param started settles when there is a trainer, with whether there is one */
  #load(choice: DataChoice, started: Promise<boolean> = Promise.resolve(true)): Promise<void> {
    this.#abort.abort();
    const abort = (this.#abort = new AbortController());
    this.#loading = this.#loading.then(() =>
      abort.signal.aborted ? undefined : this.#loadNow(choice, started, abort),
    );
    return this.#loading;
  }

  async #loadNow(
    choice: DataChoice,
    started: Promise<boolean>,
    abort: AbortController,
  ): Promise<void> {
    try {
      const opened = choice === 'mnist' ? this.#open(started, abort.signal) : null;
      opened?.catch(() => undefined); // told below, once there is a trainer
      if (!(await started)) {
        abort.abort();
        return;
      }
      await fitNetwork(this.#services, this.lookOf(choice) ?? DIGITS_LOOK);
      const info = await (opened
        ? this.#loadMnist(opened, abort)
        : choice === 'own'
          ? this.#loadOwn()
          : this.#generate(abort));
      if (info && this.#counts(abort.signal)) this.#show({ kind: 'ready', info });
    } catch (error) {
      if (abort.signal.aborted) return;
      abort.abort(); // what else is under way must not go on showing how far it is
      const engine = error instanceof ScratchpadError && error.code === 'crashed';
      this.#show({ kind: 'failed', message: messageOf(error), engine });
    }
  }

  async #loadOwn(): Promise<DataInfo | null> {
    const { trainer } = this.#services;
    if (!trainer || !this.#own) return null;
    const { train, test } = this.#own;
    return trainer.load({ train, test });
  }

  #open(started: Promise<boolean>, signal: AbortSignal): ReturnType<Library['openDataSet']> {
    let shown = false;
    void started.then((there) => (shown = there));
    return this.#library.openDataSet(this.#site, {
      signal,
      onProgress: (loaded, total) => {
        const { kind } = this.#services.store.state.data;
        // What has arrived is told by the trainer, which knows what of it can be used.
        if (shown && !signal.aborted && kind === 'downloading') {
          this.#show({ kind: 'downloading', loaded, total });
        }
      },
    });
  }

  async #loadMnist(
    opened: ReturnType<Library['openDataSet']>,
    abort: AbortController,
  ): Promise<DataInfo | null> {
    const { store, trainer } = this.#services;
    const { signal } = abort;
    this.#show({ kind: 'downloading', loaded: 0, total: 0 });
    const files = await opened;
    if (signal.aborted || !trainer) return null;
    if (!files) {
      store.update({ hasMnist: false, choice: 'generated' });
      return this.#generate(abort);
    }
    store.update({ hasMnist: true });
    return trainer.loadIdx(files, {
      onPart: (info) => {
        if (this.#counts(signal) && info.train) this.#show({ kind: 'arriving', info });
      },
    });
  }

  async #generate({ signal }: AbortController): Promise<DataInfo | null> {
    const { trainer } = this.#services;
    if (!trainer) return null;
    this.#show({ kind: 'generating', fraction: 0 });
    return trainer.generateDigits(undefined, {
      onProgress: (fraction) => {
        if (!signal.aborted) this.#show({ kind: 'generating', fraction });
      },
    });
  }

  #counts(loading: AbortSignal): boolean {
    return !loading.aborted && loading !== this.#left;
  }

  #show(data: DataState): void {
    this.#services.store.update({ data });
  }
}
