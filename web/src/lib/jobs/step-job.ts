// SPDX-License-Identifier: MIT
import type { StepResult } from '../results.ts';
import type { Progress, TrainingSettings as CoreSettings } from '../wasm/mlp.mjs';
import type { Core } from './core.ts';
import { SlicedTraining } from './sliced-training.ts';
import { ResultJob } from './result-job.ts';

/** One update of the weights, and the test when it ended an epoch. */
export class StepJob extends ResultJob<StepResult> {
  override readonly priority = 2;
  override readonly paused = false;
  readonly #training: SlicedTraining;
  #done: Progress | undefined;

  constructor(core: Core, settings: CoreSettings) {
    super();
    this.#training = new SlicedTraining(core, settings);
  }

  protected override work(): StepResult | undefined {
    if (!this.#done) {
      const progress = this.#training.advance(true);
      if (!progress.batchDone) return undefined;
      this.#done = progress;
    }
    const { epochs, epochDone, examples, of, updates, cost, accuracy } = this.#done;
    const finished = epochDone ? this.#training.finishEpoch(this.#done) : null;
    if (finished === undefined) return undefined;
    const epoch = epochs + (epochDone ? 0 : 1);
    const complete = this.#training.isComplete(this.#done);
    return { epoch, examples, of, complete, updates, cost, trainAccuracy: accuracy, finished };
  }
}
