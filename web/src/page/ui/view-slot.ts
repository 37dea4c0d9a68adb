// SPDX-License-Identifier: MIT
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { base } from './styles.ts';
import { OPENING } from './texts.ts';

/** Code that is loaded when it is needed, and the element that it defines. */
export interface LazyCode {
  readonly load: () => Promise<unknown>;
  /** @param active whether it is shown: what is not need not keep up */
  readonly element: (active: boolean) => TemplateResult;
}

/** Where a view, or a panel of one, stands whose code is loaded when it is opened first. */
export class ViewSlot extends LitElement {
  static override get properties() {
    return {
      lazy: { attribute: false },
      active: { type: Boolean },
      code: { state: true },
    };
  }

  declare lazy: LazyCode;
  declare active: boolean;
  declare code: 'none' | 'loading' | 'ready' | 'failed';

  static override styles = [base];

  constructor() {
    super();
    this.active = false;
    this.code = 'none';
  }

  override willUpdate(changed: PropertyValues<this>): void {
    // What could not be loaded is asked for again when it is opened again.
    if (!this.active || !changed.has('active')) return;
    if (this.code === 'loading' || this.code === 'ready') return;
    this.code = 'loading';
    this.lazy.load().then(
      () => (this.code = 'ready'),
      () => (this.code = 'failed'),
    );
  }

  override render() {
    const { active } = this;
    if (this.code === 'ready') return this.lazy.element(active);
    if (!active) return nothing;
    return html`<p role="status">${this.code === 'failed' ? OPENING.failed : OPENING.loading}</p>`;
  }
}

customElements.define('mlp-view-slot', ViewSlot);
