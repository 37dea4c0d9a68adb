// SPDX-License-Identifier: MIT
import { ScratchpadError } from '../errors.ts';
import type { Answers, LoadedPart } from '../results.ts';
import { check } from '../module.ts';
import type { Core } from './core.ts';
import { ResultJob } from './result-job.ts';
import { SliceSize } from './tempo.ts';

/** Answers every image of a part as it was loaded, those set aside for validation too. */
export class AnswersJob extends ResultJob<Answers> {
  // Before training: the weights must stay the same until it is through.
  override readonly priority = 2;
  override readonly paused = false;
  readonly #core: Core;
  readonly #part: LoadedPart;
  readonly #size: SliceSize;
  #sheet: Answers | undefined;
  #done = 0;
  #moment = 0;

  constructor(core: Core, part: LoadedPart) {
    super();
    this.#core = core;
    this.#part = part;
    this.#size = new SliceSize(core.tempo);
  }

  protected override work(): Answers | undefined {
    const { module, trainer, tempo } = this.#core;
    const sheet = (this.#sheet ??= this.#begin());
    if (trainer.moment() !== this.#moment) {
      throw new ScratchpadError(
        'badState',
        'The network or its data changed while its answers were collected. Ask again.',
      );
    }
    const of = sheet.answers.length;
    const end = performance.now() + tempo.sliceMs;
    do {
      const before = performance.now();
      // At least 1, so that the core says what is wrong with a part that is not there.
      const count = Math.max(1, Math.min(this.#size.examples, of - this.#done));
      const { status, ...some } = trainer.answers(module.Part[this.#part], this.#done, count);
      check(module, status);
      sheet.answers.set(some.answers, this.#done);
      sheet.probabilities.set(some.probabilities, this.#done);
      sheet.costs.set(some.costs, this.#done);
      this.#done += count;
      this.#size.measured(count, performance.now() - before);
    } while (this.#done < of && performance.now() < end);
    return this.#done < of ? undefined : sheet;
  }

  #begin(): Answers {
    const core = this.#core;
    this.#moment = core.trainer.moment();
    const aside = this.#part === 'train' ? core.examples('validation') : 0;
    const of = core.examples(this.#part) + aside;
    return {
      answers: new Uint8Array(of),
      probabilities: new Float32Array(of),
      costs: new Float32Array(of),
    };
  }
}
