// SPDX-License-Identifier: MIT
import { selectPage } from '../ui/selection.ts';
import { isOccupied } from '../model/selectors.ts';
import { css, html, LitElement } from 'lit';
import { emit } from '../model/events.ts';
import { base } from '../ui/styles.ts';
import { ENGINE } from './texts.ts';
import { ROWS, type SettingName } from '../../lib/setting-table/rows.ts';
import { GROUPS, LABEL } from '../model/setting-texts.ts';
import type { LazyCode } from '../ui/view-slot.ts';
import '../ui/field/choice-field.ts';
import './engine-settings.ts';
import '../ui/field/number-field.ts';
import { counts, SETTING_GROUPS, type SettingGroup } from './setting-groups.ts';
import '../ui/view-slot.ts';

/** So long a group that was opened is kept in sight while it grows. */
const LOADING_MS = 1500;

/** What most people never touch, in folded groups. A setting that is wrong is always in sight. */
export class MoreSettings extends LitElement {
  static override get properties() {
    return { opened: { state: true } };
  }

  /** The titles of the groups that are open and whose code is loaded then. */
  declare opened: readonly string[];

  readonly #page = selectPage(this, (state) => ({
    network: state.network,
    training: state.training,
    problems: state.problems,
    /** What makes a new network cannot be changed now. */
    fixed: isOccupied(state),
  }));

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
    this.opened = [];
  }

  override render() {
    return html`
      <div class="groups">
        ${SETTING_GROUPS.map((group) =>
          group.lazy ? this.#later(group, group.lazy) : this.#group(group),
        )}
        <details
          @toggle=${({ currentTarget }: Event) => showWhole(currentTarget as HTMLDetailsElement)}
        >
          <summary>${ENGINE.title}</summary>
          <div class="fields">
            <mlp-engine-settings></mlp-engine-settings>
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
    const { network, training, problems } = this.#page.value;
    const all = { ...network, ...training };
    const shown = group.names.filter((name) => counts(name, all) || problems[name]);
    return html`
      <details
        class=${this.#wrong(group) ? 'wrong' : ''}
        ?open=${group.title === GROUPS.network}
        @toggle=${({ currentTarget }: Event) => showWhole(currentTarget as HTMLDetailsElement)}
      >
        <summary>${group.title}</summary>
        <div class="fields">${shown.map((name) => this.#field(name))}</div>
      </details>
    `;
  }

  /** A group whose code is loaded when it is opened. */
  #later(group: SettingGroup, lazy: LazyCode) {
    return html`
      <details class=${this.#wrong(group) ? 'wrong' : ''} @toggle=${this.#opened}>
        <summary>${group.title}</summary>
        <mlp-view-slot
          class="fields"
          .lazy=${lazy}
          ?active=${this.opened.includes(group.title)}
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

  #field(name: SettingName) {
    const { choices, word, change } = ROWS[name];
    const label = LABEL[name];
    const { value: page } = this.#page;
    // The layers, a list, have a field of their own.
    const value = { ...page.network, ...page.training }[name] as number | string;
    const network = change === 'network';
    const disabled = page.fixed && network;
    const changed = ({ detail }: CustomEvent<unknown>) =>
      emit(this, network ? 'mlp-network' : 'mlp-training', { [name]: detail });
    if (choices) {
      return html`
        <mlp-choice-field
          row
          .label=${label}
          .topic=${name}
          .choices=${choices}
          .value=${String(value)}
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
        .problem=${this.#page.value.problems[name]}
        ?disabled=${disabled}
        @value-change=${changed}
      ></mlp-number-field>
    `;
  }

  #wrong({ names }: SettingGroup): boolean {
    return names.some((name) => this.#page.value.problems[name] !== undefined);
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
