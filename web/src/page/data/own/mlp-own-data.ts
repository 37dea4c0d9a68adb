// SPDX-License-Identifier: MIT
import { follow } from '../../ui/selection.ts';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { base } from '../../ui/styles.ts';
import { NAMES, OWN } from './texts.ts';
import { OwnController } from './controller-own.ts';
import { INITIAL_OWN, type OwnState, type Wishes } from './own-state.ts';
import './own-choices.ts';
import './own-preview.ts';
import './own-report.ts';
import { LabServices } from '../../ui/contexts.ts';

/** The panel for own data, over the page: files, what was read of them, and 'Use this data'. */
export class MlpOwnData extends LitElement {
  static override get properties() {
    return {
      active: { type: Boolean },
    };
  }

  declare active: boolean;

  #controller: OwnController | null = null;
  readonly #own = follow(this, () => this.#controller?.shown, INITIAL_OWN);

  readonly #services = new LabServices(this);

  static override styles = [
    base,
    css`
      dialog {
        width: min(48rem, calc(100vw - 1rem));
        max-height: calc(100dvh - 1rem);
        padding: 1rem;
        border: 1px solid var(--line);
        border-radius: 4px;
        background: var(--paper);
        color: var(--ink);
      }

      dialog::backdrop {
        background: rgb(0 0 0 / 45%);
      }

      .parts {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.8rem;
      }

      .head,
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        align-items: center;
      }

      .head button {
        margin-inline-start: auto;
      }

      ul {
        margin: 0.3rem 0 0;
        padding-inline-start: 1.1rem;
        font-size: 0.875rem;
      }

      .primary {
        border-color: var(--accent);
        background: var(--accent);
        color: var(--on-accent);
      }

      progress {
        width: 100%;
      }

      .error {
        padding-inline-start: 0.6rem;
        border-inline-start: 3px solid var(--pencil);
        overflow-wrap: anywhere;
      }
    `,
  ];

  constructor() {
    super();
    this.active = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#controller?.dispose();
    this.#controller = null;
  }

  override willUpdate(): void {
    this.#controller ??= new OwnController(this.#services.value);
  }

  override updated(changed: PropertyValues<this>): void {
    if (!changed.has('active')) return;
    const dialog = this.renderRoot.querySelector('dialog');
    if (this.active && !dialog?.open) dialog?.showModal();
    if (!this.active) dialog?.close();
  }

  override render() {
    const { name, data, fraction, problem, using } = this.#own.value;
    const reading = fraction !== null;
    return html`
      <dialog aria-labelledby="title" @close=${this.#closed}>
        <div class="parts" @own-wishes=${this.#wishesChanged}>
          <div class="head">
            <h2 id="title">${NAMES.panel}</h2>
            ${name ? html`<span class="quiet">${name}</span>` : nothing}
            <button type="button" class="plain" @click=${this.#close}>${NAMES.close}</button>
          </div>
          ${data || reading ? nothing : this.#forms()}
          <div class="buttons">
            <button type="button" @click=${() => this.#input('files')?.click()}>
              ${NAMES.files}
            </button>
            <button type="button" @click=${() => this.#input('folder')?.click()}>
              ${NAMES.folder}
            </button>
            <input id="files" type="file" multiple hidden @change=${this.#chosen} />
            <input id="folder" type="file" webkitdirectory hidden @change=${this.#chosen} />
          </div>
          ${reading ? this.#progress(fraction) : nothing}
          ${
            problem
              ? html`<div class="error" role="alert">
                  <p>${problem}</p>
                  <p class="quiet">${OWN.kept}</p>
                </div>`
              : nothing
          }
          <mlp-own-choices .own=${this.#own.value}></mlp-own-choices>
          ${data ? this.#read(data, using) : nothing}
        </div>
      </dialog>
    `;
  }

  #forms() {
    return html`
      <div>
        <p>${OWN.about}</p>
        <ul>
          ${OWN.forms.map((form) => html`<li>${form}</li>`)}
        </ul>
      </div>
    `;
  }

  #progress(fraction: number) {
    return html`
      <div>
        <p class="quiet" role="status">${OWN.reading}</p>
        <progress aria-label=${OWN.progress} max="1" value=${fraction}></progress>
        <button type="button" @click=${() => this.#controller?.stop()}>${NAMES.stop}</button>
      </div>
    `;
  }

  #read(data: NonNullable<OwnState['data']>, using: boolean) {
    return html`
      <div>
        <p role="status">${OWN.summary(data)}</p>
        <p class="quiet">${OWN.layers(data)}</p>
      </div>
      <div class="buttons">
        <button type="button" class="primary" ?disabled=${using} @click=${this.#use}>
          ${NAMES.use}
        </button>
      </div>
      <mlp-own-preview .data=${data}></mlp-own-preview>
      <mlp-own-report .report=${data.report}></mlp-own-report>
    `;
  }

  #input(id: string): HTMLInputElement | null {
    return this.renderRoot.querySelector<HTMLInputElement>(`#${id}`);
  }

  #chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    input.value = ''; // the same files can be chosen again, when they were mended
    if (files.length > 0) void this.#controller?.take(files);
  };

  #wishesChanged = ({ detail }: CustomEvent<Partial<Wishes>>): void => {
    void this.#controller?.change(detail);
  };

  #use = async (): Promise<void> => {
    if (await this.#controller?.use()) this.#close();
  };

  #close = (): void => {
    this.renderRoot.querySelector('dialog')?.close();
  };

  /** By its button, by Escape, or because the data is in use. */
  #closed = (): void => {
    if (this.#own.value.fraction !== null || this.#own.value.using) this.#controller?.stop();
    this.#services.value.store.update({ ownPanel: null });
  };
}

customElements.define('mlp-own-data', MlpOwnData);
