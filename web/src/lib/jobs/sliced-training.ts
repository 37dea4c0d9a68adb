// SPDX-License-Identifier: MIT
import { binaryMetrics } from '../evaluation.ts';
import { check } from '../module.ts';
import type { EvaluationCounts } from '../protocol.ts';
import type { BinaryMetrics, Epoch, Part } from '../results.ts';
import type { RunPlace } from '../snapshot.ts';
import type { Progress, TrainingSettings as CoreSettings } from '../wasm/mlp.mjs';
import type { Core } from './core.ts';
import { SlicedEvaluation } from './evaluation.ts';
import { SliceSize } from './tempo.ts';

/** How much the newest slice counts in the speed that is shown. */
const SMOOTHING = 0.1;

/** Gradient descent in slices, with its clock: what a training run and a single step share. */
export class SlicedTraining {
  readonly #core: Core;
  readonly #size: SliceSize;
  #settings: CoreSettings;
  /** The tests that end an epoch: those still to do, and what the others gave. */
  #tests: {
    left: Part[];
    now: SlicedEvaluation | undefined;
    done: Map<Part, EvaluationCounts>;
  } | null = null;
  #epochSeconds = 0;
  #epochExamples = 0;
  #seconds = 0;
  #speed = 0;

  /** @param spent by the run that it goes on with */
  constructor(core: Core, settings: CoreSettings, spent?: RunPlace['spent']) {
    this.#core = core;
    this.#settings = settings;
    this.#size = new SliceSize(core.tempo);
    if (!spent) return;
    this.#seconds = spent.seconds;
    this.#epochSeconds = spent.epochSeconds;
    this.#epochExamples = spent.epochExamples;
  }

  get spent(): RunPlace['spent'] {
    const [seconds, epochSeconds] = [this.#seconds, this.#epochSeconds];
    return { seconds, epochSeconds, epochExamples: this.#epochExamples };
  }

  /** From the next slice on. */
  set settings(settings: CoreSettings) {
    this.#settings = settings;
  }

  get settings(): CoreSettings {
    return this.#settings;
  }

  /** Seconds spent on training. */
  get seconds(): number {
    return this.#seconds;
  }

  /** Training speed of late. */
  get imagesPerSecond(): number {
    return this.#speed;
  }

  /** One slice, which ends early at the epoch's end or, with oneBatch, at the batch's. */
  advance(oneBatch: boolean): Progress {
    const { module, trainer } = this.#core;
    const before = performance.now();
    const result = trainer.advance(this.#settings, this.#size.examples, oneBatch);
    const ms = performance.now() - before;
    check(module, result.status);
    this.#measured(result.progress.done, ms);
    return result.progress;
  }

  #measured(examples: number, ms: number): void {
    this.#size.measured(examples, ms);
    this.#seconds += ms / 1000;
    this.#epochSeconds += ms / 1000;
    this.#epochExamples += examples;
    const speed = (examples * 1000) / Math.max(ms, 0.01);
    this.#speed += this.#speed === 0 ? speed : SMOOTHING * (speed - this.#speed);
  }

  /** Whether the epoch has all the training examples that there will be to train on. */
  isComplete({ of, extra }: Progress): boolean {
    return this.#core.allArrived && of - extra >= this.#core.examples('train');
  }

  /** One slice of the tests that end an epoch; the epoch's figures when it was the last. */
  finishEpoch(progress: Progress): Epoch | undefined {
    const parts = (['validation', 'test'] as const).filter((part) => this.#core.examples(part) > 0);
    const tests = (this.#tests ??= {
      left: [...parts],
      now: undefined,
      done: new Map<Part, EvaluationCounts>(),
    });
    const [part] = tests.left;
    if (part) {
      tests.now ??= new SlicedEvaluation(this.#core, part, true);
      const counts = tests.now.advance();
      if (!counts) return undefined;
      tests.done.set(part, counts);
      tests.now = undefined;
      tests.left.shift();
      if (tests.left.length > 0) return undefined;
    }
    const epoch = this.#figures(progress, tests.done.get('test'), tests.done.get('validation'));
    this.#tests = null;
    this.#epochSeconds = 0;
    this.#epochExamples = 0;
    return epoch;
  }

  #figures(progress: Progress, test?: EvaluationCounts, validation?: EvaluationCounts): Epoch {
    const yesNo = this.#core.network.output === 'sigmoid';
    return {
      epoch: progress.epochs,
      examples: progress.of,
      complete: this.isComplete(progress),
      cost: progress.cost,
      trainAccuracy: progress.accuracy,
      testCost: test?.cost ?? null,
      accuracy: test ? test.correct / test.examples : null,
      validationCost: validation?.cost ?? null,
      validationAccuracy: validation ? validation.correct / validation.examples : null,
      binary: yesNo && test ? toBinary(test) : null,
      learningRate: progress.learningRate,
      seconds: this.#epochSeconds,
      imagesPerSecond: this.#epochExamples / Math.max(this.#epochSeconds, 1e-6),
    };
  }
}

function toBinary({ confusion }: EvaluationCounts): BinaryMetrics {
  const [, falseYes = 0, missed = 0, found = 0] = confusion;
  return binaryMetrics({ falseYes, missed, found });
}
