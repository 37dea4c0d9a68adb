// SPDX-License-Identifier: MIT
import { messageOf, ScratchpadError } from '../../lib/errors.ts';
import { plain } from '../model/problems.ts';
import type { Services } from '../model/services.ts';
import { RUN } from '../train/texts.ts';
import { ERRORS } from './texts.ts';

/** Says on the page what went wrong, and recovers where that is possible. */
export class Faults {
  readonly #services: Services;
  readonly #train: { forget(): void };
  readonly #data: { recover(): Promise<void> };
  #lastCrash: ScratchpadError | null = null;

  /**
   * @param train forgets the run that is gone with its worker
   * @param data loads the data for the next worker
   */
  constructor(services: Services, train: { forget(): void }, data: { recover(): Promise<void> }) {
    this.#services = services;
    this.#train = train;
    this.#data = data;
  }

  fail(error: unknown): void {
    if (!(error instanceof ScratchpadError)) {
      this.#services.say(`${ERRORS.lost} ${messageOf(error)}`);
      return;
    }
    const { store } = this.#services;
    const { code, message, setting } = error;
    if (code === 'disposed') return;
    if (code === 'crashed') this.#crashed(error);
    else if (code === 'badSetting' && setting) {
      store.update({ problems: { ...store.state.problems, [setting]: plain(message) } });
    } else this.#services.say(message);
  }

  /** With its worker the network is gone; what was kept of it can be brought back. */
  #crashed(error: ScratchpadError): void {
    // Of one crash all hear that had asked something.
    if (error === this.#lastCrash) return;
    this.#lastCrash = error;
    const { store } = this.#services;
    const { current } = store.state;
    const text = `${error.message} ${RUN.crashed}`;
    this.#services.say(text);
    this.#train.forget();
    if (current) void this.#offer(current.id, text);
    void this.#data.recover();
  }

  async #offer(id: string, text: string): Promise<void> {
    const { store } = this.#services;
    const runs = await this.#services.runs().catch(() => null);
    if (!runs) return; // then nothing is kept
    if (!runs.interrupted.lost(id) && runs.has(id))
      store.update({ notice: { kind: 'error', text, undo: id } });
  }
}
