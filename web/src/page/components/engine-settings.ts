// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing } from 'lit';
import type { Backend } from '../../lib/protocol.ts';
import type { EngineSettings } from '../../lib/settings.ts';
import { emit } from '../events.ts';
import { base } from '../styles.ts';
import { ENGINE, NETWORK } from '../texts.ts';
import './choice-field.ts';

/** More threads than cores bring nothing, and the list has to end. */
const MOST_THREADS = 8;

/** What computes the network: how many threads, and whether every bit must be the same everywhere. */
export class EngineSettingsFields extends LitElement {
  static override properties = {
    engine: { attribute: false },
    backend: { attribute: false },
    busy: { type: Boolean },
  };

  declare engine: EngineSettings;
  /** What it runs on; null while it starts. */
  declare backend: Backend | null;
  /** Training is under way. */
  declare busy: boolean;

  static override styles = [
    base,
    css`
      .turbo {
        display: flex;
        gap: 0.4rem;
        align-items: center;
        min-height: var(--touch, 1.75rem);
      }

      p {
        margin-block: 0.1rem 0.3rem;
      }
    `,
  ];

  override render() {
    const { engine, backend, busy } = this;
    const disabled = busy || backend === null;
    const isolated = globalThis.crossOriginIsolated;
    const turboMissing = engine.math === 'turbo' && backend?.math === 'reproducible';
    return html`
      <span class="turbo">
        <input
          type="checkbox"
          role="switch"
          id="turbo"
          aria-describedby="about-turbo"
          .checked=${engine.math === 'turbo'}
          ?disabled=${disabled}
          @change=${this.#turboChanged}
        />
        <label for="turbo">${ENGINE.turbo}</label>
      </span>
      <p id="about-turbo" class="quiet">${turboMissing ? ENGINE.turboMissing : ENGINE.turboHelp}</p>
      <mlp-choice-field
        row
        .label=${ENGINE.threads}
        topic="threads"
        .choices=${threadChoices()}
        .value=${String(engine.threads)}
        ?disabled=${disabled || !isolated}
        @value-change=${this.#threadsChanged}
      ></mlp-choice-field>
      ${isolated ? nothing : html`<p class="quiet">${ENGINE.threadsMissing}</p>`}
      <p class="quiet">${busy ? NETWORK.busy : ENGINE.note}</p>
    `;
  }

  #turboChanged = (event: Event): void => {
    const { checked } = event.target as HTMLInputElement;
    emit(this, 'mlp-engine', { math: checked ? 'turbo' : 'reproducible' });
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
