// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing } from 'lit';
import { emit } from '../../model/events.ts';
import type { State } from '../../model/state.ts';
import { STATUS } from '../../model/texts.ts';
import { selectPage } from '../../ui/selection.ts';
import { base } from '../../ui/styles.ts';
import { INTERRUPTED } from './texts.ts';

/** Asks what is to become of a run whose page ended while it trained. */
export class InterruptedRun extends LitElement {
  readonly #page = selectPage(this, shownOf);

  static override styles = [
    base,
    css`
      section {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem 1rem;
        align-items: center;
        margin-top: 1rem;
        padding: 0.6rem 0.9rem;
        border: 1px solid var(--accent);
      }

      .words {
        flex: 1 1 18rem;
      }

      h2 {
        margin: 0 0 0.15rem;
        font-size: 1rem;
      }

      p {
        margin: 0;
      }

      .buttons {
        display: flex;
        gap: 0.5rem;
      }

      .first {
        border-color: var(--accent);
        background: var(--accent);
        color: var(--on-accent);
        font-weight: 600;
      }

      .first:disabled {
        border-color: var(--line);
        background: none;
        color: var(--muted);
      }
    `,
  ];

  override render() {
    const { run, waiting, occupied } = this.#page.value;
    if (!run) return nothing;
    return html`
      <section aria-labelledby="title">
        <div class="words">
          <h2 id="title">${INTERRUPTED.title}</h2>
          <p>${INTERRUPTED.what(run)}</p>
          ${run.others > 0 ? html`<p class="quiet">${INTERRUPTED.others(run.others)}</p>` : nothing}
          ${waiting ? html`<p id="why" class="quiet">${waiting}</p>` : nothing}
        </div>
        <div class="buttons">
          <button
            type="button"
            class="first"
            ?disabled=${waiting !== '' || occupied}
            aria-describedby=${waiting ? 'why' : nothing}
            @click=${() => emit(this, 'mlp-interrupted', 'continue')}
          >
            ${INTERRUPTED.goOn}
          </button>
          <button
            type="button"
            ?disabled=${occupied}
            @click=${() => emit(this, 'mlp-interrupted', 'discard')}
          >
            ${INTERRUPTED.discard}
          </button>
        </div>
      </section>
    `;
  }
}

function shownOf({ interrupted, data, busy }: State) {
  const waiting = data.kind === 'ready' || data.kind === 'failed' ? '' : STATUS.waiting;
  return { run: interrupted, waiting, occupied: busy !== null || data.kind === 'failed' };
}

customElements.define('mlp-interrupted-run', InterruptedRun);
