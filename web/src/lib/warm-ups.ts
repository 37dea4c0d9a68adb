// SPDX-License-Identifier: MIT
import type { Core } from './jobs/core.ts';
import { toCoreSettings } from './jobs/core-settings.ts';
import type { Scheduler } from './jobs/scheduler.ts';
import { WarmUpJob } from './jobs/warm-up-job.ts';
import type { DescentSettings } from './settings.ts';

/** Has the browser compile what training needs, once for each method, before it is waited for. */
export class WarmUps {
  readonly #core: Core;
  readonly #scheduler: Scheduler;
  readonly #warm = new Set<string>();
  #job: WarmUpJob | undefined;

  constructor(core: Core, scheduler: Scheduler) {
    this.#core = core;
    this.#scheduler = scheduler;
  }

  /** For training with these settings. */
  begin(settings: DescentSettings): void {
    const { module, trainer, network } = this.#core;
    const what = [network.hidden, network.output, settings.optimizer].join(' ');
    if (this.#warm.has(what)) return;
    this.#warm.add(what);
    this.end();
    const own = toCoreSettings(this.#core, { ...settings, batchSize: 64 });
    this.#job = new WarmUpJob(module, trainer, own);
    this.#scheduler.add(this.#job);
  }

  /** Real work begins. */
  end(): void {
    this.#job?.end();
  }
}
