// SPDX-License-Identifier: MIT
import { fromErrorMessage, messageOf, ScratchpadError } from './errors.ts';
import type { Answer, Ask, Events, Listeners, RequestKind, Response } from './protocol.ts';
import { spawn, type WorkerHandle } from './spawn.ts';

/** What may go with a request. */
export interface AskOptions<Kind extends RequestKind> {
  /** What hears of it before its answer. */
  readonly on?: Listeners<Kind>;
  /** Called with the number that it was sent with. */
  readonly onSent?: (id: number) => void;
  /** Buffers that move to the worker and are empty here afterwards. */
  readonly transfer?: ArrayBuffer[];
}

interface Pending {
  readonly on: { readonly [Name in keyof Events]?: ((value: Events[Name]) => void) | undefined };
  readonly resolve: (answer: Answer<RequestKind>) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * The only owner of the worker: starts it with the first request, ties answers to requests, and
 * starts a new one with the next request after a crash.
 */
export class Client {
  readonly #pending = new Map<number, Pending>();
  readonly #setUp: () => Ask<'configure'>;
  readonly #onCrash: () => void;
  #worker: WorkerHandle | undefined;
  #crashed = false;
  #disposed = false;
  #nextId = 1;

  /**
   * @param setUp what the worker that follows a crashed one is to be configured with
   * @param onCrash the worker, and all that it held, is gone
   */
  constructor(setUp: () => Ask<'configure'>, onCrash: () => void) {
    this.#setUp = setUp;
    this.#onCrash = onCrash;
  }

  /**
   * Asks the worker. What is asked is copied before this returns: the caller may change it then.
   * @throws ScratchpadError what the worker answered, or 'crashed' or 'disposed'
   */
  async ask<Kind extends RequestKind>(
    kind: Kind,
    ask: Ask<Kind>,
    options: AskOptions<Kind> = {},
  ): Promise<Answer<Kind>> {
    const anew = this.#crashed && kind !== 'configure';
    this.#crashed = false;
    if (!anew) return this.#send(kind, ask, options);
    const settingUp = this.#send('configure', this.#setUp(), {});
    const answer = this.#send(kind, ask, options);
    // Why there is no network is the better reason.
    answer.catch(() => undefined);
    await settingUp;
    return answer;
  }

  #send<Kind extends RequestKind>(
    kind: Kind,
    ask: Ask<Kind>,
    { on = {}, onSent, transfer = [] }: AskOptions<Kind>,
  ): Promise<Answer<Kind>> {
    if (this.#disposed) return Promise.reject(disposedError());
    return new Promise((resolve, reject) => {
      this.#worker ??= spawn({
        onResponse: (response) => this.#receive(response),
        onCrash: (reason) => this.#crash(`The training worker stopped: ${reason}.`),
      });
      const id = this.#nextId++;
      try {
        this.#worker.post<Kind>({ id, kind, ask }, transfer);
      } catch (error) {
        // What cannot be copied or moved to another thread.
        const reason = messageOf(error);
        reject(new ScratchpadError('badData', `${kind}: its data could not be sent (${reason}).`));
        return;
      }
      this.#pending.set(id, { on, resolve, reject });
      this.#worker.keepAlive(true);
      onSent?.(id);
    });
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#rejectAll(disposedError());
  }

  #receive(response: Response): void {
    const pending = this.#pending.get(response.id);
    if (!pending) return;
    switch (response.type) {
      case 'answer':
        this.#settle(response.id);
        return pending.resolve(response.answer);
      case 'error':
        // After a trap the module's memory cannot be trusted: the worker must go.
        if (response.error.code === 'crashed') return this.#crash(response.error.message);
        this.#settle(response.id);
        return pending.reject(fromErrorMessage(response.error));
      case 'event':
        return tell(pending.on, response);
      default:
        response satisfies never;
    }
  }

  #settle(id: number): void {
    this.#pending.delete(id);
    if (this.#pending.size === 0) this.#worker?.keepAlive(false);
  }

  #crash(reason: string): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#crashed = true;
    this.#onCrash();
    const what = 'Its data is gone with it. If it was for lack of memory, use a smaller network.';
    this.#rejectAll(new ScratchpadError('crashed', `${reason} ${what}`));
  }

  #rejectAll(error: ScratchpadError): void {
    const all = [...this.#pending.values()];
    this.#pending.clear();
    for (const { reject } of all) reject(error);
  }
}

/** The name of the event ties its value to its listener. */
function tell<Name extends keyof Events>(
  on: Pending['on'],
  { event, value }: { readonly event: Name; readonly value: Events[Name] },
): void {
  on[event]?.(value);
}

function disposedError(): ScratchpadError {
  return new ScratchpadError('disposed', 'This trainer was disposed. Create a new one.');
}
