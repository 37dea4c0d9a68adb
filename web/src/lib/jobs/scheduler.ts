// SPDX-License-Identifier: MIT
// Long work in short slices, so that requests are answered while it goes on.
import { makeYield } from './turns.ts';

/** Work done in slices. */
export interface Job {
  /**
   * A job that has begun runs to its end before those of a lower priority go on. Between two jobs
   * of a higher priority an earlier one of a lower has a slice.
   */
  readonly priority: number;
  /** Skipped while true. */
  readonly paused: boolean;
  /** Does one slice; true when the job has come to its end. Must not throw. */
  slice(): boolean;
}

/** Runs the slices of its jobs, one at a time, with the event loop's turn between them. */
export class Scheduler {
  readonly #yield = makeYield();
  /** In the order in which they came. */
  readonly #jobs = new Set<Job>();
  readonly #begun = new WeakSet<Job>();
  /** A job has just ended: the others' turn, before another of a higher priority begins. */
  #ended = false;
  #running = false;

  add(job: Job): void {
    this.#jobs.add(job);
    this.wake();
  }

  /** Adds a job that has an outcome, and gives it. */
  run<Result>(job: Job & { readonly result: Promise<Result> }): Promise<Result> {
    this.add(job);
    return job.result;
  }

  /** Call after a job was resumed. */
  wake(): void {
    if (this.#running) return;
    this.#running = true;
    this.#yield(this.#run);
  }

  readonly #run = (): void => {
    const job = this.#next();
    if (!job) {
      this.#running = this.#ended = false;
      return;
    }
    this.#begun.add(job);
    this.#ended = job.slice();
    if (this.#ended) this.#jobs.delete(job);
    this.#yield(this.#run);
  };

  /** The job of the highest priority that waits; of several, the one that came first. */
  #next(): Job | undefined {
    let best: Job | undefined;
    let before: Job | undefined;
    for (const job of this.#jobs) {
      if (job.paused || (best && job.priority <= best.priority)) continue;
      [before, best] = [best, job];
    }
    // Or else evaluations that are asked for all the time would keep training from going on. What
    // was asked for before it still goes before it.
    return best && this.#ended && !this.#begun.has(best) ? (before ?? best) : best;
  }
}
