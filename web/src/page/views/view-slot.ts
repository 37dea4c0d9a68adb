// SPDX-License-Identifier: MIT
import { html, LitElement, nothing } from 'lit';
import type { Context } from '../context.ts';
import { base } from '../styles.ts';
import { OPENING } from '../texts.ts';
import type { Theme } from '../theme.ts';
import { LAZY_VIEWS, type LazyView } from './views.ts';

/** Where a view stands whose code is loaded when it is opened for the first time. */
export class ViewSlot extends LitElement {
  static override properties = {
    view: {},
    context: { attribute: false },
    active: { type: Boolean },
    theme: {},
    code: { state: true },
  };

  declare view: LazyView;
  declare context: Context | undefined;
  declare active: boolean;
  declare theme: Theme;
  declare code: 'none' | 'loading' | 'ready' | 'failed';

  static override styles = [base];

  constructor() {
    super();
    this.view = 'notes';
    this.active = false;
    this.theme = 'light';
    this.code = 'none';
  }

  override willUpdate(): void {
    if (!this.active || this.code === 'loading' || this.code === 'ready') return;
    this.code = 'loading';
    LAZY_VIEWS[this.view].load().then(
      () => (this.code = 'ready'),
      () => (this.code = 'failed'),
    );
  }

  override render() {
    const { context, active, theme } = this;
    if (this.code === 'ready' && context) {
      return LAZY_VIEWS[this.view].element({ context, active, theme });
    }
    if (!active) return nothing;
    return html`<p role="status">${this.code === 'failed' ? OPENING.failed : OPENING.loading}</p>`;
  }
}

customElements.define('mlp-view-slot', ViewSlot);
