// SPDX-License-Identifier: MIT
import { LabServices } from '../ui/contexts.ts';
import { follow } from '../ui/selection.ts';
import { css, html, LitElement, nothing } from 'lit';
import { base } from '../ui/styles.ts';
import { INSIDE } from './texts.ts';
import { panelIn, type PanelName, PANELS } from './panels.ts';

/** The view 'Look inside': panels, of which one is shown. */
export class MlpInside extends LitElement {
  static override get properties() {
    return {
      active: { type: Boolean },
      panel: { state: true },
    };
  }

  /** The view is shown. */
  declare active: boolean;
  declare panel: PanelName;

  readonly #services = new LabServices(this);
  readonly #route = follow(this, () => this.#services.maybe?.route, { hash: '' });

  static override styles = [
    base,
    css`
      nav {
        display: flex;
        flex-wrap: wrap;
        gap: 0 1.25rem;
        margin-bottom: 1rem;
        border-bottom: 1px solid var(--line);
      }

      a {
        min-height: var(--touch, 2rem);
        margin-bottom: -1px;
        align-content: center;
        border-bottom: 2px solid transparent;
        color: var(--accent);
        text-decoration: none;
      }

      a:hover {
        border-bottom-color: var(--muted);
      }

      a[aria-current] {
        border-bottom-color: var(--accent);
        color: var(--ink);
        font-weight: 600;
      }

      mlp-view-slot:not([active]) {
        display: none;
      }
    `,
  ];

  constructor() {
    super();
    this.active = false;
    this.panel = 'answers';
  }

  /** An address without a panel, as the view's link has, keeps to the panel that was shown last. */
  override willUpdate(): void {
    this.panel = panelIn(this.#route.value.hash) ?? this.panel;
  }

  override render() {
    return html`
      <section aria-label=${INSIDE.view}>
        <nav aria-label=${INSIDE.panels}>
          ${PANELS.map(
            ({ panel, hash, name }) => html`
              <a href=${hash} aria-current=${panel === this.panel ? 'page' : nothing}>${name}</a>
            `,
          )}
        </nav>
        ${PANELS.map(
          (one) => html`
            <mlp-view-slot
              .lazy=${one}
              ?active=${this.active && one.panel === this.panel}
            ></mlp-view-slot>
          `,
        )}
      </section>
    `;
  }
}

customElements.define('mlp-inside', MlpInside);
