// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import '../../ui/help/help-button.ts';
import { base } from '../../ui/styles.ts';
import { COMMITTEE } from './texts.ts';
import { type CommitteeState, tellCommittee } from './committee-state.ts';
import { type Member, MOST_MEMBERS } from './members.ts';

/** The networks that can answer, to be ticked; those that cannot say why. */
export class CommitteeMembers extends LitElement {
  static override get properties() {
    return { committee: { attribute: false } };
  }

  declare committee: CommitteeState;

  static override styles = [
    base,
    css`
      fieldset {
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }

      legend {
        display: flex;
        align-items: center;
        padding: 0;
        font-size: 0.8125rem;
      }

      ul {
        max-height: 15rem;
        margin: 0.25rem 0 0;
        padding: 0.25rem 0.5rem;
        border: 1px solid var(--line);
        border-radius: 4px;
        list-style: none;
        overflow-y: auto;
      }

      li {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        column-gap: 0.5rem;
        align-items: center;
        padding-block: 0.15rem;
      }

      li p {
        grid-column: 2;
      }

      label {
        align-content: center;
        min-height: var(--touch-small, 1.5rem);
        overflow-wrap: anywhere;
      }

      input[type='checkbox'] {
        width: 1.05rem;
        height: 1.05rem;
        min-height: 0;
        margin: 0;
        accent-color: var(--accent);
      }

      .cannot label {
        color: var(--muted);
      }
    `,
  ];

  override render() {
    const { members, chosen } = this.committee;
    const full = chosen.length >= MOST_MEMBERS;
    return html`
      <fieldset ?disabled=${this.committee.progress !== null}>
        <legend>
          ${COMMITTEE.networks}
          <mlp-help .explanation=${COMMITTEE.networksHelp} label=${COMMITTEE.networks}></mlp-help>
        </legend>
        <ul>
          ${repeat(
            members,
            ({ id }) => id,
            (member) => this.#member(member, full),
          )}
        </ul>
        ${full ? html`<p class="quiet">${COMMITTEE.most(MOST_MEMBERS)}</p>` : nothing}
      </fieldset>
    `;
  }

  #member({ id, name, about, whyNot }: Member, full: boolean) {
    const on = this.committee.chosen.includes(id);
    return html`
      <li class=${whyNot ? 'cannot' : ''}>
        <input
          type="checkbox"
          id=${`member-${id}`}
          aria-describedby=${`about-${id}`}
          .checked=${on}
          ?disabled=${whyNot !== '' || (full && !on)}
          @change=${(event: Event) => {
            const { checked } = event.target as HTMLInputElement;
            tellCommittee(this, 'committee-member', { id, on: checked });
          }}
        />
        <label for=${`member-${id}`}>${name}</label>
        <p class="quiet" id=${`about-${id}`}>${whyNot || about}</p>
      </li>
    `;
  }
}

customElements.define('mlp-committee-members', CommitteeMembers);
