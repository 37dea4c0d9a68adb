// SPDX-License-Identifier: MIT
import { follow, selectPage } from '../ui/selection.ts';
import { html, LitElement, nothing } from 'lit';
import { emit } from '../model/events.ts';
import { base } from '../ui/styles.ts';
import { cellOf } from './chosen.ts';
import { firstFormula } from './coded-formulas.ts';
import { NotesController } from './controller-notes.ts';
import { notesStyles } from './notes-styles.ts';
import {
  type ChosenCell,
  INITIAL_NOTES,
  type NotesEvents,
  type ShownCode,
  type Walked,
} from './notes-state.ts';
import { stepTemplate } from './step-template.ts';
import { hashOf, placeOf, type StepName, type Stop, stopIn, stopsOf } from './stops.ts';
import { NAMES, NOTES, SENTENCES, STEP_NAMES } from './texts.ts';
import type { CodePanel } from './code/code-panel.ts';
import './code/code-panel.ts';
import './gradient-check.ts';
import './source-picker.ts';
import './step-list.ts';
import './update-panel.ts';
import { LabServices } from '../ui/contexts.ts';

type NotesEvent<Name extends keyof NotesEvents> = CustomEvent<NotesEvents[Name]>;

/** What needs to know the right answer. */
const LABELLED: readonly StepName[] = ['cost', 'backward', 'update'];

/** The view 'Step by step': the seven steps of the notes with the network's own numbers. */
export class MlpNotes extends LitElement {
  static override get properties() {
    return {
      active: { type: Boolean },
      stop: { state: true },
      chosen: { state: true },
      code: { state: true },
    };
  }

  /** The view is shown. */
  declare active: boolean;
  declare stop: Stop;
  declare chosen: ChosenCell | null;
  /** The formula whose code is shown. */
  declare code: ShownCode | null;

  #controller: NotesController | null = null;
  readonly #notes = follow(this, () => this.#controller?.shown, INITIAL_NOTES);
  readonly #route = follow(this, () => this.#services.maybe?.route, { hash: '' });
  readonly #page = selectPage(this, ({ network, look }) => ({ network, look }));
  /** The place that was gone to last. */
  #hash = '';

  readonly #services = new LabServices(this);

  static override styles = [base, notesStyles];

  constructor() {
    super();
    this.active = false;
    this.stop = { step: 'reshape', layer: null };
    this.chosen = null;
    this.code = null;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#controller?.dispose();
    this.#controller = null;
  }

  override willUpdate(): void {
    this.#controller ??= new NotesController(this.#services.value, (image) =>
      image ? emit(this, 'mlp-image', image) : emit(this, 'mlp-strokes', []),
    );
    this.#controller.active = this.active;
    const { hash } = this.#route.value;
    if (hash === this.#hash) return;
    this.#hash = hash;
    this.#show(stopIn(hash) ?? this.stop);
  }

  override render() {
    const notes = this.#notes.value;
    const { walked } = notes;
    return html`
      <section
        aria-label=${NAMES.view}
        @notes-source=${(e: NotesEvent<'notes-source'>) => this.#controller?.changeSource(e.detail)}
        @notes-refresh=${() => this.#controller?.refresh()}
        @notes-apply=${() => this.#controller?.apply()}
        @notes-start-over=${() => this.#controller?.refresh()}
        @notes-check=${(e: NotesEvent<'notes-check'>) => void this.#controller?.check(e.detail)}
        @notes-choose=${(e: NotesEvent<'notes-choose'>) => (this.chosen = e.detail)}
        @notes-code=${(e: NotesEvent<'notes-code'>) => this.#showCode(e.detail)}
      >
        <mlp-source-picker .notes=${notes} .network=${this.#page.value.network}
          >${walked ? this.#weights(walked) : nothing}</mlp-source-picker
        >
        ${notes.problem ? html`<p role="status">${notes.problem}</p>` : nothing}
        ${walked ? this.#walk(walked) : nothing}
      </section>
    `;
  }

  /** Which weights these are, and how to train them. */
  #weights({ weights }: Walked) {
    const { stale, run, free } = this.#notes.value;
    const training = run === 'training';
    return html`<div class="weights">
      <p>${NOTES.weights(weights)} ${stale ? NOTES.stale : nothing}</p>
      ${
        stale
          ? html`<button type="button" @click=${() => this.#controller?.refresh()}>
              ${NAMES.refresh}
            </button>`
          : nothing
      }
      <button
        type="button"
        ?disabled=${!training && !free}
        @click=${() => emit(this, 'mlp-train', null)}
      >
        ${training ? NAMES.pause : NAMES.train}
      </button>
    </div>`;
  }

  #walk(walked: Walked) {
    const L = walked.walk.layers.length;
    const stops = stopsOf(L);
    const place = placeOf(stops, this.stop);
    const { step, layer } = stops[place] ?? this.stop;
    const go = (to: number) => this.#goTo(stops[to]);
    return html`
      <mlp-step-list .stops=${stops} place=${place}></mlp-step-list>
      <div class="head">
        <div class="title">
          <h2 aria-live="polite">
            ${STEP_NAMES[step]}${layer === null ? nothing : `, ${NOTES.ofLayer(layer, L)}`}
          </h2>
          <span class="quiet">${NOTES.place(place + 1, stops.length)}</span>
        </div>
        <div class="buttons">
          <button type="button" ?disabled=${place === 0} @click=${() => go(place - 1)}>
            ${NAMES.back}
          </button>
          <button
            type="button"
            class="next"
            ?disabled=${place === stops.length - 1}
            @click=${() => go(place + 1)}
          >
            ${NAMES.next}
          </button>
        </div>
      </div>
      <p class="sentence">${SENTENCES[step]}</p>
      <div class="work">
        ${
          walked.labelled || !LABELLED.includes(step)
            ? this.#step(walked, step, layer)
            : html`<p class="no-label">${NOTES.noLabel}</p>`
        }
        ${
          this.code
            ? html`<mlp-code-panel
                .key=${this.code.key}
                .compiled=${this.code.compiled}
              ></mlp-code-panel>`
            : nothing
        }
      </div>
    `;
  }

  #step(walked: Walked, step: StepName, layer: number | null) {
    const { chosen } = this;
    const notes = this.#notes.value;
    const code = this.code?.key ?? null;
    const l = layer ?? 1;
    const { threshold } = notes;
    return html`<div class="step">
      ${stepTemplate(step, { walked, layer: l, chosen, code, threshold })}
      <p class="quiet">${NOTES.zero}</p>
      ${
        step === 'update'
          ? html`<mlp-update-panel .walked=${walked}></mlp-update-panel>`
          : step === 'backward'
            ? html`<mlp-gradient-check
                .check=${notes.check}
                .chosen=${cellOf(walked, chosen, 'dW', l)}
                .code=${code}
              ></mlp-gradient-check>`
            : nothing
      }
    </div>`;
  }

  #showCode(code: ShownCode | null): void {
    this.code = code;
    if (!code) return;
    void this.updateComplete.then(() => this.#toCode());
  }

  /** Where the code stands below, out of sight, it comes into sight. */
  async #toCode(): Promise<void> {
    const panel = this.renderRoot.querySelector<CodePanel>('mlp-code-panel');
    await panel?.shown;
    if (panel && panel.getBoundingClientRect().top > innerHeight / 2) {
      panel.scrollIntoView({ block: 'start' });
    }
  }

  #goTo(stop: Stop | undefined): void {
    if (!stop) return;
    this.#show(stop);
    this.#services.value.route.replace(hashOf(stop));
  }

  /** The code that is shown goes with the step. */
  #show(stop: Stop): void {
    const same = stop.step === this.stop.step && stop.layer === this.stop.layer;
    this.stop = stop;
    const { walked } = this.#notes.value;
    if (!walked || !this.code || same) return;
    this.code = firstFormula(
      stop,
      walked.network,
      walked.walk.layers.length,
      this.#page.value.look,
    );
  }
}

customElements.define('mlp-notes', MlpNotes);
