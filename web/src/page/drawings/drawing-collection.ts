// SPDX-License-Identifier: MIT
import { messageOf } from '../../lib/errors.ts';
import type { DrawingStore } from './drawing-store.ts';
import type { KeptDrawing } from '../model/drawings-state.ts';

/** The kept drawings. A change is made here at once, and in the store soon after. */
export class DrawingCollection {
  readonly #store: DrawingStore;
  readonly #drawings: Map<string, KeptDrawing>;
  #writing: Promise<void> = Promise.resolve();
  /** Why drawings could not be stored; '' when all could. */
  problem = '';

  private constructor(store: DrawingStore, drawings: readonly KeptDrawing[]) {
    this.#store = store;
    this.#drawings = new Map(drawings.map((drawing) => [drawing.id, drawing]));
  }

  static async open(store: DrawingStore): Promise<DrawingCollection> {
    return new DrawingCollection(store, await store.all());
  }

  /** Whether they are there after a reload. */
  get lasting(): boolean {
    return this.#store.lasting;
  }

  /** The newest first. */
  get drawings(): KeptDrawing[] {
    return [...this.#drawings.values()].sort((one, other) => other.at - one.at);
  }

  get size(): number {
    return this.#drawings.size;
  }

  find(id: string): KeptDrawing | undefined {
    return this.#drawings.get(id);
  }

  /** Adds them, each in the place of one with the same id. */
  put(drawings: readonly KeptDrawing[]): void {
    for (const drawing of drawings) this.#drawings.set(drawing.id, drawing);
    this.#write(() => this.#store.put(drawings));
  }

  /** @returns those that were there */
  remove(ids: readonly string[]): KeptDrawing[] {
    const removed = ids.flatMap((id) => this.#drawings.get(id) ?? []);
    for (const { id } of removed) this.#drawings.delete(id);
    this.#write(() => this.#store.remove(ids));
    return removed;
  }

  /** Settles when all has been written so far. */
  get written(): Promise<void> {
    return this.#writing;
  }

  #write(work: () => Promise<void>): void {
    const done = work().catch((error: unknown) => {
      // What could not be stored stays in this tab.
      this.problem = messageOf(error);
    });
    // The database keeps the order itself; to wait for what is before would only lose time.
    this.#writing = this.#writing.then(() => done);
  }
}
