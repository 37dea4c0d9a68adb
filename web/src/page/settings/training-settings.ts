// SPDX-License-Identifier: MIT
import { css, html, LitElement } from 'lit';
import type { Backend } from '../../lib/results.ts';
import type { EngineSettings, NetworkSettings, TrainSettings } from '../../lib/settings.ts';
import type { Context } from '../model/services.ts';
import { emit } from '../model/events.ts';
import type { Finder, Problems, Speeds } from '../model/store.ts';
import { base } from '../ui/styles.ts';
import { TRAINING } from '../texts.ts';
import { FIELD, MIXED_FIELD } from '../model/setting-texts.ts';
import '../ui/field/number-field.ts';

/** How the weights are updated; what most people never touch is under 'more'. */
export class TrainingSettings extends LitElement {
  static override properties = {
    context: { attribute: false },
    training: { attribute: false },
    network: { attribute: false },
    engine: { attribute: false },
    speeds: { attribute: false },
    backend: { attribute: false },
    problems: { attribute: false },
    changes: {},
    finder: { attribute: false },
    canFind: { type: Boolean, attribute: 'can-find' },
    networkDisabled: { type: Boolean, attribute: 'network-disabled' },
  };

  /** For what is loaded later and has a controller of its own. */
  declare context: Context | undefined;
  declare training: TrainSettings;
  declare network: NetworkSettings;
  declare engine: EngineSettings;
  declare speeds: Speeds;
  declare backend: Backend | null;
  declare problems: Problems;
  declare changes: string;
  declare finder: Finder | null;
  /** A learning rate can be looked for now. */
  declare canFind: boolean;
  declare networkDisabled: boolean;

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
    const { learningRate, batchSize, epochs } = this.training;
    return html`
      <h2>${TRAINING.title}</h2>
      <div class="fields">
        ${this.#field('learningRate', TRAINING.learningRate, learningRate)}
        ${this.#field('batchSize', TRAINING.batchSize, batchSize, 'all')}
        ${this.#field('epochs', TRAINING.epochs, epochs)}
      </div>
      <p class="quiet" role="status">${this.changes}</p>
      ${
        this.finder
          ? html`<mlp-rate-finder .finder=${this.finder} ?can-find=${this.canFind}>
            </mlp-rate-finder>`
          : html`<button
              type="button"
              class="plain"
              title=${TRAINING.findRateHelp}
              ?disabled=${!this.canFind}
              @click=${() => emit(this, 'mlp-finder', 'find')}
            >
              ${TRAINING.findRate}
            </button>`
      }
      <details class=${this.#wrong ? 'wrong' : ''} @toggle=${this.#opened}>
        <summary>${TRAINING.more}</summary>
        <mlp-more-settings
          .context=${this.context}
          .network=${this.network}
          .training=${this.training}
          .engine=${this.engine}
          .backend=${this.backend}
          .speeds=${this.speeds}
          .problems=${this.problems}
          ?network-disabled=${this.networkDisabled}
        ></mlp-more-settings>
      </details>
    `;
  }

  /** Opens what is wrong; closing is the person's. */
  override updated(): void {
    const wrong = this.renderRoot.querySelector<HTMLDetailsElement>('details.wrong');
    if (wrong) wrong.open = true;
  }

  get #wrong(): boolean {
    return Object.keys(this.problems).some((name) => name in FIELD || name in MIXED_FIELD);
  }

  #opened = (event: Event): void => {
    if ((event.currentTarget as HTMLDetailsElement).open) emit(this, 'mlp-more', null);
  };

  #field(
    name: 'learningRate' | 'batchSize' | 'epochs',
    label: string,
    value: number | string,
    word = '',
  ) {
    return html`
      <mlp-number-field
        label=${label}
        topic=${name}
        .value=${value}
        .word=${word}
        .problem=${this.problems[name]}
        @value-change=${(event: CustomEvent<number>) =>
          emit(this, 'mlp-training', { [name]: event.detail })}
      ></mlp-number-field>
    `;
  }
}

customElements.define('mlp-training-settings', TrainingSettings);
