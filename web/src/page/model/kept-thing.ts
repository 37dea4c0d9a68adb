// SPDX-License-Identifier: MIT

/** How much of something is kept. */
export interface Measure {
  /** null where it is not counted. */
  readonly count: number | null;
  readonly bytes: number;
}

/** Something that is kept in this browser: measured, shown and cleared by the panel 'Storage'. */
export interface KeptThing {
  /** As the panel names it. */
  readonly name: string;
  measure(): Promise<Measure>;
  /** Deletes all of it, for good. @throws where that fails */
  clear(): Promise<void>;
}
