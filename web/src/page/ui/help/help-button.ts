// SPDX-License-Identifier: MIT
import { css, html, LitElement } from 'lit';
import { base } from '../styles.ts';
import { LATER } from '../texts.ts';
import type { SettingName } from '../../model/setting-texts.ts';
import type { HelpTopic } from './texts.ts';
import { bubbleStyles, HAS_POPOVER, place } from './bubble.ts';

/**
 * A question mark that explains the control beside it. The text is read out when it opens, and is
 * loaded when the first one is asked for.
 */
export class HelpButton extends LitElement {
  static override get properties() {
    return {
      topic: {},
      explanation: {},
      label: {},
      open: { state: true },
      text: { state: true },
    };
  }

  declare topic: HelpTopic | SettingName | undefined;
  /** The text itself, where it is there already; else it is that of the topic. */
  declare explanation: string | undefined;
  /** What is explained, as it is called on the page. */
  declare label: string;
  declare open: boolean;
  declare text: string;

  static override styles = [
    base,
    bubbleStyles,
    css`
      :host {
        display: inline-block;
        flex: none;
        /* As large as a finger needs, without making its line higher. */
        margin-block: calc((1.5rem - var(--touch-small, 1.5rem)) / 2);
        line-height: 1;
      }

      button {
        display: grid;
        place-items: center;
        min-width: var(--touch-small, 1.5rem);
        min-height: var(--touch-small, 1.5rem);
        padding: 0;
        border: 0;
        background: none;
        color: var(--muted);
        font-size: 0.75rem;
        font-weight: 400;
      }

      button span {
        display: grid;
        place-items: center;
        width: 1.1rem;
        height: 1.1rem;
        border: 1px solid var(--muted);
        border-radius: 50%;
      }

      button:hover span,
      button[aria-expanded='true'] span {
        border-color: var(--accent);
        color: var(--accent);
      }
    `,
  ];

  constructor() {
    super();
    this.label = '';
    this.open = false;
    this.text = '';
  }

  override render() {
    const { open } = this;
    return html`
      <button
        type="button"
        popovertarget="bubble"
        aria-label=${LATER.about(this.label)}
        aria-expanded=${open}
        aria-controls="bubble"
        @click=${this.#pressed}
      >
        <span aria-hidden="true">?</span>
      </button>
      <div
        id="bubble"
        class="bubble"
        popover="auto"
        role="status"
        ?hidden=${!HAS_POPOVER && !open}
        @toggle=${(event: ToggleEvent) => this.#turn(event.newState === 'open')}
      >
        ${open ? this.text : ''}
      </div>
    `;
  }

  override updated(): void {
    const [button, bubble] = [this.renderRoot.querySelector('button'), this.#bubble];
    if (this.open && this.text && button && bubble) place(bubble, button);
  }

  get #bubble(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.bubble');
  }

  /** Where there are popovers, the browser itself opens and closes it. */
  #pressed = (): void => {
    if (!HAS_POPOVER) this.#turn(!this.open);
  };

  #turn(open: boolean): void {
    this.open = open;
    if (!open) this.#bubble?.classList.remove('placed');
    const { topic } = this;
    if (this.explanation) this.text = this.explanation;
    if (!open || this.text || !topic) return;
    Promise.all([import('./texts.ts'), import('../../model/setting-help.ts')]).then(
      ([{ HELP }, { SETTING_HELP }]) => (this.text = { ...SETTING_HELP, ...HELP }[topic]),
      () => (this.text = LATER.failed),
    );
  }
}

customElements.define('mlp-help', HelpButton);
