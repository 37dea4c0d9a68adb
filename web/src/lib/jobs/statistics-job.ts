// SPDX-License-Identifier: MIT
import type { NetworkStatistics } from '../results.ts';
import { check } from '../module.ts';
import type { Ask } from '../protocol.ts';
import type { StatisticsCollector } from '../wasm/mlp.mjs';
import type { Core } from './core.ts';
import { ResultJob } from './result-job.ts';
import { SliceSize } from './tempo.ts';

/** The statistics of the network as it is when the job begins. */
export class StatisticsJob extends ResultJob<NetworkStatistics> {
  override readonly priority = 2;
  override readonly paused = false;
  readonly #core: Core;
  readonly #ask: Ask<'statistics'>;
  readonly #size: SliceSize;
  #collector: StatisticsCollector | undefined;
  /** Of the network as it was when the job began. */
  #L = 0;
  #examples = 0;

  constructor(core: Core, ask: Ask<'statistics'>) {
    super();
    this.#core = core;
    this.#ask = ask;
    this.#size = new SliceSize(core.tempo);
  }

  protected override work(): NetworkStatistics | undefined {
    try {
      const statistics = this.#slice();
      if (statistics) this.#collector?.delete();
      return statistics;
    } catch (error) {
      this.#collector?.delete();
      throw error;
    }
  }

  #slice(): NetworkStatistics | undefined {
    const { module, trainer, network, tempo } = this.#core;
    const end = performance.now() + tempo.sliceMs;
    if (!this.#collector) {
      this.#collector = new module.StatisticsCollector();
      check(module, this.#collector.begin(trainer, this.#ask.examples));
      this.#L = network.layers.length - 1;
      return undefined;
    }
    while (performance.now() < end) {
      const before = performance.now();
      const done = this.#collector.advance(this.#size.examples);
      if (done === 0) return this.#result(this.#collector);
      this.#examples += done;
      this.#size.measured(done, performance.now() - before);
    }
    return undefined;
  }

  #result(collector: StatisticsCollector): NetworkStatistics {
    const layers = Array.from({ length: this.#L }, (_, i) =>
      collector.layer(i + 1, this.#ask.bins),
    );
    return { examples: this.#examples, layers };
  }
}
