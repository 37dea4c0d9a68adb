// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import type { ModelForm } from '../../lib/formats/forms.ts';
import { STATUS } from '../model/texts.ts';
import type { State } from '../model/state.ts';
import { NO_RUNS, RunsController } from '../runs/index.ts';
import { STORAGE_PANEL } from '../storage/index.ts';
import { LabServices } from '../ui/contexts.ts';
import { follow, selectPage } from '../ui/selection.ts';
import { base } from '../ui/styles.ts';
import '../ui/view-slot.ts';
import { ModelsController } from './controller-models.ts';
import { type ModelsEvent, NO_MODELS } from './models-state.ts';
import { modelsStyles } from './models-styles.ts';
import './model-list.ts';
import './open-panel.ts';
import './save-panel.ts';
import { KEPT, MODELS } from './texts.ts';

/** The view 'Models': the network as a file, files as networks, and what is kept. */
export class MlpModels extends LitElement {
  static override get properties() {
    return {
      active: { type: Boolean },
      keeper: { state: true },
      models: { state: true },
      form: { state: true },
      storage: { state: true },
    };
  }

  /** The view is shown. */
  declare active: boolean;
  /** null until it is loaded. */
  declare keeper: RunsController | null;
  declare models: ModelsController | null;
  declare form: ModelForm;
  /** Whether the panel 'Storage' is open. */
  declare storage: boolean;

  #asked = false;
  readonly #services = new LabServices(this);
  readonly #page = selectPage(this, partOf);
  readonly #runs = follow(this, () => this.keeper?.shown, NO_RUNS);
  readonly #models = follow(this, () => this.models?.shown, NO_MODELS);

  static override styles = [
    base,
    modelsStyles,
    css`
      :host {
        container-type: inline-size;
      }

      .view {
        display: grid;
        gap: 1.25rem;
      }

      .carry {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr));
        gap: 1.25rem 2.5rem;
      }

      /* What is below does not move when it says something. */
      .said {
        min-height: 1.45em;
        margin-top: 0.25rem;
      }

      .problem {
        padding-inline-start: 0.6rem;
        border-inline-start: 3px solid var(--pencil);
        overflow-wrap: anywhere;
      }
    `,
  ];

  constructor() {
    super();
    this.active = this.storage = false;
    this.keeper = this.models = null;
    this.form = 'safetensors';
  }

  override willUpdate(): void {
    if (this.#asked) return;
    this.#asked = true;
    void this.#open();
  }

  /** The list of the site is asked for again where there was no network. */
  override updated(changed: PropertyValues<this>): void {
    if (changed.has('active') && this.active) void this.models?.list();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.keeper = this.models = null;
    this.#asked = false;
  }

  override render() {
    const { models } = this;
    if (!models) return nothing;
    const { busy, problem, said, question, foreign, site, unlisted } = this.#models.value;
    return html`
      <section
        class="view"
        aria-label=${MODELS.title}
        @model-save=${({ detail }: ModelsEvent<'model-save'>) => void models.save(detail)}
        @model-open=${({ detail }: ModelsEvent<'model-open'>) => void models.open(detail)}
        @model-answer=${({ detail }: ModelsEvent<'model-answer'>) => void models.answer(detail)}
        @model-foreign=${({ detail }: ModelsEvent<'model-foreign'>) =>
          void models.answerForeign(detail)}
        @model-site=${({ detail }: ModelsEvent<'model-site'>) => void models.openOfSite(detail)}
      >
        <div>
          <h2>${MODELS.title}</h2>
          <p class="quiet">${MODELS.about}</p>
          <p class="said" role="status">${busy || said}</p>
          ${problem ? html`<p role="alert" class="problem">${problem}</p>` : nothing}
        </div>
        <div class="carry">
          <mlp-save-panel
            ?busy=${busy !== ''}
            @form-chosen=${({ detail }: CustomEvent<ModelForm>) => (this.form = detail)}
          ></mlp-save-panel>
          <mlp-open-panel
            ?busy=${busy !== ''}
            .question=${question}
            .foreign=${foreign}
            .site=${site}
            ?unlisted=${unlisted}
          ></mlp-open-panel>
        </div>
        <div>
          <h3>${KEPT.title}</h3>
          ${this.#runs.value.runs.length > 0 ? html`<p class="quiet">${KEPT.about}</p>` : nothing}
          ${this.#kept()}
        </div>
        ${this.#storage()}
      </section>
    `;
  }

  #kept() {
    const { keeper } = this;
    const { runs, removed } = this.#runs.value;
    const { locked, present } = this.#page.value;
    return html`<mlp-model-list
      .records=${runs}
      .removed=${removed}
      form=${this.form}
      locked=${locked}
      present=${present}
      @model-run=${({ detail }: ModelsEvent<'model-run'>) => this.#restore(detail)}
      @model-name=${({ detail }: ModelsEvent<'model-name'>) =>
        keeper?.rename(detail.id, detail.name)}
      @model-note=${({ detail }: ModelsEvent<'model-note'>) =>
        keeper?.annotate(detail.id, detail.note)}
      @model-remove=${({ detail }: ModelsEvent<'model-remove'>) => void keeper?.remove(detail)}
      @model-undo-remove=${() => keeper?.undoRemove()}
    ></mlp-model-list>`;
  }

  #storage() {
    const { title } = STORAGE_PANEL;
    return html`<details
      @toggle=${(event: Event) => (this.storage = (event.target as HTMLDetailsElement).open)}
    >
      <summary>${title}</summary>
      <mlp-view-slot .lazy=${STORAGE_PANEL} ?active=${this.active && this.storage}></mlp-view-slot>
    </details>`;
  }

  #restore(id: string): void {
    this.keeper?.restore(id).catch((error: unknown) => this.#services.value.fail(error));
  }

  async #open(): Promise<void> {
    const services = this.#services.value;
    try {
      const [keeper, models] = await Promise.all([services.runs(), services.models()]);
      if (!this.#asked) return; // the view is gone
      if (keeper instanceof RunsController) this.keeper = keeper;
      if (models instanceof ModelsController) this.models = models;
      await this.models?.list();
    } catch (error) {
      services.fail(error);
    }
  }
}

function partOf({ busy, data, current }: State) {
  const waiting = data.kind === 'ready' ? '' : STATUS.waiting;
  return {
    locked: busy && busy !== 'restore' ? STATUS.busy[busy] : waiting,
    present: current?.id ?? '',
  };
}

customElements.define('mlp-models', MlpModels);
