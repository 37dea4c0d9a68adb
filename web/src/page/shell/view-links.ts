// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing } from 'lit';
import { base } from '../ui/styles.ts';
import { VIEW_NAMES } from './texts.ts';
import { VIEWS, type View } from './views.ts';

/** The views, as links in the page's head. */
export class ViewLinks extends LitElement {
  static override get properties() {
    return { view: {} };
  }

  declare view: View;

  static override styles = [
    base,
    css`
      nav {
        display: flex;
        flex-wrap: wrap;
        margin-inline-start: -0.35rem;
        /* Six in one line from 340 px on. */
        font-size: clamp(0.75rem, 3.33cqi, 1em);
      }

      a {
        min-height: var(--touch, 2rem);
        align-content: center;
        padding: 0 0.35em;
        white-space: nowrap;
        border-bottom: 2px solid transparent;
        color: var(--accent);
        text-decoration: none;
      }

      a:hover {
        border-bottom-color: var(--line);
      }

      a[aria-current] {
        border-bottom-color: var(--accent);
        color: var(--ink);
        font-weight: 600;
      }
    `,
  ];

  constructor() {
    super();
    this.view = 'train';
  }

  override render() {
    return html`
      <nav aria-label=${VIEW_NAMES.all}>
        ${VIEWS.map(
          ({ view, hash, name }) => html`
            <a href=${hash} aria-current=${view === this.view ? 'page' : nothing}>${name}</a>
          `,
        )}
      </nav>
    `;
  }
}

customElements.define('mlp-view-links', ViewLinks);
