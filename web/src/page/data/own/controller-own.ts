// SPDX-License-Identifier: MIT
import { readData } from '../../../lib/import/read-data.ts';
import { messageOf, ScratchpadError } from '../../../lib/errors.ts';
import type { InputFile } from '../../../lib/import/types.ts';
import type { OwnData } from '../../model/own-data.ts';
import { AddressRoute } from '../../model/route.ts';
import type { Services } from '../../model/services.ts';
import type { Dropped, State } from '../../model/state.ts';
import { BeforeClosing, keepOwn } from '../../storage/index.ts';
import { OWN } from './texts.ts';
import { filesOf, nameOfFiles } from './dropped-files.ts';
import { ownChecksum } from './own-checksum.ts';
import { INITIAL_OWN, type Needed, type OwnState, type Wishes } from './own-state.ts';
import { Store } from '../../model/store.ts';

/** Reads files, and hands them over when the person says so; until then nothing else changes. */
export class OwnController {
  readonly #services: Services;
  /** What it shows. */
  readonly shown = new Store<OwnState>(INITIAL_OWN);
  #files: readonly InputFile[] = [];
  #abort = new AbortController();

  /** What was dropped last. */
  #dropped: readonly Dropped[] | null = null;
  readonly #end: () => void;

  constructor(services: Services) {
    this.#services = services;
    this.#end = services.store.subscribe((state) => this.#follow(state));
    this.#follow(services.store.state);
  }

  dispose(): void {
    this.#end();
    this.stop();
  }

  /** Other files take the place of those that were read. */
  async take(dropped: readonly Dropped[]): Promise<void> {
    const signal = this.#begin({ ...INITIAL_OWN, fraction: 0 });
    try {
      const files = await filesOf(dropped, signal);
      if (signal.aborted) return;
      this.#files = files;
      this.#update({ name: nameOfFiles(files) });
    } catch (error) {
      this.#fail(error, signal);
      return;
    }
    await this.#read(signal);
  }

  /** Reads the same files in another way. */
  async change(wishes: Partial<Wishes>): Promise<void> {
    const { name, wishes: before } = this.shown.state;
    const all = { ...before, ...wishes };
    await this.#read(this.#begin({ ...INITIAL_OWN, name, wishes: all, fraction: 0 }));
  }

  /** What was begun is given up. */
  stop(): void {
    this.#abort.abort();
    this.#update({ fraction: null, using: false });
  }

  /** What is dropped on the page comes by way of its state. */
  #follow({ ownPanel }: State): void {
    if (ownPanel === this.#dropped) return;
    this.#dropped = ownPanel;
    if (ownPanel && ownPanel.length > 0) void this.take(ownPanel);
  }

  /** @returns whether it is loaded now */
  async use(): Promise<boolean> {
    const { data, name } = this.shown.state;
    if (!data?.test || this.shown.state.using) return false;
    const { store } = this.#services;
    this.#update({ using: true });
    const reading = this.#abort;
    try {
      const own = { ...data, name, test: data.test };
      const sha256 = await ownChecksum(own);
      if (reading.signal.aborted) return false;
      const before = store.state.training;
      await this.#services.useOwn({ ...own, sha256 });
      // Beside all else: training on it need not wait.
      void this.#keep({ ...own, sha256 });
      const { network, training, notice } = store.state;
      const batch = training.batchSize === before.batchSize ? null : training.batchSize;
      const mixed = before.otherHands + before.drawings > 0;
      const text = OWN.used(name, network.layers, batch, mixed);
      store.update({ notice: { kind: 'info', text, undo: notice?.undo } });
      if (reading !== this.#abort) return false; // other files were dropped meanwhile
      this.#files = [];
      this.#update(INITIAL_OWN);
      return true;
    } catch (error) {
      if (reading.signal.aborted) this.#services.fail(error);
      else this.#update({ problem: OWN.unusable(messageOf(error)), using: false });
      return false;
    }
  }

  /** Closing the page is asked about while it holds what could not be kept. */
  async #keep(own: OwnData): Promise<void> {
    const { store, route } = this.#services;
    try {
      await keepOwn(own);
    } catch (error) {
      this.#services.say(OWN.notKept(own.name, messageOf(error)));
      const closing = new BeforeClosing();
      const guard = (state: State): void => {
        closing.lost = state.own?.sha256 === own.sha256 && route instanceof AddressRoute;
      };
      store.subscribe(guard);
      guard(store.state);
    }
  }

  async #read(signal: AbortSignal): Promise<void> {
    const onProgress = (fraction: number): void => {
      if (!signal.aborted) this.#update({ fraction });
    };
    try {
      const data = await readData(this.#files, { ...this.shown.state.wishes, signal, onProgress });
      if (signal.aborted) return;
      const problem = data.test ? '' : OWN.failed(OWN.noTest);
      this.#update({ data: data.test ? data : null, problem, fraction: null });
    } catch (error) {
      this.#fail(error, signal);
    }
  }

  #fail(error: unknown, signal: AbortSignal): void {
    if (signal.aborted) return;
    const setting = error instanceof ScratchpadError ? error.setting : undefined;
    const needed: Needed | null = setting === 'sprite' || setting === 'width' ? setting : null;
    this.#update({ problem: OWN.failed(messageOf(error)), needed, fraction: null });
  }

  #begin(state: OwnState): AbortSignal {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#update(state);
    return this.#abort.signal;
  }

  #update(change: Partial<OwnState>): void {
    this.shown.update(change);
  }
}
