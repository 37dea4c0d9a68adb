// SPDX-License-Identifier: MIT
import { selectPage } from '../ui/selection.ts';
import { changesWhileTraining } from '../model/change-texts.ts';
import { canFindRate } from '../model/selectors.ts';
import { css, html, LitElement } from 'lit';
import { TRAINING as TABLE } from '../../lib/setting-table/training.ts';
import type { TrainSettings } from '../../lib/settings.ts';
import { emit } from '../model/events.ts';
import { base } from '../ui/styles.ts';
import { TRAINING } from './texts.ts';
import { LABEL } from '../model/setting-texts.ts';
import { isUnderMore } from './under-more.ts';
import '../ui/field/number-field.ts';

/** Always in sight, in this order. */
const ABOVE = ['learningRate', 'batchSize', 'epochs'] as const;

/** How the weights are updated; what most people never touch is under 'more'. */
export class TrainingSettings extends LitElement {
  readonly #page = selectPage(this, (state) => ({
    training: state.training,
    problems: state.problems,
    /** What became of settings that were changed while it trains. */
    changes: changesWhileTraining(state),
    finding: state.finder !== null,
    canFind: canFindRate(state),
  }));

  static override styles = [
    base,
    css`
      .fields {
        display: grid;
        grid-template-columns: minmax(0, 112fr) minmax(0, 93fr) minmax(
            0,
            var(--epochs-column, 80fr)
          );
        align-items: end;
        gap: 0.35rem;
        margin-top: 0.4rem;
        font-size: 0.8125rem;
      }

      button {
        margin-inline-start: -0.75rem;
        font-size: 0.8125rem;
      }

      mlp-rate-finder {
        margin-top: 0.6rem;
      }

      details {
        margin-top: 0.2rem;
      }

      summary {
        align-content: center;
      }
    `,
  ];

  override render() {
    const { training, changes, finding, canFind } = this.#page.value;
    return html`
      <h2>${TRAINING.title}</h2>
      <div class="fields">${ABOVE.map((name) => this.#field(name, training))}</div>
      <p class="quiet" role="status">${changes}</p>
      ${
        finding
          ? html`<mlp-rate-finder></mlp-rate-finder>`
          : html`<button
              type="button"
              class="plain"
              title=${TRAINING.findRateHelp}
              ?disabled=${!canFind}
              @click=${() => emit(this, 'mlp-finder', 'find')}
            >
              ${TRAINING.findRate}
            </button>`
      }
      <details class=${this.#wrong ? 'wrong' : ''} @toggle=${this.#opened}>
        <summary>${TRAINING.more}</summary>
        <mlp-more-settings></mlp-more-settings>
      </details>
    `;
  }

  /** Opens what is wrong; closing is the person's. */
  override updated(): void {
    const wrong = this.renderRoot.querySelector<HTMLDetailsElement>('details.wrong');
    if (wrong) wrong.open = true;
  }

  get #wrong(): boolean {
    return Object.keys(this.#page.value.problems).some(isUnderMore);
  }

  #opened = (event: Event): void => {
    if ((event.currentTarget as HTMLDetailsElement).open) emit(this, 'mlp-more', null);
  };

  #field(name: (typeof ABOVE)[number], training: TrainSettings) {
    return html`
      <mlp-number-field
        label=${LABEL[name]}
        topic=${name}
        .value=${training[name]}
        .word=${TABLE[name].word ?? ''}
        .problem=${this.#page.value.problems[name]}
        @value-change=${(event: CustomEvent<number>) =>
          emit(this, 'mlp-training', { [name]: event.detail })}
      ></mlp-number-field>
    `;
  }
}

customElements.define('mlp-training-settings', TrainingSettings);
