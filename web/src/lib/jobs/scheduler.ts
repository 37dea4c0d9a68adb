// SPDX-License-Identifier: MIT
// Long work in short slices, so that a request is answered within 50 ms while it goes on.

/** How long a slice of work aims to take, in milliseconds. */
export const SLICE_MS = 20;

/** Work done in slices. */
export interface Job {
  /** Jobs of a higher priority run to their end before those of a lower go on. */
  readonly priority: number;
  /** Skipped while true. */
  readonly paused: boolean;
  /** Does one slice; true when the job has come to its end. Must not throw. */
  slice(): boolean;
}

/** Lets waiting messages in, then goes on. */
type Yield = (goOn: () => void) => void;

function makeYield(): Yield {
  // Node's own is needed there: a MessagePort would keep the process alive.
  const { setImmediate } = globalThis as { setImmediate?: Yield };
  if (setImmediate) return (goOn) => setImmediate(goOn);
  // setTimeout would wait 4 ms each time, and a second in a tab in the background.
  const { port1, port2 } = new MessageChannel();
  let next: () => void = () => undefined;
  port1.onmessage = () => next();
  return (goOn) => {
    next = goOn;
    port2.postMessage(null);
  };
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

/** Finds the number of examples that takes SLICE_MS, from how long the last ones took. */
export class SliceSize {
  // Few enough for the first slice of a slow machine.
  #examples = 64;

  get examples(): number {
    return this.#examples;
  }

  /** @param examples done in the last slice; @param ms that it took */
  measured(examples: number, ms: number): void {
    if (examples <= 0) return;
    const fitting = (examples * SLICE_MS) / Math.max(ms, 0.1);
    // Up slowly, since one quick slice proves little; down at once, since a request may wait.
    this.#examples = Math.max(1, Math.round(Math.min(fitting, this.#examples * 2)));
  }
}
