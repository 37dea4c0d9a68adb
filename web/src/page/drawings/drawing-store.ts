// SPDX-License-Identifier: MIT
// Where drawings are kept: the browser's own database, or, where there is none, this tab.
import { type Database, entries, openDatabase, write } from '../storage/index.ts';
import { IMAGE_BYTES } from './kept-drawing.ts';
import type { KeptDrawing } from '../model/drawings-state.ts';

export interface DrawingStore {
  /** Whether what is kept is there after a reload. */
  readonly lasting: boolean;
  all(): Promise<KeptDrawing[]>;
  /** All of them, or, when that fails, none. */
  put(drawings: readonly KeptDrawing[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
}

/** The browser's database when it can be used, and this tab's memory when not. */
export async function openDrawingStore(): Promise<DrawingStore> {
  try {
    return new DatabaseStore(await openDatabase());
  } catch {
    return new MemoryStore();
  }
}

class DatabaseStore implements DrawingStore {
  readonly lasting = true;
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async all(): Promise<KeptDrawing[]> {
    const all = await entries<KeptDrawing>(this.#database, 'drawings');
    return all.filter(
      ({ version, image }) => (version as number) === 1 && image.length === IMAGE_BYTES,
    );
  }

  put(drawings: readonly KeptDrawing[]): Promise<void> {
    return write(this.#database, ['drawings'], ({ drawings: store }) => {
      for (const drawing of drawings) store.put(drawing);
    });
  }

  remove(ids: readonly string[]): Promise<void> {
    return write(this.#database, ['drawings'], ({ drawings: store }) => {
      for (const id of ids) store.delete(id);
    });
  }
}

class MemoryStore implements DrawingStore {
  readonly lasting = false;

  /** The collection holds them; there is nothing to fetch. */
  all(): Promise<KeptDrawing[]> {
    return Promise.resolve([]);
  }

  put(): Promise<void> {
    return Promise.resolve();
  }

  remove(): Promise<void> {
    return Promise.resolve();
  }
}
