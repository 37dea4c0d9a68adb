// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing } from 'lit';
import { count, MISSING, percent } from '../../model/format.ts';
import { base } from '../../ui/styles.ts';
import { COMMITTEE } from './texts.ts';
import { chosenOf, type CommitteeState, type Group, groupsOf, keyOf } from './committee-state.ts';
import type { Figure } from './figure.ts';

/** What each network answers alone, and all together; what it brings, and what it costs. */
export class CommitteeFigures extends LitElement {
  static override get properties() {
    return { committee: { attribute: false } };
  }

  declare committee: CommitteeState;

  static override styles = [
    base,
    css`
      :host {
        container-type: inline-size;
      }

      .scroll {
        overflow-x: auto;
      }

      table {
        border-collapse: collapse;
        font-size: 0.875rem;
      }

      th,
      td {
        padding: 0.15rem 0 0.15rem 1.1rem;
        text-align: end;
        white-space: nowrap;
      }

      :is(th, td):first-child {
        padding-inline-start: 0;
        text-align: start;
      }

      /* As wide as most figures, so that they move no column when they come. */
      td {
        min-width: 4.6em;
      }

      thead th {
        border-bottom: 1px solid var(--line);
        color: var(--muted);
        font-weight: 400;
      }

      tbody th {
        font-weight: 400;
      }

      .all :is(th, td) {
        border-top: 1px solid var(--line);
        font-weight: 600;
      }

      /* As high as what will stand there, so that nothing below it moves. */
      [role='status'] {
        max-width: 44rem;
        min-height: 13em;
        margin-block: 0.75rem 0.5rem;
      }

      @container (min-width: 34rem) {
        [role='status'] {
          min-height: 6em;
        }
      }

      .note {
        max-width: 44rem;
      }
    `,
  ];

  override render() {
    const { part, copies } = this.committee;
    const groups = groupsOf(chosenOf(this.committee), copies);
    const { by, ...figures } = COMMITTEE.columns;
    return html`
      <div class="scroll" tabindex="0" role="group" aria-label=${COMMITTEE.scrollable}>
        <table aria-label=${COMMITTEE.table}>
          <thead>
            <tr>
              <th scope="col">${by}</th>
              ${Object.values(figures).map((name) => html`<th scope="col">${name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${groups.map((group, i) => this.#row(group, groups, i === groups.length - 1))}
          </tbody>
        </table>
      </div>
      <div role="status">${this.#summary(groups)}</div>
      <p class="quiet note">${COMMITTEE.honest[part]}</p>
    `;
  }

  #figure(group: Group | undefined): Figure | undefined {
    const { figures, part } = this.committee;
    return group && figures.get(keyOf(part, group));
  }

  #row(group: Group, groups: readonly Group[], last: boolean) {
    const figure = this.#figure(group);
    const one = this.#figure(groups[0]);
    const first = group === groups[0];
    const cells = figure
      ? [
          count(figure.correct),
          percent(figure.correct / figure.examples, 2),
          one && !first ? COMMITTEE.more(figure.correct - one.correct) : '',
          COMMITTEE.time(figure.seconds),
          one ? COMMITTEE.times(figure.seconds / one.seconds) : MISSING,
          COMMITTEE.micro(figure),
        ]
      : [MISSING, MISSING, first ? '' : MISSING, MISSING, MISSING, MISSING];
    return html`
      <tr class=${last && groups.length > 1 ? 'all' : ''}>
        <th scope="row">${nameOf(group, groups)}</th>
        ${[...cells, count(weightsOf(group))].map((text) => html`<td>${text}</td>`)}
      </tr>
    `;
  }

  #summary(groups: readonly Group[]) {
    const [first, last] = [groups[0], groups.at(-1)];
    const [one, all] = [this.#figure(first), this.#figure(last)];
    if (!first || !last || !one || !all || first === last) {
      return html`<p class="quiet">${COMMITTEE.waiting}</p>`;
    }
    const { part, turned } = this.committee;
    const name = first.members[0]?.called ?? '';
    return html`
      <p>${COMMITTEE.gain({ one, all, part, name }, turned.get(keyOf(part, last)))}</p>
      <p>${COMMITTEE.cost(one, all)}</p>
      ${
        last.members.length > 1
          ? html`<p>${COMMITTEE.memory(weightsOf(first), weightsOf(last))}</p>`
          : nothing
      }
    `;
  }
}

/** What answers in a row, in the words of the others. */
function nameOf({ members, copies }: Group, groups: readonly Group[]): string {
  const several = (groups.at(-1)?.members.length ?? 1) > 1;
  if (copies > 1) return several ? COMMITTEE.togetherWith(copies) : COMMITTEE.withCopies(copies);
  return members.length > 1 ? COMMITTEE.together : (members[0]?.called ?? '');
}

function weightsOf({ members }: Group): number {
  return members.reduce((sum, { parameters }) => sum + parameters, 0);
}

customElements.define('mlp-committee-figures', CommitteeFigures);
