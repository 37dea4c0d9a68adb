// SPDX-License-Identifier: MIT
import { messageOf, ScratchpadError } from '../../lib/errors.ts';
import type { DataInfo } from '../../lib/results.ts';
import { DIGITS_LOOK } from '../model/data-look.ts';
import type { DataChoice } from '../model/learned-from.ts';
import type { OwnData } from '../model/own-data.ts';
import type { Library, Services } from '../model/services.ts';
import type { DataState } from '../model/state.ts';
import { fitNetwork } from './fit-network.ts';

type Opened = ReturnType<Library['openDataSet']>;

interface Around {
  readonly services: Services;
  readonly library: Library;
  /** The folder that holds data/manifest.json. */
  readonly site: URL;
  /** What 'own' stands for when its turn has come. */
  readonly own: () => OwnData | null;
}

/** Loads data once: asks for it, gives it to the trainer, and shows how far that is. */
export class Loading {
  readonly #around: Around;
  readonly #abort = new AbortController();
  /** About to be given up: what still arrives is not shown. */
  left = false;

  constructor(around: Around) {
    this.#around = around;
  }

  abort(): void {
    this.#abort.abort();
  }

  /** @param started settles when there is a trainer, with whether there is one */
  async run(choice: DataChoice, started: Promise<boolean>): Promise<void> {
    if (this.#isAborted()) return;
    try {
      const opened = choice === 'mnist' ? this.#open(started) : null;
      opened?.catch(() => undefined); // told below, once there is a trainer
      if (!(await started)) {
        this.abort();
        return;
      }
      const { services, own } = this.#around;
      await fitNetwork(services, (choice === 'own' ? own() : null) ?? DIGITS_LOOK);
      const info = await (opened
        ? this.#loadMnist(opened)
        : choice === 'own'
          ? this.#loadOwn()
          : this.#generate());
      if (info && this.#counts) this.#show({ kind: 'ready', info });
    } catch (error) {
      if (this.#isAborted()) return;
      this.abort(); // what else is under way must not go on showing how far it is
      const engine = error instanceof ScratchpadError && error.code === 'crashed';
      this.#show({ kind: 'failed', message: messageOf(error), engine });
    }
  }

  async #loadOwn(): Promise<DataInfo | null> {
    const { services, own } = this.#around;
    const { train, test } = own() ?? {};
    if (!services.trainer || !train || !test) return null;
    return services.trainer.load({ train, test });
  }

  #open(started: Promise<boolean>): Opened {
    const { services, library, site } = this.#around;
    let shown = false;
    void started.then((there) => (shown = there));
    return library.openDataSet(site, {
      signal: this.#abort.signal,
      onProgress: (loaded, total) => {
        const { kind } = services.store.state.data;
        // What has arrived is told by the trainer, which knows what of it can be used.
        if (shown && !this.#isAborted() && kind === 'downloading') {
          this.#show({ kind: 'downloading', loaded, total });
        }
      },
    });
  }

  async #loadMnist(opened: Opened): Promise<DataInfo | null> {
    const { store, trainer } = this.#around.services;
    this.#show({ kind: 'downloading', loaded: 0, total: 0 });
    const files = await opened;
    if (this.#isAborted() || !trainer) return null;
    if (!files) {
      store.update({ hasMnist: false, choice: 'generated' });
      return this.#generate();
    }
    store.update({ hasMnist: true });
    return trainer.loadIdx(files, {
      onPart: (info) => {
        if (this.#counts && info.train) this.#show({ kind: 'arriving', info });
      },
    });
  }

  async #generate(): Promise<DataInfo | null> {
    const { trainer } = this.#around.services;
    if (!trainer) return null;
    this.#show({ kind: 'generating', fraction: 0 });
    return trainer.generateDigits(undefined, {
      onProgress: (fraction) => {
        if (!this.#isAborted()) this.#show({ kind: 'generating', fraction });
      },
    });
  }

  #isAborted(): boolean {
    return this.#abort.signal.aborted;
  }

  get #counts(): boolean {
    return !this.#isAborted() && !this.left;
  }

  #show(data: DataState): void {
    this.#around.services.store.update({ data });
  }
}
