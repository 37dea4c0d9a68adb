// SPDX-License-Identifier: MIT
import { html, LitElement, nothing } from 'lit';
import { base } from '../ui/styles.ts';
import type { Foreign, Question, SiteModel } from './models-state.ts';
import { tell } from './models-state.ts';
import { modelsStyles } from './models-styles.ts';
import './model-question.ts';
import { FOREIGN, MODELS, SITE } from './texts.ts';

/** Chooses a file, or one of the site's, and asks what has to be asked before it is opened. */
export class OpenPanel extends LitElement {
  static override get properties() {
    return {
      busy: { type: Boolean },
      question: { attribute: false },
      foreign: { attribute: false },
      site: { attribute: false },
      unlisted: { type: Boolean },
    };
  }

  /** A file is being made or read. */
  declare busy: boolean;
  declare question: Question | null;
  declare foreign: Foreign | null;
  declare site: readonly SiteModel[] | null;
  /** The site's list did not come, as there is no network. */
  declare unlisted: boolean;

  static override styles = [base, modelsStyles];

  constructor() {
    super();
    this.busy = this.unlisted = false;
    this.question = this.foreign = this.site = null;
  }

  override render() {
    const { question, site } = this;
    return html`
      <h3>${MODELS.openTitle}</h3>
      <div class="row">
        <button
          type="button"
          class="main-button"
          ?disabled=${this.busy}
          aria-describedby="about"
          @click=${() => this.#input?.click()}
        >
          ${MODELS.open}
        </button>
        <input type="file" hidden aria-label=${MODELS.open} @change=${this.#chosen} />
      </div>
      <p id="about" class="quiet">${MODELS.openAbout}</p>
      ${question ? html`<mlp-model-question .question=${question}></mlp-model-question>` : nothing}
      ${this.#foreign()} ${site && site.length > 0 ? this.#site(site) : nothing}
      ${this.unlisted ? html`<p class="quiet apart">${SITE.noNetwork}</p>` : nothing}
    `;
  }

  #foreign() {
    const { foreign } = this;
    if (!foreign) return nothing;
    const { url, host } = foreign;
    return html`<section class="asked" aria-labelledby="foreign">
      <h3 id="foreign">${FOREIGN.title}</h3>
      <p>${FOREIGN.about(url, host)}</p>
      <div class="row">
        <button type="button" @click=${() => tell(this, 'model-foreign', true)}>
          ${FOREIGN.fetch(host)}
        </button>
        <button type="button" class="plain" @click=${() => tell(this, 'model-foreign', false)}>
          ${FOREIGN.leave}
        </button>
      </div>
    </section>`;
  }

  #site(site: readonly SiteModel[]) {
    return html`
      <h3 id="site" class="apart">${SITE.title}</h3>
      <ul class="site" aria-labelledby="site">
        ${site.map(
          (model) =>
            html`<li>
              <button
                type="button"
                aria-label=${SITE.openOf(model.name)}
                ?disabled=${this.busy}
                @click=${() => tell(this, 'model-site', model)}
              >
                ${model.name}
              </button>
              <span class="quiet">${model.note}</span>
            </li>`,
        )}
      </ul>
    `;
  }

  get #input(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input');
  }

  #chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    input.value = ''; // the same file can be chosen again
    if (file) tell(this, 'model-open', file);
  };
}

customElements.define('mlp-open-panel', OpenPanel);
