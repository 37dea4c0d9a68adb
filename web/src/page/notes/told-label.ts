// SPDX-License-Identifier: MIT
// What the drawing on the pad is, by who drew it: said here, or below the pad by 'That was a ...'.
import type { Services } from '../model/services.ts';
import { isAsKept } from '../drawings/index.ts';
import type { KeptDrawing } from '../model/drawings-state.ts';
import type { Drawn } from '../model/state.ts';

/** Asked at each change of the page, and seldom another. */
interface Looked {
  readonly drawn: Drawn | null;
  readonly drawings: readonly KeptDrawing[] | null;
  readonly label: number | null;
}

export class ToldLabel {
  readonly #services: Services;
  /** What was said last in this view, and of which drawing; null: it was taken back. */
  #said: { readonly id: string; readonly label: number | null } | null = null;
  /** What 'That was a ...' said of the drawing that is on the pad, when it was last looked at. */
  #kept: { readonly id: string; readonly label: number } | null = null;
  #drawings: { readonly end: () => void; readonly find: (drawn: Drawn) => number | null } | null =
    null;
  #ended = false;

  /** @param onChange called when 'That was a ...' may have said something */
  constructor(services: Services, onChange: () => void) {
    this.#services = services;
    void this.#listen(onChange);
  }

  dispose(): void {
    this.#ended = true;
    this.#drawings?.end();
  }

  /** Says it here, of the drawing on the pad. */
  say(label: number | null): void {
    const { drawn } = this.#services.store.state;
    if (drawn) this.#said = { id: drawn.id, label };
  }

  /** Of the drawing on the pad; null while nobody has said. The latest that was said counts. */
  get now(): number | null {
    const { drawn } = this.#services.store.state;
    if (!drawn) return null;
    const label = this.#drawings?.find(drawn) ?? null;
    if (label !== null && (this.#kept?.id !== drawn.id || this.#kept.label !== label)) {
      this.#kept = { id: drawn.id, label };
      this.#said = null;
    }
    return this.#said?.id === drawn.id ? this.#said.label : label;
  }

  async #listen(onChange: () => void): Promise<void> {
    try {
      const keeper = await this.#services.drawings();
      if (this.#ended) return;
      let looked: Looked = { drawn: null, drawings: null, label: null };
      this.#drawings = {
        end: keeper.shown.subscribe(onChange),
        find: (drawn) => {
          const { drawings } = keeper.shown.state;
          if (drawn === looked.drawn && drawings === looked.drawings) return looked.label;
          const known = drawings.find(({ id }) => id === drawn.id);
          // What was told is told of what was there: of strokes that came later nothing is known.
          const label = known && isAsKept(known, drawn) ? known.label : null;
          looked = { drawn, drawings, label };
          return label;
        },
      };
      onChange();
    } catch (error) {
      this.#services.fail(error);
    }
  }
}
