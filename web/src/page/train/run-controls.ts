// SPDX-License-Identifier: MIT
import { selectPage } from '../ui/selection.ts';
import { isFree } from '../model/selectors.ts';
import { reasonOf } from './selectors.ts';
import { css, html, LitElement, nothing } from 'lit';
import { emit } from '../model/events.ts';
import { base } from '../ui/styles.ts';
import { NAMES } from '../model/names.ts';
import { RUN } from './texts.ts';
import '../ui/help/help-button.ts';

/** Train or Pause, Step, Reset. */
export class RunControls extends LitElement {
  static override get properties() {
    return {
      quiet: { type: Boolean },
    };
  }

  /** Why training cannot start is said elsewhere. */
  declare quiet: boolean;

  readonly #page = selectPage(this, (state) => ({
    run: state.run,
    ready: isFree(state),
    reason: reasonOf(state),
  }));

  static override styles = [
    base,
    css`
      .buttons {
        display: flex;
        gap: 0.5rem;
        align-items: center;
      }

      button {
        min-height: max(2.75rem, var(--touch, 0px));
      }

      mlp-help {
        margin-inline-start: -0.25rem;
      }

      button:not(.train) {
        padding-inline: 0.65rem;
      }

      .train {
        flex: 1;
        max-width: 14rem;
        border-color: var(--accent);
        background: var(--accent);
        color: var(--on-accent);
        font-size: 1.125rem;
        font-weight: 600;
      }

      .train:hover:not(:disabled) {
        border-color: var(--ink);
      }

      .train:disabled {
        border-color: var(--line);
        background: none;
        color: var(--muted);
        opacity: 1;
      }

      p {
        margin-top: 0.4rem;
      }
    `,
  ];

  constructor() {
    super();
    this.quiet = false;
  }

  override render() {
    const { run, ready, reason: why } = this.#page.value;
    const reason = this.quiet ? '' : why;
    const training = run === 'training';
    const blocked = !ready || (!training && reason !== '');
    return html`
      <div class="buttons">
        <button
          type="button"
          class="train"
          ?disabled=${blocked}
          aria-describedby=${reason ? 'reason' : nothing}
          @click=${() => emit(this, 'mlp-train', null)}
        >
          ${training ? NAMES.pause : NAMES.train}
        </button>
        <button
          type="button"
          ?disabled=${blocked || training}
          @click=${() => emit(this, 'mlp-step', null)}
        >
          ${NAMES.step}
        </button>
        <button type="button" ?disabled=${!ready} @click=${() => emit(this, 'mlp-reset', null)}>
          ${NAMES.reset}
        </button>
        <mlp-help topic="run" label=${RUN.controls}></mlp-help>
      </div>
      ${reason ? html`<p id="reason" class="quiet">${reason}</p>` : nothing}
    `;
  }
}

customElements.define('mlp-run-controls', RunControls);
