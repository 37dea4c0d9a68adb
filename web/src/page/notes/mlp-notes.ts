// SPDX-License-Identifier: MIT
import { html, LitElement, nothing } from 'lit';
import type { Context } from '../context.ts';
import { base } from '../styles.ts';
import type { Theme } from '../theme.ts';
import { NotesController } from './controller-notes.ts';
import { notesStyles } from './notes-styles.ts';
import {
  type ChosenCell,
  INITIAL_NOTES,
  type NotesEvents,
  type NotesState,
  type Walked,
} from './notes-state.ts';
import { stepTemplate } from './step-template.ts';
import { hashOf, placeOf, type Stop, stopIn, stopsOf } from './stops.ts';
import { NAMES, NOTES, SENTENCES, STEP_NAMES } from '../texts/notes.ts';
import './gradient-check.ts';
import './source-picker.ts';
import './step-list.ts';
import './update-panel.ts';

type NotesEvent<Name extends keyof NotesEvents> = CustomEvent<NotesEvents[Name]>;

/** The view 'Step by step': the seven steps of the notes with the network's own numbers. */
export class MlpNotes extends LitElement {
  static override properties = {
    context: { attribute: false },
    active: { type: Boolean },
    theme: {},
    notes: { state: true },
    stop: { state: true },
    chosen: { state: true },
  };

  declare context: Context;
  /** The view is shown. */
  declare active: boolean;
  declare theme: Theme;
  declare notes: NotesState;
  declare stop: Stop;
  declare chosen: ChosenCell | null;

  #controller: NotesController | null = null;

  static override styles = [base, notesStyles];

  constructor() {
    super();
    this.active = false;
    this.theme = 'light';
    this.notes = INITIAL_NOTES;
    this.stop = stopIn(location.hash) ?? { step: 'reshape', layer: null };
    this.chosen = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#goToAddress);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#goToAddress);
    this.#controller?.dispose();
    this.#controller = null;
  }

  override willUpdate(): void {
    this.#controller ??= new NotesController(this.context, (state) => (this.notes = state));
    this.#controller.active = this.active;
  }

  override render() {
    const { notes } = this;
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
      >
        <mlp-source-picker
          .notes=${notes}
          .network=${this.context.store.state.network}
        ></mlp-source-picker>
        ${notes.stale ? this.#stale() : nothing}
        ${notes.problem ? html`<p role="status">${notes.problem}</p>` : nothing}
        ${walked ? this.#walk(walked) : nothing}
      </section>
    `;
  }

  #stale() {
    return html`<p class="stale">
      ${NOTES.stale}
      <button type="button" @click=${() => this.#controller?.refresh()}>${NAMES.refresh}</button>
    </p>`;
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
      ${stepTemplate(step, { walked, layer: layer ?? 1, chosen: this.chosen, theme: this.theme })}
      <p class="quiet">${NOTES.zero}</p>
      <div class="panels">
        <mlp-update-panel .walked=${walked}></mlp-update-panel>
        <mlp-gradient-check .check=${this.notes.check} .chosen=${this.chosen}></mlp-gradient-check>
      </div>
    `;
  }

  #goTo(stop: Stop | undefined): void {
    if (!stop) return;
    this.stop = stop;
    history.replaceState(history.state, '', hashOf(stop));
  }

  #goToAddress = (): void => {
    this.stop = stopIn(location.hash) ?? this.stop;
  };
}

customElements.define('mlp-notes', MlpNotes);
