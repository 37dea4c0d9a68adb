// SPDX-License-Identifier: MIT
import { html, LitElement, nothing } from 'lit';
import type { Context } from '../context.ts';
import { base } from '../styles.ts';
import type { Theme } from '../theme.ts';
import { OPENING } from './views.ts';

/** Where the notes stand: their code is loaded when they are opened for the first time. */
export class NotesSlot extends LitElement {
  static override properties = {
    context: { attribute: false },
    active: { type: Boolean },
    theme: {},
    code: { state: true },
  };

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

  override willUpdate(): void {
    if (!this.active || this.code === 'loading' || this.code === 'ready') return;
    this.code = 'loading';
    import('./mlp-notes.ts').then(
      () => (this.code = 'ready'),
      () => (this.code = 'failed'),
    );
  }

  override render() {
    if (this.code === 'ready' && this.context) {
      return html`<mlp-notes
        .context=${this.context}
        ?active=${this.active}
        theme=${this.theme}
      ></mlp-notes>`;
    }
    if (!this.active) return nothing;
    return html`<p role="status">${this.code === 'failed' ? OPENING.failed : OPENING.loading}</p>`;
  }
}

customElements.define('mlp-notes-slot', NotesSlot);
