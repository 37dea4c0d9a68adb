// SPDX-License-Identifier: MIT
import { selectPage } from '../ui/selection.ts';
import { positiveOf } from '../model/selectors.ts';
import { css, html, LitElement } from 'lit';
import { percent } from '../model/format.ts';
import { styled } from '../ui/styled.ts';
import { base } from '../ui/styles.ts';
import { NAMES } from '../model/names.ts';
import { PAD } from './texts.ts';

/** One bar for each answer. */
export class ProbabilityList extends LitElement {
  readonly #page = selectPage(this, (state) => ({
    /** Of each class, or of yes; null while there is no drawing. */
    probabilities: state.reading?.probabilities ?? null,
    yesNo: positiveOf(state) !== null,
    threshold: state.threshold,
    classes: state.look.classes,
  }));

  static override styles = [
    base,
    css`
      ul {
        display: grid;
        gap: 0.15rem;
        margin: 0;
        padding: 0;
        list-style: none;
        font-size: 0.875rem;
        line-height: 1.15;
      }

      li {
        display: grid;
        grid-template-columns: clamp(1.75rem, var(--name), 6rem) minmax(0, 1fr) 4rem;
        gap: 0.4rem;
        align-items: center;
      }

      .name {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      .bar {
        height: 0.6rem;
        border-inline-start: 1px solid var(--line);
      }

      .bar span {
        display: block;
        height: 100%;
        background: var(--bar);
      }

      .share {
        color: var(--muted);
        text-align: end;
      }

      .top {
        font-weight: 600;
      }

      .top .bar span {
        background: var(--accent);
      }

      .top .share {
        color: var(--ink);
      }
    `,
  ];

  override render() {
    const answers = this.#answers();
    const longest = Math.max(...answers.map(({ name }) => name.length));
    const top = this.#top(answers.map(({ share }) => share ?? -1));
    return html`
      <ul role="list" aria-label=${NAMES.probabilities} .style=${styled(`--name: ${longest}ch`)}>
        ${answers.map(
          ({ name, share }, i) => html`
            <li class=${share !== null && i === top ? 'top' : ''}>
              <span class="name" title=${name}>${name}</span>
              <span class="bar"
                ><span class="filled" .style=${styled(`width: ${100 * (share ?? 0)}%`)}></span
              ></span>
              <span class="share">${percent(share)}</span>
            </li>
          `,
        )}
      </ul>
    `;
  }

  /** The place of the network's answer. */
  #top(shares: readonly number[]): number {
    const { yesNo, threshold } = this.#page.value;
    if (yesNo) return (shares[0] ?? 0) >= threshold ? 0 : 1;
    return shares.indexOf(Math.max(...shares));
  }

  #answers(): { name: string; share: number | null }[] {
    const { probabilities, yesNo, classes } = this.#page.value;
    if (yesNo) {
      const yes = probabilities?.[0] ?? null;
      return [
        { name: PAD.yes, share: yes },
        { name: PAD.no, share: yes === null ? null : 1 - yes },
      ];
    }
    return classes.map((name, label) => ({ name, share: probabilities?.[label] ?? null }));
  }
}

customElements.define('mlp-probability-list', ProbabilityList);
