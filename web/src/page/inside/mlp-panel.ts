// SPDX-License-Identifier: MIT
import { LitElement, type PropertyDeclarations, type PropertyValues } from 'lit';
import type { Context } from '../model/services.ts';
import type { State } from '../model/store.ts';
import type { Theme } from '../shell/theme.ts';
import { type Watched, Watcher } from './controller-watch.ts';

/** A part of 'Look inside' that keeps up with the network while it is shown. */
export abstract class NetworkPanel extends LitElement {
  static override get properties(): PropertyDeclarations {
    return {
      context: { attribute: false },
      active: { type: Boolean },
      theme: {},
      page: { state: true },
      problem: { state: true },
    };
  }

  declare context: Context;
  /** It is shown. */
  declare active: boolean;
  declare theme: Theme;
  declare page: State;
  /** What went wrong with the last look, or ''. */
  declare problem: string;

  #watcher: Watcher | null = null;
  #unsubscribe: (() => void) | null = null;

  constructor() {
    super();
    this.active = false;
    this.theme = 'light';
    this.problem = '';
  }

  protected abstract look: Watched['look'];

  /** What is looked at beside the weights. */
  protected abstract own(state: State): readonly unknown[];

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watcher?.dispose();
    this.#unsubscribe?.();
    this.#watcher = this.#unsubscribe = null;
  }

  override willUpdate(changed: PropertyValues): void {
    if (!this.#watcher) {
      const { store } = this.context;
      this.page = store.state;
      this.#unsubscribe = store.subscribe((state) => {
        if (this.active) this.page = state;
      });
      this.#watcher = new Watcher(this.context, {
        own: (state) => this.own(state),
        look: this.look,
        onProblem: (message) => (this.problem = message),
      });
    }
    if (changed.has('active')) this.page = this.context.store.state;
    this.#watcher.active = this.active;
  }

  /** Something else is asked of the network. */
  protected lookAgain(): void {
    this.#watcher?.again();
  }
}
