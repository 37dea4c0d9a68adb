// SPDX-License-Identifier: MIT
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Context } from '../../model/services.ts';
import type { State } from '../../model/store.ts';

/** Keeps an element up to date with the settings, and with nothing else that changes on the page. */
export class FollowSettings implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly context: Context };
  #end: (() => void) | null = null;

  constructor(host: ReactiveControllerHost & { readonly context: Context }) {
    this.#host = host;
    host.addController(this);
  }

  get state(): State {
    return this.#host.context.store.state;
  }

  hostUpdate(): void {
    if (this.#end) return;
    let { training, problems } = this.state;
    this.#end = this.#host.context.store.subscribe((state) => {
      if (state.training === training && state.problems === problems) return;
      ({ training, problems } = state);
      this.#host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    this.#end?.();
    this.#end = null;
  }
}
