// SPDX-License-Identifier: MIT
import { selectPage } from '../ui/selection.ts';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { emit } from '../model/events.ts';
import { base } from '../ui/styles.ts';
import { NAMES } from '../model/names.ts';
import { DATA } from './texts.ts';

/** How far the data are loaded, and what to do when they cannot be. */
export class DataStatus extends LitElement {
  readonly #page = selectPage(this, ({ data, hasMnist }) => ({ data, hasMnist }));

  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: 0.35rem;
      }

      .error {
        padding-inline-start: 0.6rem;
        border-inline-start: 3px solid var(--pencil);
        overflow-wrap: anywhere;
      }

      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        margin-top: 0.4rem;
      }
    `,
  ];

  override render() {
    return html`
      ${this.#state()}
      ${this.#page.value.hasMnist === false ? html`<p class="quiet">${DATA.noMnist}</p>` : nothing}
    `;
  }

  #state(): TemplateResult {
    const { data } = this.#page.value;
    switch (data.kind) {
      case 'starting':
        return bar(DATA.starting, null);
      case 'downloading':
        return bar(
          DATA.downloading(data.loaded, data.total),
          data.total > 0 ? data.loaded / data.total : null,
        );
      case 'generating':
        return bar(DATA.generating, data.fraction);
      case 'arriving': {
        const { examples, expected } = data.info.train ?? { examples: 0, expected: 0 };
        return bar(DATA.arriving(examples, expected), expected > 0 ? examples / expected : null);
      }
      case 'ready': {
        const { train, test } = data.info;
        return html`<p class="quiet">${DATA.ready(train?.examples ?? 0, test?.examples ?? 0)}</p>`;
      }
      case 'failed':
        return html`
          <div class="error" role="alert">
            <p>${data.engine ? DATA.engineFailed(data.message) : DATA.failed(data.message)}</p>
            <div class="buttons">
              <button type="button" @click=${() => emit(this, 'mlp-retry', null)}>
                ${NAMES.retry}
              </button>
              ${
                data.engine
                  ? nothing
                  : html`<button type="button" @click=${() => emit(this, 'mlp-data', 'generated')}>
                      ${NAMES.useGenerated}
                    </button>`
              }
            </div>
          </div>
        `;
    }
  }
}

function bar(text: string, share: number | null): TemplateResult {
  return html`
    <p class="quiet">${text}</p>
    <progress aria-label=${DATA.progress} max="1" value=${share ?? nothing}></progress>
  `;
}

customElements.define('mlp-data-status', DataStatus);
