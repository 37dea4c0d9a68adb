// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { LabServices } from '../ui/contexts.ts';
import { follow } from '../ui/selection.ts';
import { base } from '../ui/styles.ts';
import { StorageController } from './controller-storage.ts';
import { offline } from './offline/controller-offline.ts';
import { NO_OFFLINE } from './offline/offline-state.ts';
import { type KeptLine, NO_STORAGE } from './storage-state.ts';
import { PANEL } from './texts.ts';

/** The panel 'Storage': all that is kept in this browser, its size, and a button to clear each. */
export class MlpStorage extends LitElement {
  static override get properties() {
    return { active: { type: Boolean }, sure: { state: true } };
  }

  /** The panel is shown: it measures anew each time that it is opened. */
  declare active: boolean;
  /** The name of what is to be cleared, once that is confirmed; '' for nothing. */
  declare sure: string;

  readonly #services = new LabServices(this);
  #controller: StorageController | null = null;
  readonly #storage = follow(this, () => this.#controller?.shown, NO_STORAGE);
  readonly #offline = follow(this, () => offline.shown, NO_OFFLINE);
  #keptBefore = '';

  static override styles = [
    base,
    css`
      section {
        display: grid;
        gap: 0.5rem;
        max-width: 44rem;
      }

      table {
        width: 100%;
        border-collapse: collapse;
      }

      th,
      td {
        padding: 0.3rem 0.75rem 0.3rem 0;
        border-bottom: 1px solid var(--line);
        font-weight: 400;
        text-align: start;
        vertical-align: baseline;
      }

      .number {
        text-align: end;
        white-space: nowrap;
      }

      td:last-child {
        padding-inline-end: 0;
        text-align: end;
      }

      .sure {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 0.5rem;
        align-items: center;
      }
    `,
  ];

  constructor() {
    super();
    this.active = false;
    this.sure = '';
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const services = this.#services.maybe;
    if (!this.active || !services) return;
    this.#controller ??= new StorageController(services);
    const { kept, problem } = this.#offline.value;
    const now = kept + problem;
    if (changed.has('active') || now !== this.#keptBefore) void this.#controller.measure();
    this.#keptBefore = now;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#controller = null; // the lab may be another one when it comes back
    this.#keptBefore = '';
  }

  override render() {
    const { lines, problem } = this.#storage.value;
    return html`<section aria-label=${PANEL.title}>
      <p class="quiet">${PANEL.about}</p>
      ${lines ? this.#table(lines) : html`<p role="status">${PANEL.measuring}</p>`}
      ${problem ? html`<p role="alert" class="problem">${problem}</p>` : nothing}
      ${lines ? this.#whole() : nothing}
    </section>`;
  }

  #table(lines: readonly KeptLine[]) {
    return html`<table aria-label=${PANEL.table}>
      <thead class="quiet">
        <tr>
          <th scope="col">${PANEL.what}</th>
          <th scope="col" class="number">${PANEL.count}</th>
          <th scope="col" class="number">${PANEL.size}</th>
          <td></td>
        </tr>
      </thead>
      <tbody>
        ${lines.map((line) => this.#line(line))}
      </tbody>
    </table>`;
  }

  #line({ thing, measure, note }: KeptLine) {
    const { name } = thing;
    const asked = this.sure === name;
    const empty = measure !== null && measure.bytes === 0 && !measure.count;
    return html`<tr>
        <th scope="row">${name}${note ? html`<p class="quiet">${note}</p>` : nothing}</th>
        <td class="number">
          ${measure?.count === null || !measure ? nothing : PANEL.number(measure.count)}
        </td>
        <td class="number">${measure ? PANEL.bytes(measure.bytes) : PANEL.unknown}</td>
        <td>
          <button
            type="button"
            aria-label=${PANEL.clearOf(name)}
            aria-expanded=${asked}
            ?disabled=${empty}
            @click=${() => (this.sure = asked ? '' : name)}
          >
            ${PANEL.clear}
          </button>
        </td>
      </tr>
      ${
        asked
          ? html`<tr>
              <td colspan="4">
                <div class="sure">
                  <span>${PANEL.sure(name)}</span>
                  <button type="button" @click=${() => this.#clear(thing)}>${PANEL.yes}</button>
                  <button type="button" class="plain" @click=${() => (this.sure = '')}>
                    ${PANEL.no}
                  </button>
                </div>
              </td>
            </tr>`
          : nothing
      }`;
  }

  #whole() {
    const { estimate, persisted } = this.#storage.value;
    return html`
      ${
        estimate
          ? html`<p class="quiet">${PANEL.estimate(estimate.usage, estimate.quota)}</p>`
          : nothing
      }
      ${
        persisted === null
          ? nothing
          : html`<p class="quiet">
              ${persisted ? PANEL.persisted : PANEL.passing}
              ${
                persisted
                  ? nothing
                  : html`<button
                      type="button"
                      class="plain"
                      @click=${() => void this.#controller?.persist()}
                    >
                      ${PANEL.persist}
                    </button>`
              }
            </p>`
      }
    `;
  }

  #clear(thing: KeptLine['thing']): void {
    this.sure = '';
    void this.#controller?.clear(thing);
  }
}

customElements.define('mlp-storage', MlpStorage);
