// SPDX-License-Identifier: MIT
import { css, html, LitElement } from 'lit';
import type { Backend } from '../../lib/results.ts';
import type { EngineSettings, NetworkSettings, TrainSettings } from '../../lib/settings.ts';
import type { Context } from '../model/services.ts';
import { emit } from '../model/events.ts';
import type { Problems, Speeds } from '../model/store.ts';
import { base } from '../ui/styles.ts';
import { ENGINE } from '../texts.ts';
import type { Theme } from '../shell/theme.ts';
import { FIELD, GROUPS } from '../model/setting-texts.ts';
import '../ui/field/choice-field.ts';
import './engine-settings.ts';
import '../ui/field/number-field.ts';
import {
  LATER_GROUPS,
  type LaterGroup,
  SETTING_GROUPS,
  type SettingField,
  type SettingGroup,
} from './setting-groups.ts';
import '../ui/view-slot.ts';

/** So long a group that was opened is kept in sight while it grows. */
const LOADING_MS = 1500;

/** What most people never touch, in folded groups. A setting that is wrong is always in sight. */
export class MoreSettings extends LitElement {
  static override properties = {
    context: { attribute: false },
    network: { attribute: false },
    training: { attribute: false },
    engine: { attribute: false },
    speeds: { attribute: false },
    backend: { attribute: false },
    problems: { attribute: false },
    theme: {},
    opened: { state: true },
    networkDisabled: { type: Boolean, attribute: 'network-disabled' },
  };

  /** For what is loaded later and has a controller of its own. */
  declare context: Context | undefined;
  declare network: NetworkSettings;
  declare training: TrainSettings;
  declare engine: EngineSettings;
  declare speeds: Speeds;
  declare backend: Backend | null;
  declare problems: Problems;
  declare theme: Theme;
  /** The titles of the groups that are open and whose code is loaded then. */
  declare opened: readonly string[];
  /** What makes a new network cannot be changed now. */
  declare networkDisabled: boolean;

  static override styles = [
    base,
    css`
      .groups {
        padding-inline-start: 0.6rem;
        border-inline-start: 2px solid var(--line);
      }

      summary {
        align-content: center;
        min-height: var(--touch, 1.75rem);
        font-size: 0.875rem;
      }

      .fields {
        display: grid;
        gap: 0.3rem;
        max-width: 26rem;
        padding-block: 0.1rem 0.6rem;
        font-size: 0.8125rem;
      }
    `,
  ];

  constructor() {
    super();
    this.theme = 'light';
    this.opened = [];
  }

  override render() {
    return html`
      <div class="groups">
        ${SETTING_GROUPS.map((group) => this.#group(group))}
        ${LATER_GROUPS.map((group) => this.#later(group))}
        <details
          @toggle=${({ currentTarget }: Event) => showWhole(currentTarget as HTMLDetailsElement)}
        >
          <summary>${ENGINE.title}</summary>
          <div class="fields">
            <mlp-engine-settings
              .engine=${this.engine}
              .backend=${this.backend}
              .speeds=${this.speeds}
              ?busy=${this.networkDisabled}
            ></mlp-engine-settings>
          </div>
        </details>
      </div>
    `;
  }

  /** Opens what is wrong; closing is the person's. */
  override updated(): void {
    for (const details of this.renderRoot.querySelectorAll<HTMLDetailsElement>('.wrong')) {
      details.open = true;
    }
  }

  #group(group: SettingGroup) {
    const { title, fields } = group;
    const all = { ...this.network, ...this.training };
    const shown = fields.filter(
      ({ name, counts }) => (counts?.(all) ?? true) || this.problems[name],
    );
    return html`
      <details
        class=${this.#wrong(group) ? 'wrong' : ''}
        ?open=${title === GROUPS.network}
        @toggle=${({ currentTarget }: Event) => showWhole(currentTarget as HTMLDetailsElement)}
      >
        <summary>${title}</summary>
        <div class="fields">${shown.map((field) => this.#field(field))}</div>
      </details>
    `;
  }

  /** A group whose code is loaded when it is opened. */
  #later(group: LaterGroup) {
    return html`
      <details class=${this.#wrong(group) ? 'wrong' : ''} @toggle=${this.#opened}>
        <summary>${group.title}</summary>
        <mlp-view-slot
          class="fields"
          .lazy=${group.lazy}
          .context=${this.context}
          ?active=${this.opened.includes(group.title)}
          theme=${this.theme}
        ></mlp-view-slot>
      </details>
    `;
  }

  #opened = (event: Event): void => {
    const details = event.currentTarget as HTMLDetailsElement;
    const title = details.querySelector('summary')?.textContent ?? '';
    const others = this.opened.filter((one) => one !== title);
    this.opened = details.open ? [...others, title] : others;
    if (details.open) whileLoading(details, () => showWhole(details));
  };

  #field({ name, network, choices, word }: SettingField) {
    const { label } = FIELD[name];
    const value = { ...this.network, ...this.training }[name];
    const disabled = this.networkDisabled && network === true;
    const changed = ({ detail }: CustomEvent<unknown>) =>
      emit(this, network ? 'mlp-network' : 'mlp-training', { [name]: detail });
    if (choices) {
      return html`
        <mlp-choice-field
          row
          .label=${label}
          .topic=${name}
          .choices=${choices}
          .value=${value}
          ?disabled=${disabled}
          @value-change=${changed}
        ></mlp-choice-field>
      `;
    }
    return html`
      <mlp-number-field
        row
        .label=${label}
        .topic=${name}
        .word=${word ?? ''}
        .value=${value}
        .problem=${this.problems[name]}
        ?disabled=${disabled}
        @value-change=${changed}
      ></mlp-number-field>
    `;
  }

  #wrong({ fields }: Pick<SettingGroup | LaterGroup, 'fields'>): boolean {
    return fields.some(({ name }) => this.problems[name] !== undefined);
  }
}

/** Brings what was unfolded into sight, or as much of it as fits. */
function showWhole(details: HTMLDetailsElement): void {
  if (details.open) details.scrollIntoView({ block: 'nearest' });
}

/** Follows a group's growth while its code, and then its images, arrive. */
function whileLoading(details: HTMLDetailsElement, grown: () => void): void {
  const sizes = new ResizeObserver(grown);
  sizes.observe(details);
  setTimeout(() => sizes.disconnect(), LOADING_MS);
}

customElements.define('mlp-more-settings', MoreSettings);
