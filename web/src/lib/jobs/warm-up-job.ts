// SPDX-License-Identifier: MIT
import type { CoreTrainer, MainModule } from '../module.ts';
import type { TrainingSettings as CoreSettings, WarmUp } from '../wasm/mlp.mjs';
import type { Job } from './scheduler.ts';

/** Short, since whatever is asked waits for it, in milliseconds. */
const WARM_UP_SLICE_MS = 3;

/** After so much of it browsers have compiled what it uses, on a busy machine too; milliseconds. */
const ENOUGH_MS = 200;

/** Runs the code of training while nobody waits, until the browser has compiled it well. */
export class WarmUpJob implements Job {
  readonly priority = 0;
  readonly paused = false;
  readonly #module: MainModule;
  readonly #trainer: CoreTrainer;
  readonly #settings: CoreSettings;
  #scratch: WarmUp | undefined;
  #spent = 0;
  #over = false;

  constructor(module: MainModule, trainer: CoreTrainer, settings: CoreSettings) {
    this.#module = module;
    this.#trainer = trainer;
    this.#settings = settings;
  }

  /** Real work begins, or enough is done. */
  end(): void {
    this.#over = true;
    this.#scratch?.delete();
    this.#scratch = undefined;
  }

  slice(): boolean {
    if (this.#over) return true;
    const before = performance.now();
    const scratch = (this.#scratch ??= new this.#module.WarmUp(this.#trainer));
    while (performance.now() - before < WARM_UP_SLICE_MS) scratch.work(this.#settings);
    this.#spent += performance.now() - before;
    if (this.#spent >= ENOUGH_MS) this.end();
    return this.#over;
  }
}
