// SPDX-License-Identifier: MIT
import { selectPage } from '../ui/selection.ts';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { isDigits } from '../model/data-look.ts';
import { base } from '../ui/styles.ts';
import { DRAWINGS, NAMES } from './texts.ts';
import { KeptDrawings } from './kept-drawings.ts';
import { isAsKept } from './kept-drawing.ts';
import { whyNot } from './why-not.ts';
import './digit-choice.ts';

/** Below the pad: what the drawing was, how many are kept, and learning from them. */
export class MlpCorrection extends LitElement {
  readonly #kept = new KeptDrawings(this);
  readonly #page = selectPage(this, (state) => ({
    drawn: state.drawn,
    digits: isDigits(state.look),
    reason: whyNot(state),
  }));

  static override styles = [
    base,
    css`
      /* Its place is there before there is an answer, so that nothing moves when one comes. */
      .nothing {
        visibility: var(--without-answer, visible);
      }

      .line {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.5rem;
        align-items: center;
        min-height: var(--touch-small, 1.5rem);
      }

      .line button {
        min-height: var(--touch-small, 1.5rem);
        padding: 0 0.4rem;
        font-size: 0.8125rem;
        white-space: nowrap;
      }

      .below {
        justify-content: space-between;
        margin-top: 0.2rem;
      }

      .below button {
        margin-inline-end: -0.4rem;
      }

      a {
        color: var(--accent);
        white-space: nowrap;
      }
    `,
  ];

  override render() {
    const { drawn, digits } = this.#page.value;
    const { drawings, last, learning, problem } = this.#kept.state;
    const known = drawn && drawings.find(({ id }) => id === drawn.id);
    // What was told is told of what was there: of strokes that came later nothing is known.
    const label = known && isAsKept(known, drawn) ? known.label : null;
    const undoable = label !== null && last === known?.id;
    if (!digits) return nothing;
    return html`
      <div class=${drawn ? '' : 'nothing'}>
        <div class="line quiet">
          <span role="status">
            ${label !== null ? DRAWINGS.keptAs(label) : known ? DRAWINGS.changed : NAMES.correct}
          </span>
          ${undoable ? this.#undo() : nothing}
        </div>
        <mlp-digit-choice
          hide-legend
          ?disabled=${!drawn || !this.#kept.keeper}
          legend=${NAMES.correct}
          .nameOf=${DRAWINGS.isA}
          .chosen=${label}
          @digit-choose=${({ detail }: CustomEvent<number>) => this.#kept.keeper?.keep(detail)}
        ></mlp-digit-choice>
      </div>
      <div class="line quiet below">
        ${learning === null ? this.#learn(drawings.length) : this.#learning(learning)}
      </div>
      ${problem ? html`<p class="problem" role="alert">${problem}</p>` : nothing}
    `;
  }

  #learning(fraction: number): TemplateResult {
    return html`
      <span>${DRAWINGS.learning(fraction)}</span>
      <button type="button" class="plain" @click=${() => this.#kept.keeper?.stop()}>
        ${NAMES.stop}
      </button>
    `;
  }

  #learn(drawings: number): TemplateResult | typeof nothing {
    if (drawings === 0) return nothing;
    const { reason } = this.#page.value;
    return html`
      <a href="#data/drawings">${DRAWINGS.kept(drawings)}</a>
      <button
        type="button"
        class="plain"
        title=${reason}
        ?disabled=${reason !== ''}
        @click=${() => void this.#kept.keeper?.learn()}
      >
        ${NAMES.learn}
      </button>
    `;
  }

  #undo(): TemplateResult {
    return html`<button
      type="button"
      class="plain"
      aria-label=${DRAWINGS.undoKeep}
      @click=${() => {
        this.#kept.keeper?.undo();
        this.renderRoot.querySelector<HTMLElement>('mlp-digit-choice')?.focus(); // the button goes
      }}
    >
      ${DRAWINGS.undo}
    </button>`;
  }
}

customElements.define('mlp-correction', MlpCorrection);
