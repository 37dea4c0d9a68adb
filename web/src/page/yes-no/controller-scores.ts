// SPDX-License-Identifier: MIT
import type { Scorer, Services } from '../model/services.ts';

/** The yes/no question at every threshold: one asking in flight, the latest weights win. */
export class ScoresController implements Scorer {
  readonly #services: Services;
  #stale = false;
  #asking: Promise<void> | null = null;

  constructor(services: Services) {
    this.#services = services;
  }

  /** The weights have changed by an epoch. Settles when the scores of now are shown. */
  refresh(): Promise<void> {
    if (this.#services.store.state.network.output !== 'sigmoid') return Promise.resolve();
    this.#stale = true;
    this.#asking ??= this.#ask().finally(() => (this.#asking = null));
    return this.#asking;
  }

  setThreshold(threshold: number): void {
    this.#services.store.update({ threshold });
  }

  async #ask(): Promise<void> {
    const { store, trainer } = this.#services;
    while (this.#stale && trainer) {
      this.#stale = false;
      const { network } = store.state;
      try {
        const [scores, { toCurves }] = await Promise.all([
          trainer.scores('test'),
          import('../../lib/curves.ts'), // loaded when the question is asked
        ]);
        // A network that has been replaced or reset meanwhile has no epochs.
        const current = store.state.network === network && store.state.epochs.length > 0;
        if (current) store.update({ scores, curves: toCurves(scores) });
      } catch (error) {
        this.#services.fail(error);
      }
    }
  }
}
