// SPDX-License-Identifier: MIT
import { countParameters } from '../../../lib/check-settings.ts';
import { messageOf } from '../../../lib/errors.ts';
import type { Services } from '../../model/services.ts';
import type { State } from '../../model/state.ts';
import type { RunArchive } from '../run-archive.ts';
import { RUNS } from '../texts.ts';

/** At the ends of epochs, and within long ones after so many milliseconds. */
const INTERVAL_MS = 5000;

/**
 * What copying the weights, and what the optimizer remembers, takes of the training's time at most, in
 * milliseconds a weight and in all. By bench:autosave it is 2e-5 a weight with SGD and 3e-5 with Adam,
 * and up to 4e-5 where other programs want the processors too.
 */
const MS_PER_WEIGHT = 4e-5;
const MS_AT_LEAST = 2;

/** Of the training's time, that is to be no more than this share. */
const SHARE = 0.015;

/** After the last of several steps, in milliseconds. */
const PAUSE_MS = 1000;

/** Keeps the run while it trains, so that it can go on when its page or its worker ends. */
export class Autosave {
  readonly #services: Services;
  readonly #archive: RunArchive;
  readonly #keep: (underWay: boolean) => Promise<unknown>;
  #keptAt = 0;
  #epochs: State['epochs'] = [];
  #wanted = false;
  #busy = false;
  #told = false;
  #training = false;
  #step: State['step'] = null;
  #current: State['current'] = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param keep keeps the run, as one that is under way or one that rests */
  constructor(
    services: Services,
    archive: RunArchive,
    keep: (underWay: boolean) => Promise<unknown>,
  ) {
    this.#services = services;
    this.#archive = archive;
    this.#keep = keep;
    services.store.subscribe((state) => this.#follow(state));
  }

  #follow(state: State): void {
    const { run, epochs, network } = state;
    if (run !== 'training') {
      this.#training = false;
      this.#followSteps(state);
      return;
    }
    if (!this.#training) this.#keptAt = performance.now(); // there is nothing of it yet
    this.#training = true;
    [this.#step, this.#current] = [state.step, state.current]; // kept when the run ends
    if (epochs !== this.#epochs) this.#wanted = epochs.length > 0;
    this.#epochs = epochs;
    const since = performance.now() - this.#keptAt;
    const blocked = MS_AT_LEAST + MS_PER_WEIGHT * countParameters(network.layers);
    if (this.#busy || since < blocked / SHARE) return;
    if (this.#wanted || since > INTERVAL_MS) void this.#save(true);
  }

  /** Steps, and what was learned from drawings, are kept when they are over for a while. */
  #followSteps({ step, current, busy }: State): void {
    if (busy || (step === this.#step && current === this.#current)) return;
    [this.#step, this.#current] = [step, current];
    clearTimeout(this.#timer);
    if (!current || current.fetched) return;
    this.#timer = setTimeout(() => {
      const { run, busy: now } = this.#services.store.state;
      if (run !== 'training' && !now) void this.#save(false);
    }, PAUSE_MS);
  }

  async #save(underWay: boolean): Promise<void> {
    this.#busy = true;
    this.#wanted = false;
    try {
      await this.#keep(underWay);
      await this.#archive.written;
      const { problem, lasting } = this.#archive;
      if (problem) this.#tell(RUNS.notKept(problem));
      else if (!lasting) this.#tell(RUNS.passingRun);
    } catch (error) {
      this.#tell(RUNS.notKept(messageOf(error)));
    }
    this.#busy = false;
    this.#keptAt = performance.now();
  }

  /** Once: it costs nothing but the run, should the page end before its next pause. */
  #tell(text: string): void {
    const { store } = this.#services;
    // What went wrong is not to be hidden by it: that is told the next time.
    if (this.#told || store.state.notice?.kind === 'error') return;
    this.#told = true;
    store.update({ notice: { kind: 'info', text } });
  }
}
