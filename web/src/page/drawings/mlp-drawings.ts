// SPDX-License-Identifier: MIT
import { selectPage } from '../ui/selection.ts';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { download } from '../ui/save-file.ts';
import { base } from '../ui/styles.ts';
import { DRAWINGS, NAMES, PANEL } from './texts.ts';
import { gzip, toIdx, toJsonLines } from './drawing-files.ts';
import type { DrawingEvent } from './drawing-events.ts';
import { KeptDrawings } from './kept-drawings.ts';
import { whyNot } from './why-not.ts';
import '../ui/gallery/page-links.ts';
import './drawing-grid.ts';
import './learned-table.ts';
import { LabServices } from '../ui/contexts.ts';

const PER_PAGE = 50;

/** The person's own drawings: looked at, labelled, deleted, saved as files, learned from. */
export class MlpDrawings extends LitElement {
  static override get properties() {
    return {
      active: { type: Boolean },
      first: { state: true },
      chosen: { state: true },
    };
  }

  declare active: boolean;
  /** The page of the list, from 0. */
  declare first: number;
  declare chosen: string | null;

  readonly #kept = new KeptDrawings(this);
  readonly #page = selectPage(this, (state) => ({ reason: whyNot(state) }));

  readonly #services = new LabServices(this);

  static override styles = [
    base,
    css`
      .about {
        max-width: 46rem;
      }

      .row {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem;
        align-items: center;
        margin-top: 0.6rem;
      }

      .row > .quiet {
        margin-inline: 0.5rem 0.1rem;
      }

      .all {
        margin-inline-start: auto;
      }

      mlp-learned-table,
      mlp-page-links {
        margin-top: 0.75rem;
      }
    `,
  ];

  constructor() {
    super();
    this.active = false;
    this.first = 0;
    this.chosen = null;
  }

  override render() {
    const { drawings, lasting, problem, learned, removed } = this.#kept.state;
    return html`
      <section
        aria-label=${NAMES.panel}
        @drawing-choose=${this.#choose}
        @drawing-label=${({ detail }: DrawingEvent<'drawing-label'>) =>
          this.#kept.keeper?.relabel(detail.id, detail.label)}
        @drawing-remove=${({ detail }: DrawingEvent<'drawing-remove'>) => this.#remove([detail])}
        @page-change=${({ detail }: CustomEvent<number>) => (this.first = detail)}
      >
        <p class="quiet about">${PANEL.about} ${lasting ? PANEL.lasting : PANEL.passing}</p>
        ${problem ? html`<p class="problem" role="alert">${problem}</p>` : nothing}
        ${drawings.length > 0 ? this.#actions() : nothing}
        ${removed.length > 0 ? this.#undoRemove(removed.length) : nothing}
        ${learned ? html`<mlp-learned-table .learned=${learned}></mlp-learned-table>` : nothing}
        ${drawings.length > 0 ? this.#list() : html`<p class="row">${this.#kept.keeper ? PANEL.none : PANEL.loading}</p>`}
      </section>
    `;
  }

  #actions(): TemplateResult {
    const { keeper, state } = this.#kept;
    const { learning, drawings } = state;
    const { reason } = this.#page.value;
    return html`
      <div class="row">
        ${
          learning === null
            ? html`<button
                type="button"
                ?disabled=${reason !== ''}
                @click=${() => void keeper?.learn()}
              >
                ${NAMES.learn}
              </button>`
            : html`<button type="button" @click=${() => keeper?.stop()}>${NAMES.stop}</button>
                <progress
                  aria-label=${DRAWINGS.learning(learning)}
                  max="1"
                  value=${learning}
                ></progress>`
        }
        <span class="quiet">${PANEL.files}</span>
        ${this.#file(PANEL.strokes, PANEL.strokesTitle, this.#saveStrokes)}
        ${this.#file(PANEL.images, PANEL.imagesTitle, () => this.#saveIdx('images'))}
        ${this.#file(PANEL.labels, PANEL.labelsTitle, () => this.#saveIdx('labels'))}
        <button
          type="button"
          class="plain all"
          @click=${() => this.#remove(drawings.map(({ id }) => id))}
        >
          ${PANEL.removeAll}
        </button>
      </div>
      ${reason && learning === null ? html`<p class="quiet">${reason}</p>` : nothing}
    `;
  }

  #file(name: string, title: string, save: () => void): TemplateResult {
    return html`<button type="button" title=${title} @click=${save}>${name}</button>`;
  }

  #undoRemove(removed: number): TemplateResult {
    return html`
      <div class="row">
        <span role="status">${PANEL.removed(removed)}</span>
        <button
          type="button"
          id="undo"
          aria-label=${PANEL.undoRemove}
          @click=${() => this.#kept.keeper?.undoRemove()}
        >
          ${PANEL.undo}
        </button>
      </div>
    `;
  }

  #list(): TemplateResult {
    const { drawings } = this.#kept.state;
    const pages = Math.ceil(drawings.length / PER_PAGE);
    const page = Math.min(this.first, pages - 1);
    const from = page * PER_PAGE;
    return html`
      ${
        pages > 1
          ? html`<mlp-page-links label=${NAMES.panel} page=${page} pages=${pages}></mlp-page-links>`
          : nothing
      }
      <mlp-drawing-grid
        .drawings=${drawings.slice(from, from + PER_PAGE)}
        newest=${drawings.length - from}
        .chosen=${this.chosen}
      ></mlp-drawing-grid>
    `;
  }

  #choose = ({ detail }: DrawingEvent<'drawing-choose'>): void => {
    this.chosen = this.chosen === detail ? null : detail;
  };

  async #remove(ids: readonly string[]): Promise<void> {
    this.#kept.keeper?.remove(ids);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#undo')?.focus(); // what had the focus is gone
  }

  #saveStrokes = (): void => {
    const text = toJsonLines(this.#kept.state.drawings);
    download(new Blob([text], { type: 'application/jsonl' }), 'my-drawings.jsonl');
  };

  #saveIdx(part: 'images' | 'labels'): void {
    const bytes = toIdx(this.#kept.state.drawings)[part];
    const name = `my-drawings-${part}-${part === 'images' ? 'idx3' : 'idx1'}-ubyte.gz`;
    gzip(bytes)
      .then((blob) => download(blob, name))
      .catch((error: unknown) => this.#services.value.fail(error));
  }
}

customElements.define('mlp-drawings', MlpDrawings);
