// SPDX-License-Identifier: MIT
import { LitElement, type PropertyDeclarations, type PropertyValues } from 'lit';
import type { State } from '../model/state.ts';
import { LabServices } from '../ui/contexts.ts';
import { type Watched, Watcher } from './controller-watch.ts';

/** A part of 'Look inside' that keeps up with the network while it is shown. */
export abstract class NetworkPanel extends LitElement {
  static override get properties(): PropertyDeclarations {
    return {
      active: { type: Boolean },
      problem: { state: true },
    };
  }

  /** It is shown. */
  declare active: boolean;
  /** What went wrong with the last look, or ''. */
  declare problem: string;

  protected readonly services = new LabServices(this);
  #watcher: Watcher | null = null;

  constructor() {
    super();
    this.active = false;
    this.problem = '';
  }

  protected abstract ask: Watched['ask'];

  /** What is looked at beside the weights. */
  protected abstract own(state: State): readonly unknown[];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watcher?.dispose();
    this.#watcher = null;
  }

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#watcher ??= new Watcher(this.services.value, {
      own: (state) => this.own(state),
      ask: this.ask,
      onProblem: (message) => (this.problem = message),
    });
    this.#watcher.active = this.active;
  }

  /** Something else is asked of the network. */
  protected askAgain(): void {
    this.#watcher?.again();
  }
}
