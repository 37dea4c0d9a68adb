// SPDX-License-Identifier: MIT
import { fromErrorMessage, messageOf, ScratchpadError } from './errors.ts';
import type {
  Answer,
  Ask,
  CallName,
  DataInfo,
  Epoch,
  Request,
  Response,
  TrainProgress,
} from './protocol.ts';
import { spawn, type WorkerHandle } from './spawn.ts';

/** What a call hears before its answer. */
export interface CallEvents {
  /** The number that the request was sent with. */
  onSent?: ((id: number) => void) | undefined;
  onProgress?: ((progress: TrainProgress) => void) | undefined;
  onEpoch?: ((epoch: Epoch) => void) | undefined;
  onLoading?: ((fraction: number) => void) | undefined;
  onPart?: ((info: DataInfo) => void) | undefined;
}

interface Pending {
  readonly events: CallEvents;
  readonly resolve: (answer: Answer<CallName>) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * The only owner of the worker: starts it with the first call, ties answers to calls, and starts a
 * new one with the next call after a crash.
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
   * Asks the worker.
   * @param transfer buffers that move there and are empty here afterwards
   * @throws ScratchpadError what the worker answered, or 'crashed' or 'disposed'
   */
  async call<Name extends CallName>(
    type: Name,
    ask: Ask<Name>,
    events: CallEvents = {},
    transfer: ArrayBuffer[] = [],
  ): Promise<Answer<Name>> {
    if (this.#crashed) {
      this.#crashed = false;
      if (type !== 'configure') await this.#send('configure', this.#setUp(), {}, []);
    }
    return this.#send(type, ask, events, transfer);
  }

  #send<Name extends CallName>(
    type: Name,
    ask: Ask<Name>,
    events: CallEvents,
    transfer: ArrayBuffer[],
  ): Promise<Answer<Name>> {
    if (this.#disposed) return Promise.reject(disposedError());
    return new Promise((resolve, reject) => {
      this.#worker ??= spawn({
        onResponse: (response) => this.#receive(response),
        onCrash: (reason) => this.#crash(`The training worker stopped: ${reason}.`),
      });
      const id = this.#nextId++;
      try {
        // The compiler cannot see that `type` ties the parts of the union together.
        this.#worker.post({ id, type, ask } as Request, transfer);
      } catch (error) {
        // What cannot be copied or moved to another thread.
        const reason = messageOf(error);
        reject(new ScratchpadError('badData', `${type}: its data could not be sent (${reason}).`));
        return;
      }
      this.#pending.set(id, { events, resolve: resolve, reject });
      this.#worker.keepAlive(true);
      events.onSent?.(id);
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
      case 'progress':
        return pending.events.onProgress?.(response.progress);
      case 'epoch':
        return pending.events.onEpoch?.(response.epoch);
      case 'loading':
        return pending.events.onLoading?.(response.fraction);
      case 'part':
        return pending.events.onPart?.(response.info);
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

function disposedError(): ScratchpadError {
  return new ScratchpadError('disposed', 'This trainer was disposed. Create a new one.');
}
