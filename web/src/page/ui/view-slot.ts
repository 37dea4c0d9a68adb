// SPDX-License-Identifier: MIT
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { Context } from '../model/services.ts';
import { base } from './styles.ts';
import { OPENING } from './texts.ts';
import type { Theme } from '../shell/theme.ts';
import type { LazyCode } from '../shell/views.ts';

/** Where a view, or a panel of one, stands whose code is loaded when it is opened first. */
export class ViewSlot extends LitElement {
  static override get properties() {
    return {
      lazy: { attribute: false },
      context: { attribute: false },
      active: { type: Boolean },
      theme: {},
      code: { state: true },
    };
  }

  declare lazy: LazyCode;
  declare context: Context | undefined;
  declare active: boolean;
  declare theme: Theme;
  declare code: 'none' | 'loading' | 'ready' | 'failed';

  static override styles = [base];

  constructor() {
    super();
    this.active = false;
    this.theme = 'light';
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
    const { context, active, theme } = this;
    if (this.code === 'ready' && context) return this.lazy.element({ context, active, theme });
    if (!active) return nothing;
    return html`<p role="status">${this.code === 'failed' ? OPENING.failed : OPENING.loading}</p>`;
  }
}

customElements.define('mlp-view-slot', ViewSlot);
