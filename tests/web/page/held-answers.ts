// SPDX-License-Identifier: MIT
// Answers that wait until a test lets them go.
import { Unasked } from './unasked.ts';

interface Asked {
  readonly kind: string;
  readonly answer: () => void;
  readonly reject: (error: Error) => void;
}

export abstract class HeldAnswers extends Unasked {
  readonly #kinds = new Set<string>();
  #pending: Asked[] = [];
  /** What the next of a kind fails with. */
  readonly #faults: { readonly kind: string; readonly error: Error }[] = [];

  /** Answers of these kinds wait from now on. */
  hold(...kinds: string[]): void {
    for (const kind of kinds) this.#kinds.add(kind);
  }

  /** Answers all of this kind that wait, and holds no more. */
  letGo(kind: string): void {
    this.#kinds.delete(kind);
    for (const one of this.#pending.filter((asked) => asked.kind === kind)) one.answer();
  }

  /** What waits of this kind fails, or else the next that is asked. */
  fail(kind: string, error: Error): void {
    const asked = this.#pending.find((one) => one.kind === kind);
    if (asked) asked.reject(error);
    else this.#faults.push({ kind, error });
  }

  protected failAll(error: Error): void {
    for (const one of this.#pending.slice()) one.reject(error);
  }

  /** @param work what the answer is, and does, when it is given */
  protected ask<Answer>(kind: string, work: () => Answer): Promise<Awaited<Answer>> {
    return new Promise((resolve, reject) => {
      const gone = () => (this.#pending = this.#pending.filter((one) => one !== asked));
      const asked: Asked = {
        kind,
        answer: () => {
          gone();
          try {
            resolve(work() as Awaited<Answer>);
          } catch (error) {
            reject(error instanceof Error ? error : new Error(String(error)));
          }
        },
        reject: (error) => {
          gone();
          reject(error);
        },
      };
      this.#pending.push(asked);
      const next = this.#faults.findIndex((one) => one.kind === kind);
      const [fault] = next < 0 ? [] : this.#faults.splice(next, 1);
      if (fault) asked.reject(fault.error);
      else if (!this.#kinds.has(kind)) asked.answer();
    });
  }
}
