// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing } from 'lit';
import type { State } from '../../model/state.ts';
import { followTheme } from '../../ui/contexts.ts';
import { follow, selectPage } from '../../ui/selection.ts';
import { base } from '../../ui/styles.ts';
import { whenIdle } from '../../ui/when-idle.ts';
import { offline } from './controller-offline.ts';
import { NO_OFFLINE } from './offline-state.ts';
import { OFFLINE } from './texts.ts';

/** The first look and the first training have the machine to themselves, in milliseconds. */
const SETTLE = 5000;

const partOf = ({ run, busy, backend }: State) => ({
  backend,
  why: run === 'training' ? OFFLINE.training : busy ? OFFLINE.busy : '',
});

/**
 * Has the page kept for use offline, once it is usable, and tells of a new version. In somebody
 * else's page its code is not loaded.
 */
export class MlpOffline extends LitElement {
  static override get properties() {
    return { theme: { state: true } };
  }

  declare theme: string;

  readonly #page = selectPage(this, partOf);
  readonly #offline = follow(this, () => offline.shown, NO_OFFLINE);
  #asked = false;

  static override styles = [
    base,
    css`
      .notice {
        position: fixed;
        z-index: 3;
        inset: auto 0 0.75rem;
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 0.5rem;
        align-items: center;
        width: fit-content;
        max-width: calc(100vw - 1.5rem);
        margin-inline: auto;
        padding: 0.5rem 0.75rem;
        border: 1px solid var(--accent);
        border-radius: 4px;
        background: var(--sheet);
        color: var(--ink);
        --button-space: 0.5rem; /* one line at 390 px */
      }
    `,
  ];

  constructor() {
    super();
    this.theme = '';
    followTheme(this);
  }

  override updated(): void {
    this.#colour();
    const { backend } = this.#page.value;
    if (this.#asked || !backend) return;
    this.#asked = true;
    setTimeout(() => whenIdle(() => void offline.start(backend)), SETTLE);
  }

  override render() {
    const { why } = this.#page.value;
    // The region stands there before what it tells, so that it is told.
    return html`<div role="status" aria-label=${OFFLINE.region}>
      ${
        this.#offline.value.update
          ? html`<div class="notice">
              <span>${OFFLINE.update}</span>
              <button
                type="button"
                ?disabled=${why !== ''}
                aria-describedby=${why ? 'why' : nothing}
                @click=${() => offline.loadUpdate()}
              >
                ${OFFLINE.load}
              </button>
              <button type="button" class="plain" @click=${() => offline.putUpdateOff()}>
                ${OFFLINE.later}
              </button>
              ${why ? html`<span id="why" class="quiet">${why}</span>` : nothing}
            </div>`
          : nothing
      }
    </div>`;
  }

  /** Of an installed page's window, and of the bars of a phone. */
  #colour(): void {
    let meta = document.querySelector<HTMLMetaElement>('meta[name="theme-color"]');
    if (!meta) {
      meta = document.createElement('meta');
      meta.name = 'theme-color';
      document.head.append(meta);
    }
    meta.content = getComputedStyle(this).getPropertyValue('--paper').trim();
  }
}

customElements.define('mlp-offline', MlpOffline);
