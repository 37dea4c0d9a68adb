// SPDX-License-Identifier: MIT
import type { ReactiveController, ReactiveElement } from 'lit';
import { type DrawingsState, NO_DRAWINGS } from '../model/drawings-state.ts';
import type { DrawingKeeper } from '../model/services.ts';
import { LabServices } from '../ui/contexts.ts';
import { follow, type Selection } from '../ui/selection.ts';

/** The kept drawings, for an element that shows something of them. */
export class KeptDrawings implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #services: LabServices;
  readonly #shown: Selection<DrawingsState, DrawingsState>;
  #asked = false;
  /** null until they are there. */
  keeper: DrawingKeeper | null = null;

  constructor(host: ReactiveElement) {
    this.#host = host;
    this.#services = new LabServices(host);
    this.#shown = follow(host, () => this.keeper?.shown, NO_DRAWINGS);
    host.addController(this);
  }

  get state(): DrawingsState {
    return this.#shown.value;
  }

  hostUpdate(): void {
    if (this.#asked) return;
    this.#asked = true;
    void this.#ask();
  }

  hostDisconnected(): void {
    this.keeper = null;
    this.#asked = false;
  }

  async #ask(): Promise<void> {
    const services = this.#services.value;
    try {
      this.keeper = await services.drawings();
      this.#host.requestUpdate();
    } catch (error) {
      services.fail(error);
    }
  }
}
