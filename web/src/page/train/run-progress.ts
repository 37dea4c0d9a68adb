// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing } from 'lit';
import type { StepResult, TrainProgress } from '../../lib/results.ts';
import { cost, rate } from '../model/format.ts';
import { emit } from '../model/events.ts';
import type { Notice, Run } from '../model/store.ts';
import { base } from '../ui/styles.ts';
import { NAMES, RUN } from '../texts.ts';
import { METHODS } from '../model/setting-texts.ts';

/** Between two reports to a screen reader, in milliseconds. */
const SPEAK_MS = 10_000;

/** How far the run is, how fast, and what it came to. */
export class RunProgress extends LitElement {
  static override properties = {
    run: { reflect: true },
    busy: { type: Boolean },
    scheduled: { type: Boolean },
    progress: { attribute: false },
    accuracy: { attribute: false },
    step: { attribute: false },
    lastEpoch: { type: Number },
    finished: { type: Number },
    outcome: {},
    hint: {},
    notice: { attribute: false },
  };

  declare run: Run;
  /** Nothing can be brought back now. */
  declare busy: boolean;
  /** The learning rate changes over the run. */
  declare scheduled: boolean;
  declare progress: TrainProgress | null;
  /** On the test images, at present. */
  declare accuracy: number | null;
  declare step: StepResult | null;
  declare lastEpoch: number;
  /** Epochs done since the weights were initialised. */
  declare finished: number;
  declare outcome: string;
  /** What to say before anything runs. */
  declare hint: string;
  declare notice: Notice | null;

  static override styles = [
    base,
    css`
      .figures {
        display: flex;
        flex-wrap: wrap;
        gap: 0 1.25rem;
        min-height: 1.5em;
        margin-bottom: 0.35rem;
      }

      .figures span {
        white-space: nowrap;
      }

      .figures .first {
        color: var(--muted);
        white-space: normal;
      }

      .message:not(:empty) {
        margin-top: 0.4rem;
      }

      .notice {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 0.75rem;
        align-items: center;
        margin-top: 0.4rem;
      }

      .notice .message {
        margin-top: 0;
      }

      .error {
        padding-inline-start: 0.6rem;
        border-inline-start: 3px solid var(--pencil);
      }
    `,
  ];

  /** What a screen reader is told while it trains, and when that was. */
  #spoken = '';
  #spokenAt = 0;

  override willUpdate(): void {
    const { run, progress } = this;
    const now = performance.now();
    if (run !== 'training' || !progress) {
      this.#spoken = '';
      this.#spokenAt = now;
    } else if (now - this.#spokenAt > SPEAK_MS) {
      this.#spoken = RUN.spoken(progress.epoch, this.lastEpoch, this.accuracy);
      this.#spokenAt = now;
    }
  }

  override render() {
    const { notice } = this;
    return html`
      <div class="figures">${this.#figures()}</div>
      <progress aria-label=${RUN.progress} max="1" value=${this.#share()}></progress>
      <div class="message" role="status">${this.#message()}</div>
      <p class="hidden-visually" role="status">${this.#spoken}</p>
      ${
        notice
          ? html`<div class="notice">
              <p
                class="message ${notice.kind === 'error' ? 'error' : ''}"
                role=${notice.kind === 'error' ? 'alert' : 'status'}
              >
                ${notice.text}
              </p>
              ${notice.undo ? this.#undo(notice.undo) : nothing}
            </div>`
          : nothing
      }
    `;
  }

  #undo(run: string) {
    return html`<button
      type="button"
      aria-label=${RUN.undo}
      ?disabled=${this.busy}
      @click=${() => emit(this, 'mlp-undo', run)}
    >
      ${NAMES.undo}
    </button>`;
  }

  #figures() {
    const { progress, step, lastEpoch } = this;
    if (step) {
      return html`
        <span>${RUN.epoch(step.epoch, lastEpoch)}</span>
        <span>${RUN.costSoFar} ${cost(step.cost)}</span>
      `;
    }
    if (!progress) return html`<span class="first">${this.hint}</span>`;
    return html`
      <span>${RUN.epoch(progress.epoch, lastEpoch)}</span>
      ${this.scheduled ? html`<span>${METHODS.rate(progress.learningRate)}</span>` : nothing}
      <span>${rate(progress.imagesPerSecond)}</span>
      <span>${RUN.elapsed(progress.seconds)}</span>
      ${this.run === 'idle' ? nothing : html`<span>${RUN.left(progress.secondsLeft)}</span>`}
    `;
  }

  #share(): number {
    const { progress, step, lastEpoch, finished } = this;
    const at = step ?? progress;
    if (!at || lastEpoch === 0) return 0;
    const done = Math.max(finished, at.epoch - 1 + at.examples / at.of);
    return Math.min(1, done / lastEpoch);
  }

  #message(): string {
    const { run, step, progress } = this;
    if (step) return RUN.stepped(step.epoch, step.examples, step.of);
    if (run === 'paused') return RUN.paused(progress?.epoch ?? this.finished + 1);
    return run === 'idle' ? this.outcome : '';
  }
}

customElements.define('mlp-run-progress', RunProgress);
