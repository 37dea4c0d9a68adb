// SPDX-License-Identifier: MIT
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Context } from '../model/services.ts';
import type { DrawingsController } from './controller-drawings.ts';
import { type DrawingsState, NO_DRAWINGS } from './drawings-state.ts';

/** Keeps an element up to date with the kept drawings. */
export class FollowDrawings implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly context: Context };
  #end: (() => void) | null = null;
  /** null until they are there. */
  controller: DrawingsController | null = null;

  constructor(host: ReactiveControllerHost & { readonly context: Context }) {
    this.#host = host;
    host.addController(this);
  }

  get state(): DrawingsState {
    return this.controller?.state ?? NO_DRAWINGS;
  }

  hostUpdate(): void {
    if (this.#end) return;
    this.#end = () => undefined;
    void this.#listen();
  }

  hostDisconnected(): void {
    this.#end?.();
    this.#end = null;
  }

  async #listen(): Promise<void> {
    const { context } = this.#host;
    try {
      const controller = await context.drawings();
      if (!this.#end) return; // the element is gone
      this.controller = controller;
      this.#end = controller.subscribe(() => this.#host.requestUpdate());
      this.#host.requestUpdate();
    } catch (error) {
      context.fail(error);
    }
  }
}
