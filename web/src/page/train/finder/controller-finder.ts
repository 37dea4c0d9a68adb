// SPDX-License-Identifier: MIT
import { messageOf, ScratchpadError } from '../../../lib/errors.ts';
import type { Services } from '../../model/services.ts';
import { giveDrawings } from '../../model/give-drawings.ts';
import type { Finder } from '../../model/state.ts';
import { FINDER } from './texts.ts';
import './rate-finder.ts';

/** Updates of the search: enough for a smooth curve, and over in a second or two. */
const STEPS = 200;

/** Looks for a learning rate; training waits meanwhile. */
export class FinderController {
  readonly #services: Services;
  #abort: AbortController | null = null;

  constructor(services: Services) {
    this.#services = services;
  }

  async find(): Promise<void> {
    const { store } = this.#services;
    const { busy, run } = store.state;
    const started = this.#services.trainer !== null;
    if (!started || busy || run === 'training') return;
    const abort = (this.#abort = new AbortController());
    const show = (change: Partial<Finder>) => {
      const { finder } = store.state;
      if (finder) store.update({ finder: { ...finder, ...change } }); // it may be closed by now
    };
    store.update({ busy: 'finder' });
    try {
      // A network that was just changed is the one to look for; its making clears what was found.
      await this.#services.settled();
      const { trainer } = this.#services;
      if (!trainer) return;
      const { finder, training } = store.state;
      store.update({ finder: { fraction: 0, found: finder?.found ?? null, problem: '' } });
      await giveDrawings(this.#services, training);
      const found = await trainer.findLearningRate(training, {
        steps: STEPS,
        signal: abort.signal,
        onProgress: (fraction) => {
          if (!abort.signal.aborted) show({ fraction });
        },
      });
      show({ fraction: null, found });
    } catch (error) {
      const told = abort.signal.aborted || error instanceof ScratchpadError;
      show({ fraction: null, problem: abort.signal.aborted ? FINDER.cancelled : messageOf(error) });
      if (!told || (error instanceof ScratchpadError && error.code === 'crashed')) {
        this.#services.fail(error);
      }
    } finally {
      this.#abort = null;
      store.update({ busy: null });
    }
  }

  cancel(): void {
    this.#abort?.abort();
  }

  close(): void {
    this.cancel();
    this.#services.store.update({ finder: null });
  }
}
