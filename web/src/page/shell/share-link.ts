// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing } from 'lit';
import { base } from '../ui/styles.ts';
import { LINK } from '../model/link/texts.ts';
import { bubbleStyles, HAS_POPOVER, place } from '../ui/help/bubble.ts';

/** @param train whether training starts by itself where the link is opened */
export type LinkOf = (train: boolean) => string;

/** Copies a link to the settings; where that is not allowed, it stands there to be copied. */
export class ShareLink extends LitElement {
  static override get properties() {
    return {
      linkOf: { attribute: false },
      open: { state: true },
      train: { state: true },
      said: { state: true },
    };
  }

  declare linkOf: LinkOf;
  declare open: boolean;
  declare train: boolean;
  /** How the copying went; '' while it is under way. */
  declare said: string;

  static override styles = [
    base,
    bubbleStyles,
    css`
      .bubble:not([hidden]) {
        width: min(24rem, calc(100vw - 1rem));
        max-width: none;
      }

      input[type='text'] {
        width: 100%;
        margin-block: 0.4rem;
        font-size: 0.8125rem;
      }

      label {
        display: flex;
        gap: 0.4rem;
        align-items: center;
        min-height: var(--touch, 1.75rem);
      }
    `,
  ];

  constructor() {
    super();
    this.open = false;
    this.train = false;
    this.said = '';
  }

  override render() {
    const { open, said, train } = this;
    return html`
      <button
        type="button"
        class="plain"
        popovertarget="bubble"
        aria-expanded=${open}
        aria-controls="bubble"
        @click=${this.#pressed}
      >
        ${LINK.copy}
      </button>
      <div
        id="bubble"
        class="bubble"
        popover="auto"
        role="group"
        aria-label=${LINK.copy}
        ?hidden=${!HAS_POPOVER && !open}
        @beforetoggle=${this.#beforeToggle}
        @toggle=${(event: ToggleEvent) => this.#turn(event.newState === 'open')}
      >
        <p role="status">${open ? said : ''}</p>
        <input
          type="text"
          readonly
          aria-label=${LINK.label}
          .value=${open ? this.linkOf(train) : ''}
          @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
        />
        ${open && this.#ownData ? html`<p>${LINK.ownNote}</p>` : nothing}
        <label>
          <input type="checkbox" .checked=${train} @change=${this.#trainChanged} />
          ${LINK.train}
        </label>
      </div>
    `;
  }

  get #ownData(): boolean {
    return new URL(this.linkOf(this.train)).searchParams.get('data') === 'own';
  }

  override updated(): void {
    const [button, bubble] = ['button', '.bubble'].map((selector) =>
      this.renderRoot.querySelector<HTMLElement>(selector),
    );
    if (this.open && this.said && button && bubble) place(bubble, button);
  }

  /** The browser opens and closes it where there are popovers; copying waits for neither. */
  #pressed = (): void => {
    if (!this.open) void this.#copy();
    if (!HAS_POPOVER) this.#turn(!this.open);
  };

  /** Who was in it is back at its button when it closes. */
  #beforeToggle = ({ newState }: ToggleEvent): void => {
    const inside = this.renderRoot.querySelector('.bubble :focus');
    if (newState === 'closed' && inside) this.renderRoot.querySelector('button')?.focus();
  };

  #turn(open: boolean): void {
    this.open = open;
    if (!open) this.renderRoot.querySelector('.bubble')?.classList.remove('placed');
  }

  #trainChanged = (event: Event): void => {
    this.train = (event.target as HTMLInputElement).checked;
    void this.#copy();
  };

  async #copy(): Promise<void> {
    const { train } = this;
    this.said = '';
    try {
      await navigator.clipboard.writeText(this.linkOf(train));
      if (train === this.train) this.said = LINK.copied;
    } catch {
      // Not allowed, or no clipboard at all, as on a page without https.
      if (train === this.train) this.said = LINK.notCopied;
    }
  }
}

customElements.define('mlp-share-link', ShareLink);
