// SPDX-License-Identifier: MIT

/** One thing after another, whatever became of the one before. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Does this when all that was asked for before has ended. @throws what the work throws */
  next(work: () => Promise<void>): Promise<void> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
