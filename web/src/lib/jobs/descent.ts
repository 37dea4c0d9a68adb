// SPDX-License-Identifier: MIT
import { check } from '../module.ts';
import type { Epoch, EvaluationCounts } from '../protocol.ts';
import type { DescentSettings } from '../settings.ts';
import type { Progress } from '../wasm/mlp.mjs';
import type { Core } from './core.ts';
import { Evaluation } from './evaluation.ts';
import { SliceSize } from './scheduler.ts';

/** How much the newest slice counts in the speed that is shown. */
const SMOOTHING = 0.1;

/** Gradient descent in slices, with its clock: what a training run and a single step share. */
export class Descent {
  readonly #core: Core;
  readonly #settings: DescentSettings;
  readonly #size = new SliceSize();
  #evaluation: Evaluation | undefined;
  #epochSeconds = 0;
  #epochExamples = 0;
  #seconds = 0;
  #speed = 0;

  constructor(core: Core, settings: DescentSettings) {
    this.#core = core;
    this.#settings = settings;
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
    const { batchSize, learningRate } = this.#settings;
    const size = batchSize === 'all' ? this.#core.examples('train') : batchSize;
    const before = performance.now();
    const result = trainer.advance(size, learningRate, this.#size.examples, oneBatch);
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

  /** One slice of the test that ends an epoch; the epoch's figures when it was the last. */
  finishEpoch(progress: Progress): Epoch | undefined {
    let test: EvaluationCounts | undefined;
    if (this.#core.examples('test') > 0) {
      this.#evaluation ??= new Evaluation(this.#core, 'test');
      test = this.#evaluation.advance();
      if (!test) return undefined;
    }
    const epoch: Epoch = {
      epoch: progress.epochs,
      cost: progress.cost,
      trainAccuracy: progress.accuracy,
      testCost: test ? test.cost : null,
      accuracy: test ? test.correct / test.examples : null,
      seconds: this.#epochSeconds,
      imagesPerSecond: this.#epochExamples / Math.max(this.#epochSeconds, 1e-6),
    };
    this.#evaluation = undefined;
    this.#epochSeconds = 0;
    this.#epochExamples = 0;
    return epoch;
  }
}
