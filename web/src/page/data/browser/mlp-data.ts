// SPDX-License-Identifier: MIT
import { follow, selectPage } from '../../ui/selection.ts';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { PartInfo } from '../../../lib/results.ts';
import type { Picture } from '../../ui/gallery/image-gallery.ts';
import { base } from '../../ui/styles.ts';
import { NAMES as OWN, OWN_DRAWINGS } from '../../drawings/index.ts';
import { BROWSER, NAMES } from './texts.ts';
import { GALLERY } from '../../ui/gallery/texts.ts';
import { DataBrowserController } from './controller-data-browser.ts';
import { INITIAL_BROWSER, PER_PAGE, type Selection } from './data-state.ts';
import './class-counts.ts';
import '../../ui/gallery/image-gallery.ts';
import '../../ui/gallery/page-links.ts';
import { LabServices } from '../../ui/contexts.ts';

/** The address that asks for the person's own drawings. */
const DATA_HASH = '#data';
const OWN_HASH = '#data/drawings';

/** The view 'Data': the images and labels that are loaded. */
export class MlpDataBrowser extends LitElement {
  static override get properties() {
    return {
      active: { type: Boolean },
      own: { state: true },
    };
  }

  /** The view is shown. */
  declare active: boolean;
  /** The person's own drawings are shown, not the data. */
  declare own: boolean;

  #controller: DataBrowserController | null = null;
  readonly #browser = follow(this, () => this.#controller?.shown, INITIAL_BROWSER);
  readonly #page = selectPage(this, ({ padImage, look }) => ({ padImage, look }));
  readonly #route = follow(this, () => this.#services.maybe?.route, { hash: '' });

  readonly #services = new LabServices(this);

  static override styles = [
    base,
    css`
      fieldset {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 1.25rem;
        margin: 0;
        padding: 0;
        border: 0;
      }

      fieldset label {
        display: flex;
        gap: 0.4rem;
        align-items: center;
        min-height: var(--touch, 2rem);
      }

      .about {
        max-width: 46rem;
      }

      .parts {
        display: flex;
        flex-wrap: wrap;
        gap: 1.5rem 2.5rem;
        margin-top: 1rem;
      }

      mlp-class-counts {
        flex: 1 1 17rem;
        max-width: 30rem;
      }

      .images {
        flex: 2 1 20rem;
        min-width: 0;
      }

      .head {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 1.25rem;
        align-items: center;
      }

      mlp-page-links {
        margin-inline-start: auto;
      }
    `,
  ];

  constructor() {
    super();
    this.active = false;
    this.own = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#controller?.dispose();
    this.#controller = null;
  }

  override willUpdate(): void {
    this.#controller ??= new DataBrowserController(this.#services.value);
    // Of other views the place says nothing of this.
    const { hash } = this.#route.value;
    if (hash.startsWith(DATA_HASH)) this.own = hash === OWN_HASH;
    this.#controller.active = this.active;
  }

  override render() {
    const { info } = this.#browser.value;
    return html`
      <section
        aria-labelledby="title"
        @data-select=${(e: CustomEvent<Partial<Selection>>) => this.#controller?.select(e.detail)}
        @page-change=${(e: CustomEvent<number>) => this.#controller?.select({ page: e.detail })}
      >
        <h2 id="title">${NAMES.view}</h2>
        <p class="quiet about">${BROWSER.about}</p>
        ${this.#parts()}
        ${
          this.own
            ? nothing
            : info
              ? this.#data(info)
              : html`<p role="status">${BROWSER.waiting}</p>`
        }
        <mlp-view-slot
          .lazy=${OWN_DRAWINGS}
          ?active=${this.active && this.own}
          ?hidden=${!this.own}
        ></mlp-view-slot>
      </section>
    `;
  }

  #show(own: boolean): void {
    this.own = own;
    const { route } = this.#services.value;
    if (route.state.hash.startsWith(DATA_HASH)) route.replace(own ? OWN_HASH : DATA_HASH);
  }

  #parts(): TemplateResult {
    const { part, digit } = this.#browser.value.selection;
    return html`
      <fieldset>
        <legend class="hidden-visually">${BROWSER.part}</legend>
        ${(['train', 'test'] as const).map(
          (one) => html`
            <label>
              <input
                type="radio"
                name="part"
                .checked=${one === part && !this.own}
                @change=${() => {
                  this.#show(false);
                  this.#controller?.select({ part: one, digit });
                }}
              />
              ${BROWSER.parts[one]}
            </label>
          `,
        )}
        <label>
          <input type="radio" name="part" .checked=${this.own} @change=${() => this.#show(true)} />
          ${OWN.panel}
        </label>
      </fieldset>
    `;
  }

  #data({ examples, expected, perLabel }: PartInfo): TemplateResult {
    const { selection, pages, problem } = this.#browser.value;
    const { part, digit, page } = selection;
    const title = BROWSER.title(this.#page.value.look, part, digit);
    return html`
      ${examples < expected ? html`<p>${BROWSER.arriving(examples, expected)}</p>` : nothing}
      <div class="parts">
        <mlp-class-counts .counts=${perLabel} .digit=${digit}></mlp-class-counts>
        <div class="images">
          <div class="head">
            <h3>${title}</h3>
            <mlp-page-links label=${title} page=${page} pages=${pages}></mlp-page-links>
          </div>
          <p class="quiet" role="status">${this.#where()}</p>
          ${
            problem
              ? html`<p class="problem" role="alert">${problem}</p>`
              : html`<mlp-image-gallery
                  small
                  label=${title}
                  .pictures=${this.#pictures}
                  .onPad=${this.#page.value.padImage}
                ></mlp-image-gallery>`
          }
        </div>
      </div>
    `;
  }

  #where(): string {
    const { selection, searching, total, shown } = this.#browser.value;
    if (searching !== null) return BROWSER.searching(searching);
    const first = selection.page * PER_PAGE + 1;
    return BROWSER.range(first, first + shown.length - 1, total);
  }

  get #pictures(): Picture[] {
    const { look } = this.#page.value;
    return this.#browser.value.shown.map((image) => ({
      image,
      lines: BROWSER.lines(look, image.number, image.label),
      name: GALLERY.labelled(look, image.part, image.number, image.label),
    }));
  }
}

customElements.define('mlp-data-browser', MlpDataBrowser);
