// SPDX-License-Identifier: MIT
// Long work lets others have their turn: the messages that wait, above all.

/** Lets waiting messages in, then goes on. */
export type Yield = (goOn: () => void) => void;

export function makeYield(): Yield {
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

/** Work goes on for so long before it lets others in, in milliseconds. */
const TURN_MS = 4;

/** For a loop that may be long: `await turns.pause()` in each round. */
export class Turns {
  readonly #yield = makeYield();
  #since = performance.now();

  /** Settles at once, or, when the turn has been long enough, after the others had theirs. */
  async pause(): Promise<void> {
    if (performance.now() - this.#since < TURN_MS) return;
    await new Promise<void>((goOn) => this.#yield(goOn));
    this.#since = performance.now();
  }
}
