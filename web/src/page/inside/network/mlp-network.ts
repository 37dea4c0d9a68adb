// SPDX-License-Identifier: MIT
import { html, LitElement } from 'lit';
import type { Context } from '../../context.ts';
import { base } from '../../styles.ts';
import { INSIDE } from '../../texts/inside.ts';
import type { Theme } from '../../theme.ts';

/** The panel 'Network' of 'Look inside'. */
export class NetworkPanel extends LitElement {
  static override properties = {
    context: { attribute: false },
    active: { type: Boolean },
    theme: {},
  };

  declare context: Context;
  /** The panel is shown. */
  declare active: boolean;
  declare theme: Theme;

  static override styles = [base];

  constructor() {
    super();
    this.active = false;
    this.theme = 'light';
  }

  override render() {
    return html`<h2>${INSIDE.names.network}</h2>`;
  }
}

customElements.define('mlp-network-panel', NetworkPanel);
