// SPDX-License-Identifier: MIT
import { messageOf } from '../../lib/errors.ts';
import type { Services } from '../model/services.ts';
import { isTrained } from '../model/selectors.ts';
import type { CurrentRun } from '../model/state.ts';
import { RUN } from './texts.ts';

/** Has the run kept that is on the page. */
export class Keeping {
  readonly #services: Services;
  /** A run that could not be kept, as its owner has been told. */
  #unkept: CurrentRun | null = null;

  constructor(services: Services) {
    this.#services = services;
  }

  /** Has the run kept, if there is one. @returns by which Undo finds it */
  async keep(): Promise<string | null> {
    const { store, trainer } = this.#services;
    if (!isTrained(store.state) || !trainer) return null;
    const runs = await this.#services.runs();
    return runs.keep();
  }

  /**
   * The same before its weights are lost.
   * @throws when it cannot be kept, the first time; asked again, it is done without
   */
  async leave(): Promise<string | null> {
    try {
      return await this.keep();
    } catch (error) {
      const { current } = this.#services.store.state;
      if (this.#unkept === current) return null;
      this.#unkept = current;
      throw new Error(RUN.unkept(messageOf(error)), { cause: error });
    }
  }
}
