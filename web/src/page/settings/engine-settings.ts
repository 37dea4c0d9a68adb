// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing } from 'lit';
import type { Backend } from '../../lib/results.ts';
import { CHOICES, type Engine, type EngineSettings } from '../../lib/settings.ts';
import { emit } from '../model/events.ts';
import type { Speeds } from '../model/store.ts';
import { base } from '../ui/styles.ts';
import { ENGINE, NETWORK } from '../texts.ts';
import { ENGINE_CHOICE } from './engine-texts.ts';
import '../ui/field/choice-field.ts';

/** More threads than cores bring nothing, and the list has to end. */
const MOST_THREADS = 8;

/** What computes the network: which code, and on how many threads. */
export class EngineSettingsFields extends LitElement {
  static override properties = {
    engine: { attribute: false },
    backend: { attribute: false },
    speeds: { attribute: false },
    busy: { type: Boolean },
  };

  declare engine: EngineSettings;
  /** What it runs on; null while it starts. */
  declare backend: Backend | null;
  /** Images a second that each engine reached here, where it has trained. */
  declare speeds: Speeds;
  /** Training is under way. */
  declare busy: boolean;

  static override styles = [
    base,
    css`
      p {
        margin-block: 0.1rem 0.3rem;
      }
    `,
  ];

  override render() {
    const { engine, backend, busy, speeds } = this;
    const disabled = busy || backend === null;
    const isolated = globalThis.crossOriginIsolated;
    const turboMissing = engine.math === 'turbo' && backend?.math === 'reproducible';
    const speed = speeds[engine.math];
    return html`
      <mlp-choice-field
        bare
        .label=${ENGINE.title}
        .choices=${CHOICES.math}
        .names=${ENGINE_CHOICE.names}
        .value=${engine.math}
        ?disabled=${disabled}
        @value-change=${this.#mathChanged}
      ></mlp-choice-field>
      <p class="quiet">
        ${turboMissing ? ENGINE_CHOICE.turboMissing : ENGINE_CHOICE.costs[engine.math]}
      </p>
      ${speed ? html`<p class="quiet">${ENGINE_CHOICE.speed(speed)}</p>` : nothing}
      <mlp-choice-field
        row
        .label=${ENGINE_CHOICE.threads}
        topic="threads"
        .choices=${threadChoices()}
        .value=${String(engine.threads)}
        ?disabled=${disabled || !isolated}
        @value-change=${this.#threadsChanged}
      ></mlp-choice-field>
      ${isolated ? nothing : html`<p class="quiet">${ENGINE_CHOICE.threadsMissing}</p>`}
      <p class="quiet">${busy ? NETWORK.busy : ENGINE_CHOICE.note}</p>
    `;
  }

  #mathChanged = ({ detail }: CustomEvent<Engine>): void => {
    emit(this, 'mlp-engine', { math: detail });
  };

  #threadsChanged = ({ detail }: CustomEvent<string>): void => {
    emit(this, 'mlp-engine', { threads: detail === 'auto' ? 'auto' : Number(detail) });
  };
}

function threadChoices(): string[] {
  const most = Math.min(navigator.hardwareConcurrency || 1, MOST_THREADS);
  return ['auto', ...Array.from({ length: most }, (_, i) => String(i + 1))];
}

customElements.define('mlp-engine-settings', EngineSettingsFields);
