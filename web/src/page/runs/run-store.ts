// SPDX-License-Identifier: MIT
// Where runs are kept: the browser's own database, or, where there is none, this tab.
import type { Snapshot } from '../../lib/index.ts';
import type { RunRecord } from './run-record.ts';

export interface RunStore {
  /** Whether what is kept is there after a reload. */
  readonly lasting: boolean;
  /** All runs, without their snapshots. */
  all(): Promise<RunRecord[]>;
  /** @param snapshot when absent, the one that is there stays */
  put(record: RunRecord, snapshot?: Snapshot): Promise<void>;
  snapshot(id: string): Promise<Snapshot | undefined>;
  remove(id: string): Promise<void>;
}

const DATABASE = 'mlp-scratchpad';
const RECORDS = 'runs';
const SNAPSHOTS = 'snapshots';
/** A database that has not opened by then is done without, in milliseconds. */
const OPEN_LIMIT = 3000;

/** The browser's database when it can be used, and this tab's memory when not. */
export async function openRunStore(): Promise<RunStore> {
  try {
    return new DatabaseStore(await openDatabase());
  } catch {
    return new MemoryStore(); // private windows, sandboxed frames
  }
}

class DatabaseStore implements RunStore {
  readonly lasting = true;
  readonly #database: IDBDatabase;

  constructor(database: IDBDatabase) {
    this.#database = database;
    // Another tab has a newer page, whose database this one must not hold up.
    database.onversionchange = () => database.close();
  }

  async all(): Promise<RunRecord[]> {
    const records = this.#database.transaction(RECORDS).objectStore(RECORDS);
    const all = await settled<RunRecord[]>(records.getAll());
    return all.filter(({ version }) => (version as number) === 1);
  }

  put(record: RunRecord, snapshot?: Snapshot): Promise<void> {
    return this.#write((records, snapshots) => {
      records.put(record);
      if (snapshot) snapshots.put(snapshot, record.id);
    });
  }

  snapshot(id: string): Promise<Snapshot | undefined> {
    const snapshots = this.#database.transaction(SNAPSHOTS).objectStore(SNAPSHOTS);
    return settled<Snapshot | undefined>(snapshots.get(id));
  }

  remove(id: string): Promise<void> {
    return this.#write((records, snapshots) => {
      records.delete(id);
      snapshots.delete(id);
    });
  }

  /** Both or neither. */
  #write(work: (records: IDBObjectStore, snapshots: IDBObjectStore) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const writing = this.#database.transaction([RECORDS, SNAPSHOTS], 'readwrite');
      writing.oncomplete = () => resolve();
      writing.onabort = writing.onerror = () => reject(errorOf(writing.error));
      work(writing.objectStore(RECORDS), writing.objectStore(SNAPSHOTS));
    });
  }
}

class MemoryStore implements RunStore {
  readonly lasting = false;
  readonly #records = new Map<string, RunRecord>();
  readonly #snapshots = new Map<string, Snapshot>();

  all(): Promise<RunRecord[]> {
    return Promise.resolve([...this.#records.values()]);
  }

  put(record: RunRecord, snapshot?: Snapshot): Promise<void> {
    this.#records.set(record.id, record);
    if (snapshot) this.#snapshots.set(record.id, snapshot);
    return Promise.resolve();
  }

  snapshot(id: string): Promise<Snapshot | undefined> {
    return Promise.resolve(this.#snapshots.get(id));
  }

  remove(id: string): Promise<void> {
    this.#records.delete(id);
    this.#snapshots.delete(id);
    return Promise.resolve();
  }
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, 1);
    const limit = setTimeout(() => reject(new Error('The database does not open.')), OPEN_LIMIT);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore(RECORDS, { keyPath: 'id' });
      opening.result.createObjectStore(SNAPSHOTS);
    };
    opening.onsuccess = () => {
      clearTimeout(limit);
      resolve(opening.result);
    };
    opening.onerror = () => {
      clearTimeout(limit);
      reject(errorOf(opening.error));
    };
  });
}

function settled<Result>(request: IDBRequest): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as Result);
    request.onerror = () => reject(errorOf(request.error));
  });
}

const errorOf = (error: DOMException | null): Error =>
  error ?? new Error('The database does not answer.');
