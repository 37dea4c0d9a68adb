// SPDX-License-Identifier: MIT
import { Workbox } from 'workbox-window';
import { messageOf } from '../../../lib/errors.ts';
import type { Backend } from '../../../lib/results.ts';
import type { KeepAnswer, Order } from '../../../service-worker/names.ts';
import { Store } from '../../model/store.ts';
import { workerScript } from '../worker-script.ts';
import { OFFLINE } from './texts.ts';
import { NO_OFFLINE, type OfflineState } from './offline-state.ts';

/** A tab that is open for days looks for a new version no more often, in milliseconds. */
const LOOK_EVERY = 3_600_000;

/** Speaks with the service worker. One for all labs of a page, since the worker is the page's. */
export class OfflineController {
  readonly shown = new Store<OfflineState>(NO_OFFLINE);
  #registration: ServiceWorkerRegistration | undefined;
  #workbox: Workbox | null = null;
  /** The worker that was asked to keep what is needed. */
  #asked: ServiceWorker | null = null;
  #looked = Date.now();

  /**
   * Registers the worker and has it keep what is needed offline. Call it once the page is usable;
   * it does nothing the second time, and where there must be no worker.
   * @param backend what the network runs on: of the compiled modules that one is kept
   */
  async start(backend: Backend): Promise<void> {
    const script = workerScript();
    // `vite` has no list of files to keep.
    if (!script || this.#workbox || !import.meta.env.PROD) return;
    this.shown.update({ kept: 'keeping' });
    try {
      const workbox = (this.#workbox = new Workbox(script.href));
      workbox.addEventListener('waiting', () => this.shown.update({ update: true }));
      // A worker from before it kept anything does not answer; the one that takes its place does.
      workbox.addEventListener('controlling', () => void this.#keep(moduleOf(backend)));
      this.#registration = await workbox.register({ immediate: true });
      document.addEventListener('visibilitychange', this.#look);
      await navigator.serviceWorker.ready;
      await this.#keep(moduleOf(backend));
    } catch (error) {
      this.shown.update({ kept: 'failed', problem: OFFLINE.refused(messageOf(error)) });
    }
  }

  /** Loads the version that waits, in this tab; others keep theirs until they are loaded anew. */
  loadUpdate(): void {
    const again = (): void => location.reload();
    // Another tab may have let it in already.
    if (!this.#registration?.waiting) return again();
    this.#workbox?.addEventListener('controlling', again);
    this.#workbox?.messageSkipWaiting();
  }

  /** Until the next start. */
  putUpdateOff(): void {
    this.shown.update({ update: false });
  }

  /** What was kept has been cleared. */
  forget(): void {
    if (this.shown.state.kept === 'kept') this.shown.update({ kept: 'off' });
  }

  async #keep(module: string): Promise<void> {
    const worker = this.#registration?.active;
    if (!worker || worker === this.#asked) return;
    this.#asked = worker;
    const answer = await keep(worker, module);
    if (answer.kept) this.shown.update({ kept: 'kept', problem: '' });
    else {
      const problem = OFFLINE[answer.problem](answer.reason);
      this.shown.update({ kept: 'failed', problem });
    }
  }

  #look = (): void => {
    if (document.hidden || Date.now() - this.#looked < LOOK_EVERY) return;
    this.#looked = Date.now();
    // Offline there is nothing to be found.
    this.#registration?.update().catch(() => undefined);
  };
}

export const offline = new OfflineController();

/** As cpp/bindings/CMakeLists.txt names them; lib/variants.ts chooses. */
function moduleOf({ simd, math, threads }: Backend): string {
  if (!simd) return 'mlp-scalar';
  return `mlp${math === 'turbo' ? '-turbo' : ''}${threads > 1 ? '-threads' : ''}`;
}

function keep(worker: ServiceWorker, module: string): Promise<KeepAnswer> {
  const { connection } = navigator as { connection?: { readonly saveData?: boolean } };
  // 11 MB are not for somebody who counts them; what is loaded anyway is kept all the same.
  const order: Order = { type: 'KEEP', modules: [module], data: !connection?.saveData };
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<KeepAnswer>) => resolve(data);
    worker.postMessage(order, [port2]);
  });
}
