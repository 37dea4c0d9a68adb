// SPDX-License-Identifier: MIT
import { messageOf } from '../../lib/errors.ts';
import type { Snapshot } from '../../lib/index.ts';
import { surplus } from './run-limits.ts';
import type { RunRecord } from './run-record.ts';
import type { RunStore } from './run-store.ts';

interface Entry {
  readonly record: RunRecord;
  readonly snapshot: Snapshot;
}

/** The kept runs, within the limits. A run is kept here at once, and in the store soon after. */
export class RunArchive {
  readonly #store: RunStore;
  readonly #records: Map<string, RunRecord>;
  /** Those whose snapshot is not in the store, or not yet. */
  readonly #here = new Map<string, Entry>();
  /** Those that the store has refused. */
  readonly #refused = new Set<string>();
  #writing: Promise<void> = Promise.resolve();
  #next: number;
  /** Why runs could not be stored; '' when all could. */
  problem = '';
  /** How many had to make room. */
  gone = 0;

  private constructor(store: RunStore, records: readonly RunRecord[]) {
    this.#store = store;
    this.#records = new Map(records.map((record) => [record.id, record]));
    this.#next = 1 + Math.max(0, ...records.map(({ number }) => number));
  }

  static async open(store: RunStore): Promise<RunArchive> {
    return new RunArchive(store, await store.all());
  }

  get lasting(): boolean {
    return this.#store.lasting;
  }

  /** The newest first. */
  get all(): RunRecord[] {
    return [...this.#records.values()].sort((one, other) => other.number - one.number);
  }

  /** Those that no page trains, or was training when it ended. */
  get records(): RunRecord[] {
    return this.all.filter(({ tab }) => !tab);
  }

  /** As it is in the store. */
  async stored(id: string): Promise<RunRecord | undefined> {
    await this.#writing;
    return this.#here.get(id)?.record ?? this.#store.record(id);
  }

  find(id: string): RunRecord | undefined {
    return this.#records.get(id);
  }

  /** The number of the next new run. */
  number(): number {
    return this.#next++;
  }

  async snapshot(id: string): Promise<Snapshot | undefined> {
    return this.#here.get(id)?.snapshot ?? this.#store.snapshot(id);
  }

  /** The ids of the runs whose snapshot is kept. */
  async withSnapshot(): Promise<Set<string>> {
    return new Set([...(await this.#store.withSnapshot()), ...this.#here.keys()]);
  }

  /** @param staying the ids of runs that do not make room */
  add(record: RunRecord, snapshot: Snapshot, staying: readonly string[]): void {
    const entry = { record, snapshot };
    this.#records.set(record.id, record);
    this.#here.set(record.id, entry);
    for (const { id } of surplus([...this.#records.values()], new Set([...staying, record.id]))) {
      this.remove(id);
      this.gone += 1;
    }
    this.#write(async () => {
      if (this.#here.get(record.id) !== entry) return; // another has taken its place
      const written = this.#records.get(record.id) ?? record;
      await this.#store.put(written, snapshot).catch((error: unknown) => {
        this.#refused.add(record.id);
        throw error;
      });
      this.#refused.delete(record.id);
      if (this.#here.get(record.id) === entry) this.#here.delete(record.id);
      // It was given another name while it was written.
      const now = this.#records.get(record.id);
      if (now && now !== written && !this.#here.has(record.id)) await this.#store.put(now);
    });
  }

  change(record: RunRecord): void {
    this.#records.set(record.id, record);
    // One that is not stored yet takes the change with it.
    if (!this.#here.has(record.id)) this.#write(() => this.#store.put(record));
  }

  remove(id: string): void {
    this.#records.delete(id);
    this.#here.delete(id);
    this.#write(() => this.#store.remove(id));
  }

  /** Whether a run lasts no longer than this tab. */
  onlyHere(id: string): boolean {
    return !this.lasting || this.#refused.has(id);
  }

  /** Settles when all has been written so far. */
  get written(): Promise<void> {
    return this.#writing;
  }

  #write(work: () => Promise<void>): void {
    this.#writing = this.#writing.then(work).catch((error: unknown) => {
      // What could not be stored stays in this tab.
      this.problem = messageOf(error);
    });
  }
}
