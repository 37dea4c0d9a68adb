// SPDX-License-Identifier: MIT
// Where runs are kept: the browser's own database, or, where there is none, this tab.
import type { Snapshot } from '../../lib/index.ts';
import { type Database, entries, entry, keys, openDatabase, write } from '../storage/index.ts';
import { LINK_DEFAULTS } from '../model/link/keys.ts';
import type { RunRecord } from './run-record.ts';

export interface RunStore {
  /** Whether what is kept is there after a reload. */
  readonly lasting: boolean;
  /** All runs, without their snapshots. */
  all(): Promise<RunRecord[]>;
  /** One of them, as it is now: another tab may have changed it. */
  record(id: string): Promise<RunRecord | undefined>;
  /** @param snapshot when absent, the one that is there stays */
  put(record: RunRecord, snapshot?: Snapshot): Promise<void>;
  snapshot(id: string): Promise<Snapshot | undefined>;
  /** The ids of the runs that have one. */
  withSnapshot(): Promise<string[]>;
  remove(id: string): Promise<void>;
}

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
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async all(): Promise<RunRecord[]> {
    const all = await entries<RunRecord>(this.#database, 'runs');
    return all.filter(({ version }) => (version as number) === 1).map(complete);
  }

  put(record: RunRecord, snapshot?: Snapshot): Promise<void> {
    return write(this.#database, ['runs', 'snapshots'], ({ runs, snapshots }) => {
      runs.put(record);
      if (snapshot) snapshots.put(snapshot, record.id);
    });
  }

  async record(id: string): Promise<RunRecord | undefined> {
    const record = await entry<RunRecord>(this.#database, 'runs', id);
    return record && complete(record);
  }

  snapshot(id: string): Promise<Snapshot | undefined> {
    return entry<Snapshot>(this.#database, 'snapshots', id);
  }

  withSnapshot(): Promise<string[]> {
    return keys(this.#database, 'snapshots');
  }

  remove(id: string): Promise<void> {
    return write(this.#database, ['runs', 'snapshots'], ({ runs, snapshots }) => {
      runs.delete(id);
      snapshots.delete(id);
    });
  }
}

/** A run may be older than some settings: it was trained without what they add. */
function complete(record: RunRecord): RunRecord {
  return { ...record, training: { ...LINK_DEFAULTS.training, ...record.training } };
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

  record(id: string): Promise<RunRecord | undefined> {
    return Promise.resolve(this.#records.get(id));
  }

  snapshot(id: string): Promise<Snapshot | undefined> {
    return Promise.resolve(this.#snapshots.get(id));
  }

  withSnapshot(): Promise<string[]> {
    return Promise.resolve([...this.#snapshots.keys()]);
  }

  remove(id: string): Promise<void> {
    this.#records.delete(id);
    this.#snapshots.delete(id);
    return Promise.resolve();
  }
}
