// SPDX-License-Identifier: MIT
// Long work in short slices, so that requests are answered while it goes on.
import { makeYield } from './turns.ts';

/** Work done in slices. */
export interface Job {
  /** Jobs of a higher priority run to their end before those of a lower go on. */
  readonly priority: number;
  /** Skipped while true. */
  readonly paused: boolean;
  /** Does one slice; true when the job has come to its end. Must not throw. */
  slice(): boolean;
}

/** Runs the slices of its jobs, one at a time, with the event loop's turn between them. */
export class Scheduler {
  readonly #yield = makeYield();
  readonly #jobs = new Set<Job>();
  #running = false;

  add(job: Job): void {
    this.#jobs.add(job);
    this.wake();
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
      this.#running = false;
      return;
    }
    if (job.slice()) this.#jobs.delete(job);
    this.#yield(this.#run);
  };

  #next(): Job | undefined {
    let best: Job | undefined;
    for (const job of this.#jobs) {
      if (!job.paused && (!best || job.priority > best.priority)) best = job;
    }
    return best;
  }
}
