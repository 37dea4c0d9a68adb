// SPDX-License-Identifier: MIT
// The browser's own database: what the page keeps, and in which stores. idb makes promises of its
// requests.
import { type DBSchema, type IDBPDatabase, openDB, type StoreNames } from 'idb';
import { STORAGE } from './texts.ts';

const NAME = 'mlp-scratchpad';
/** Goes up by one with each store that is added. */
const VERSION = 3;
/** A database that has not opened by then is done without, in milliseconds. */
const OPEN_LIMIT = 3000;

interface Stores extends DBSchema {
  runs: { key: string; value: object };
  snapshots: { key: string; value: object };
  drawings: { key: string; value: object };
  /** Data of the person's own, by its SHA-256. */
  own: { key: string; value: object };
}

export type StoreName = StoreNames<Stores>;
export type Database = IDBPDatabase<Stores>;

/** What each store finds its entries by; absent: a key that is given beside the entry. */
const KEYS: Readonly<Record<StoreName, IDBObjectStoreParameters | undefined>> = {
  runs: { keyPath: 'id' },
  snapshots: undefined,
  drawings: { keyPath: 'id' },
  own: { keyPath: 'sha256' },
};

// One connection for all labs of a page: a cache of what the browser has, and nobody's state.
let opened: Promise<Database> | null = null;

/** @throws where the browser has none: in private windows, sandboxed frames */
export function openDatabase(): Promise<Database> {
  opened ??= open().catch((error: unknown) => {
    opened = null; // the next time may be better
    throw error;
  });
  return opened;
}

/** Writes into stores: all that `work` asks for, or, when one part fails, nothing. */
export async function write<Name extends StoreName>(
  database: Database,
  names: readonly Name[],
  work: (stores: Readonly<Record<Name, WritableStore>>) => void,
): Promise<void> {
  askToStay();
  const writing = database.transaction([...names], 'readwrite', { durability: 'relaxed' });
  const stores = Object.fromEntries(names.map((name) => [name, waitedFor(writing, name)]));
  work(stores as Record<Name, WritableStore>);
  // At once: who closes the tab now shall not lose it.
  writing.commit();
  await writing.done;
}

let asked = false;

/** So that the browser does not clear it when its disk is full; asked with the first thing kept. */
function askToStay(): void {
  if (asked) return;
  asked = true;
  // Missing on pages without https, and in older WebKit.
  const { storage } = navigator as Partial<Navigator>;
  void storage?.persist().catch(() => undefined);
}

/** What can be done to a store; how it went is told by the whole transaction. */
export interface WritableStore {
  put(value: object, key?: string): void;
  delete(key: string): void;
}

function waitedFor(
  writing: { objectStore(name: StoreName): unknown },
  name: StoreName,
): WritableStore {
  const store = writing.objectStore(name) as {
    put(value: object, key?: string): Promise<unknown>;
    delete(key: string): Promise<unknown>;
  };
  // The transaction fails with the first of them, and says why.
  const leave = (request: Promise<unknown>): void => void request.catch(() => undefined);
  return {
    put: (value, key) => leave(store.put(value, key)),
    delete: (key) => leave(store.delete(key)),
  };
}

/** All entries of a store. */
export async function entries<Entry>(database: Database, name: StoreName): Promise<Entry[]> {
  return (await database.getAll(name)) as Entry[];
}

/** One entry; undefined where there is none of this key. */
export async function entry<Entry>(
  database: Database,
  name: StoreName,
  key: string,
): Promise<Entry | undefined> {
  return (await database.get(name, key)) as Entry | undefined;
}

/** The keys of a store. */
export async function keys(database: Database, name: StoreName): Promise<string[]> {
  return database.getAllKeys(name);
}

async function open(): Promise<Database> {
  const opening = openDB<Stores>(NAME, VERSION, {
    upgrade(database) {
      for (const name of Object.keys(KEYS) as StoreName[]) {
        if (!database.objectStoreNames.contains(name)) database.createObjectStore(name, KEYS[name]);
      }
    },
    // Another tab has a newer page, whose database this one must not hold up.
    blocking: (_current, _blocked, event) => {
      (event.target as IDBDatabase).close();
      opened = null;
    },
    terminated: () => (opened = null),
  });
  let late: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    late = setTimeout(() => reject(new Error(STORAGE.noDatabase)), OPEN_LIMIT);
  });
  // One that opens after all is of no use any more.
  opening.catch(() => undefined);
  return Promise.race([opening, limit]).finally(() => clearTimeout(late));
}
