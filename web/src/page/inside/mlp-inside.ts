// SPDX-License-Identifier: MIT
import { html, LitElement } from 'lit';
import type { Context } from '../context.ts';
import { base } from '../styles.ts';
import type { Theme } from '../theme.ts';

/** The view 'Look inside'. */
export class MlpInside extends LitElement {
  static override properties = {
    context: { attribute: false },
    active: { type: Boolean },
    theme: {},
  };

  declare context: Context;
  declare active: boolean;
  declare theme: Theme;

  static override styles = [base];

  constructor() {
    super();
    this.active = false;
    this.theme = 'light';
  }

  override render() {
    return html`<h2>Look inside</h2>`;
  }
}

customElements.define('mlp-inside', MlpInside);
