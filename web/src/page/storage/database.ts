// SPDX-License-Identifier: MIT
// The browser's own database: what the page keeps, and in which stores.
import { STORAGE } from './texts.ts';

const NAME = 'mlp-scratchpad';
/** Goes up by one with each store that is added. */
const VERSION = 2;
/** A database that has not opened by then is done without, in milliseconds. */
const OPEN_LIMIT = 3000;

export type StoreName = 'runs' | 'snapshots' | 'drawings';

/** What each store finds its entries by; absent: a key that is given beside the entry. */
const KEYS: Readonly<Record<StoreName, IDBObjectStoreParameters | undefined>> = {
  runs: { keyPath: 'id' },
  snapshots: undefined,
  drawings: { keyPath: 'id' },
};

// One connection for all labs of a page: a cache of what the browser has, and nobody's state.
let opened: Promise<IDBDatabase> | null = null;

/** @throws where the browser has none: in private windows, sandboxed frames */
export function openDatabase(): Promise<IDBDatabase> {
  opened ??= open().catch((error: unknown) => {
    opened = null; // the next time may be better
    throw error;
  });
  return opened;
}

/** What a request answers. */
export function settled<Result>(request: IDBRequest): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as Result);
    request.onerror = () => reject(errorOf(request.error));
  });
}

/** Writes into stores: all that `work` asks for, or, when one part fails, nothing. */
export async function write<Name extends StoreName>(
  database: IDBDatabase,
  names: readonly Name[],
  work: (stores: Readonly<Record<Name, IDBObjectStore>>) => void,
): Promise<void> {
  const writing = database.transaction([...names], 'readwrite');
  const stores = Object.fromEntries(names.map((name) => [name, writing.objectStore(name)]));
  const done = new Promise<void>((resolve, reject) => {
    writing.oncomplete = () => resolve();
    writing.onabort = () => reject(errorOf(writing.error));
  });
  work(stores as Record<Name, IDBObjectStore>);
  // At once: who closes the tab now shall not lose it.
  writing.commit();
  await done;
}

/** All entries of a store. */
export function entries<Entry>(database: IDBDatabase, name: StoreName): Promise<Entry[]> {
  return settled(database.transaction(name).objectStore(name).getAll());
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(NAME, VERSION);
    const limit = setTimeout(() => reject(errorOf(null)), OPEN_LIMIT);
    opening.onupgradeneeded = () => {
      const { result: database } = opening;
      for (const name of Object.keys(KEYS) as StoreName[]) {
        if (database.objectStoreNames.contains(name)) continue;
        database.createObjectStore(name, KEYS[name]);
      }
    };
    opening.onsuccess = () => {
      clearTimeout(limit);
      // Another tab has a newer page, whose database this one must not hold up.
      opening.result.onversionchange = () => {
        opening.result.close();
        opened = null;
      };
      opening.result.onclose = () => (opened = null);
      resolve(opening.result);
    };
    opening.onerror = () => {
      clearTimeout(limit);
      reject(errorOf(opening.error));
    };
  });
}

const errorOf = (error: DOMException | null): Error => error ?? new Error(STORAGE.noDatabase);
