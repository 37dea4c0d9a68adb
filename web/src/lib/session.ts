// SPDX-License-Identifier: MIT
// What the worker holds: one network, its data, and the work under way. What it answers to whom
// stands in handlers/.
import type { Core } from './jobs/core.ts';
import { Scheduler } from './jobs/scheduler.ts';
import { Tempo } from './jobs/tempo.ts';
import { ScratchpadError } from './errors.ts';
import { Loader } from './loader.ts';
import { type CoreTrainer, type LoadedModule, loadModule, type MainModule } from './module.ts';
import type { Backend, Part } from './results.ts';
import { Runs } from './runs.ts';
import {
  type DescentSettings,
  type Engine,
  type EngineSettings,
  type NetworkSettings,
} from './settings.ts';
import type { Machine } from './variants.ts';
import { WarmUps } from './warm-ups.ts';

/** After a network was made, in milliseconds. */
const WARM_UP_AFTER = 50;

export class Session implements Core {
  readonly module: MainModule;
  readonly trainer: CoreTrainer;
  readonly tempo = new Tempo();
  readonly backend: Backend;
  readonly scheduler = new Scheduler();
  readonly loader: Loader;
  readonly runs: Runs;
  readonly #warmUps: WarmUps;
  #network: NetworkSettings | null = null;
  /** What a training is likely to begin with; null before the first network. */
  usual: DescentSettings | null = null;

  private constructor({ module, variant, threads }: LoadedModule, asked: Engine) {
    this.module = module;
    this.trainer = new module.Trainer();
    const notes = asked === 'notes';
    this.trainer.useEngine(notes ? module.EngineKind.notes : module.EngineKind.fast);
    this.backend = {
      threads: this.trainer.useThreads(threads),
      math: notes ? 'notes' : variant.startsWith('turbo') ? 'turbo' : 'reproducible',
      simd: variant !== 'scalar',
    };
    this.runs = new Runs(this, this.scheduler);
    this.#warmUps = new WarmUps(this, this.scheduler);
    this.loader = new Loader(this, {
      mustBeIdle: () => this.runs.mustBeIdle(),
      stopTraining: (error) => this.runs.fail(error),
      run: (job) => this.scheduler.run(job),
    });
  }

  /**
   * The engine stays what it is given here.
   * @param machine what there is to choose from; examined when absent
   */
  static async create(engine: EngineSettings, machine?: Machine): Promise<Session> {
    return new Session(await loadModule(engine, machine), engine.math);
  }

  get network(): NetworkSettings {
    if (!this.#network) throw new ScratchpadError('badState', 'There is no network yet.');
    return this.#network;
  }

  /** Of the core, which has it already. */
  set network(network: NetworkSettings) {
    this.#network = network;
    // Data is likely to be loaded at once, and that has no time to lose.
    setTimeout(() => {
      if (!this.loader.busy) this.warmUp();
    }, WARM_UP_AFTER);
  }

  get trainLabels(): readonly number[] {
    return this.loader.info.train?.perLabel ?? [];
  }

  get allArrived(): boolean {
    const { train } = this.loader.info;
    return train !== null && train.examples === train.expected;
  }

  examples(part: Part): number {
    return this.trainer.examples(this.module.Part[part]);
  }

  /** Has the browser compile what training with these settings needs, unless it trains already. */
  warmUp(settings = this.usual): void {
    if (settings && !this.runs.training) this.#warmUps.begin(settings);
  }

  /** Whatever is still being compiled ahead must not keep real work waiting. */
  endWarmUp(): void {
    this.#warmUps.end();
  }
}
