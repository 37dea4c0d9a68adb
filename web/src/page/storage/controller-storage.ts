// SPDX-License-Identifier: MIT
import { messageOf } from '../../lib/errors.ts';
import type { KeptThing, Measure } from '../model/kept-thing.ts';
import type { Services } from '../model/services.ts';
import { AddressRoute } from '../model/route.ts';
import { Store } from '../model/store.ts';
import { cachedBytes, clearCaches } from './caches.ts';
import { offline } from './offline/controller-offline.ts';
import { type KeptLine, NO_STORAGE, type StorageState } from './storage-state.ts';
import { clearOwn, measureOwn } from './own-store.ts';
import { forgetSession, sessionBytes } from './session/session.ts';
import { PANEL } from './texts.ts';
import { workerScript } from './worker-script.ts';

/** Measures what is kept in this browser, and clears it. */
export class StorageController {
  readonly shown = new Store<StorageState>(NO_STORAGE);
  readonly #services: Services;
  #measuring = 0;

  constructor(services: Services) {
    this.#services = services;
  }

  /** Measures all of it. */
  async measure(): Promise<void> {
    const mine = ++this.#measuring;
    const things = await this.#things();
    const lines = await Promise.all(things.map((thing) => lineOf(thing)));
    const [estimate, persisted] = await Promise.all([estimated(), isPersisted()]);
    // What was measured later counts.
    if (mine === this.#measuring) this.shown.update({ lines, estimate, persisted });
  }

  /** Deletes all of one thing. */
  async clear(thing: KeptThing): Promise<void> {
    this.shown.update({ problem: '' });
    try {
      await thing.clear();
    } catch (error) {
      this.shown.update({ problem: PANEL.notCleared(thing.name, messageOf(error)) });
    }
    await this.measure();
  }

  /** Asks the browser to delete none of it by itself. */
  async persist(): Promise<void> {
    const persisted =
      (await manager()
        ?.persist?.()
        .catch(() => false)) ?? false;
    this.shown.update({ persisted, problem: persisted ? '' : PANEL.refused });
  }

  async #things(): Promise<KeptThing[]> {
    const services = this.#services;
    // What does not open has no line, and the rest is shown; its own room says why.
    const keepers = await Promise.allSettled([services.runs(), services.drawings()]);
    const own = keepers.flatMap((one) => (one.status === 'fulfilled' ? [one.value.kept] : []));
    // In somebody else's page, or where there can be no worker, nothing is kept for use offline.
    const session = services.route instanceof AddressRoute ? [SESSION] : [];
    return [...(workerScript() ? [FOR_OFFLINE] : []), ...own, OWN_DATA, ...session];
  }
}

const FOR_OFFLINE: KeptThing = {
  name: PANEL.offline,
  measure: async () => {
    const { program, data } = await cachedBytes();
    return { count: null, bytes: program + data };
  },
  clear: async () => {
    await clearCaches();
    offline.forget();
  },
};

const OWN_DATA: KeptThing = {
  name: PANEL.ownData,
  measure: measureOwn,
  clear: clearOwn,
};

/** It is kept again with the next change; 'Start afresh' ends that too. */
const SESSION: KeptThing = {
  name: PANEL.session,
  measure: () => Promise.resolve({ count: null, bytes: sessionBytes() }),
  clear: () => {
    forgetSession();
    return Promise.resolve();
  },
};

async function lineOf(thing: KeptThing): Promise<KeptLine> {
  const measure = await thing.measure().catch((): Measure | null => null);
  return { thing, measure, note: thing === FOR_OFFLINE ? await noteOfOffline() : '' };
}

async function noteOfOffline(): Promise<string> {
  const { kept, problem } = offline.shown.state;
  if (problem) return problem;
  const bytes = await cachedBytes().catch(() => null);
  if (!bytes || bytes.program === 0) return kept === 'keeping' ? PANEL.keeping : PANEL.notKept;
  if (kept === 'keeping') return PANEL.keeping;
  return PANEL.parts(bytes.program, bytes.data);
}

/** undefined on plain http, and in old browsers. */
const manager = (): Partial<StorageManager> | undefined =>
  (globalThis as { readonly navigator?: { storage?: Partial<StorageManager> } }).navigator?.storage;

async function estimated(): Promise<StorageState['estimate']> {
  const estimate = await manager()
    ?.estimate?.()
    .catch(() => null);
  const { usage, quota } = estimate ?? {};
  return usage === undefined || quota === undefined ? null : { usage, quota };
}

async function isPersisted(): Promise<boolean | null> {
  return (
    (await manager()
      ?.persisted?.()
      .catch(() => null)) ?? null
  );
}
