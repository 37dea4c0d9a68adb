// SPDX-License-Identifier: MIT
import { selectPage } from '../ui/selection.ts';
import { css, html, LitElement } from 'lit';
import { emit } from '../model/events.ts';
import { base } from '../ui/styles.ts';
import { PAD } from './texts.ts';
import { bubbleStyles, HAS_POPOVER, place } from '../ui/help/bubble.ts';

/** How the drawing is read, in a bubble of its own: most people never need it. */
export class PadOptions extends LitElement {
  static override get properties() {
    return {
      open: { state: true },
    };
  }

  declare open: boolean;

  readonly #page = selectPage(this, ({ deskew }) => ({ deskew }));

  static override styles = [
    base,
    bubbleStyles,
    css`
      :host {
        flex: none;
      }

      button {
        min-width: var(--touch-small, 1.75rem);
        min-height: var(--touch-small, 1.75rem);
        padding: 0;
      }

      button:focus-visible {
        outline-offset: -2px;
      }

      .bubble {
        max-width: 14rem;
      }

      label {
        display: flex;
        gap: 0.5rem;
        align-items: center;
        min-height: var(--touch, 1.75rem);
      }
    `,
  ];

  constructor() {
    super();
    this.open = false;
  }

  override render() {
    return html`
      <button
        type="button"
        class="plain"
        popovertarget="bubble"
        aria-label=${PAD.options}
        title=${PAD.options}
        aria-expanded=${this.open}
        @click=${() => {
          if (!HAS_POPOVER) this.open = !this.open;
        }}
      >
        <span aria-hidden="true">⋯</span>
      </button>
      <div
        id="bubble"
        class="bubble"
        popover="auto"
        role="group"
        aria-label=${PAD.options}
        ?hidden=${!HAS_POPOVER && !this.open}
        @toggle=${this.#toggled}
      >
        <label>
          <input
            type="checkbox"
            .checked=${this.#page.value.deskew}
            aria-describedby="about"
            @change=${({ target }: Event) =>
              emit(this, 'mlp-deskew', (target as HTMLInputElement).checked)}
          />
          ${PAD.deskew}
        </label>
        <p id="about" class="quiet">${PAD.deskewAbout}</p>
      </div>
    `;
  }

  #toggled = (event: ToggleEvent): void => {
    this.open = event.newState === 'open';
    const bubble = event.target as HTMLElement;
    const button = this.renderRoot.querySelector('button');
    if (this.open && button) place(bubble, button);
    else bubble.classList.remove('placed');
  };
}

customElements.define('mlp-pad-options', PadOptions);
