// SPDX-License-Identifier: MIT
import type { Job } from './scheduler.ts';

/** A job with an outcome: its promise settles with the result, or with what was thrown. */
export abstract class ResultJob<Result> implements Job {
  abstract get priority(): number;
  abstract get paused(): boolean;
  readonly result: Promise<Result>;
  #resolve!: (result: Result) => void;
  #reject!: (error: unknown) => void;

  constructor() {
    this.result = new Promise<Result>((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  slice(): boolean {
    try {
      const outcome = this.work();
      if (outcome === undefined) return false;
      this.#resolve(outcome);
    } catch (error) {
      this.#reject(error);
    }
    return true;
  }

  /** Does one slice: the outcome when it was the last, else undefined. */
  protected abstract work(): Result | undefined;
}
