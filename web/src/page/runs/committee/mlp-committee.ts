// SPDX-License-Identifier: MIT
import { follow } from '../../ui/selection.ts';
import { css, html, LitElement } from 'lit';
import '../../ui/field/choice-field.ts';
import type { Copies } from '../../../lib/results.ts';
import type { RunsController } from '../controller-runs.ts';
import { panelStyles } from '../panel-styles.ts';
import { base } from '../../ui/styles.ts';
import { COMMITTEE } from './texts.ts';
import './committee-figures.ts';
import './committee-members.ts';
import type { AnsweredPart } from './figure.ts';
import {
  chosenOf,
  type CommitteeEvent,
  type CommitteeState,
  NO_COMMITTEE,
} from './committee-state.ts';
import { CommitteeController } from './controller-committee.ts';
import { LabServices } from '../../ui/contexts.ts';

/** The panel 'Answers by several': copies of an image, or networks, that answer together. */
export class CommitteePanel extends LitElement {
  static override get properties() {
    return {
      keeper: { attribute: false },
    };
  }

  /** What keeps the runs. */
  declare keeper: RunsController;
  #controller: CommitteeController | null = null;
  readonly #committee = follow(this, () => this.#controller?.shown, NO_COMMITTEE);

  readonly #services = new LabServices(this);

  static override styles = [
    base,
    panelStyles,
    css`
      .choices {
        display: grid;
        gap: 0.25rem;
        max-width: 19rem;
        font-size: 0.8125rem;
      }

      .foot {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 1rem;
        align-items: center;
      }

      .answer {
        min-width: 5.5rem;
        border-color: var(--accent);
        color: var(--accent);
        font-weight: 600;
      }

      .waits {
        visibility: hidden;
      }
    `,
  ];

  override willUpdate(): void {
    this.#controller ??= new CommitteeController(this.#services.value, this.keeper);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#controller?.dispose();
    this.#controller = null;
  }

  override render() {
    const committee = this.#committee.value;
    return html`
      <details @toggle=${() => void this.#controller?.lookForWeights()}>
        <summary>${COMMITTEE.title}</summary>
        <div
          class="parts"
          @committee-member=${({ detail }: CommitteeEvent<'committee-member'>) =>
            this.#controller?.tick(detail.id, detail.on)}
        >
          <p class="quiet about">${COMMITTEE.about}</p>
          ${this.#choices(committee)}
          <mlp-committee-members .committee=${committee}></mlp-committee-members>
          ${this.#foot(committee)}
          <mlp-committee-figures .committee=${committee}></mlp-committee-figures>
        </div>
      </details>
    `;
  }

  #choices({ part, copies, canValidate, canShift, progress }: CommitteeState) {
    const running = progress !== null;
    return html`
      <div class="choices">
        <mlp-choice-field
          row
          label=${COMMITTEE.copies}
          .explanation=${COMMITTEE.copiesHelp}
          hint=${canShift ? '' : COMMITTEE.notSquare}
          .value=${String(copies)}
          .choices=${['1', '5', '9']}
          ?disabled=${running || !canShift}
          @value-change=${({ detail }: CustomEvent<string>) =>
            this.#controller?.choose({ copies: Number(detail) as Copies })}
        ></mlp-choice-field>
        <mlp-choice-field
          row
          label=${COMMITTEE.part}
          .explanation=${COMMITTEE.partHelp}
          hint=${canValidate ? '' : COMMITTEE.noValidation}
          .value=${part}
          .choices=${canValidate ? ['test', 'validation'] : ['test']}
          ?disabled=${running || !canValidate}
          @value-change=${({ detail }: CustomEvent<AnsweredPart>) =>
            this.#controller?.choose({ part: detail })}
        ></mlp-choice-field>
      </div>
    `;
  }

  /** The button stays where it is, and so does the keyboard's focus, while they answer. */
  #foot(committee: CommitteeState) {
    const { progress, locked, copies, outcome } = committee;
    const running = progress !== null;
    const networks = chosenOf(committee).length;
    return html`
      <div>
        <div class="foot">
          <button
            type="button"
            class="answer"
            aria-describedby="effort"
            ?disabled=${!running && locked !== ''}
            @click=${() => (running ? this.#controller?.stop() : void this.#controller?.start())}
          >
            ${running ? COMMITTEE.stop : COMMITTEE.answer}
          </button>
          <span id="effort" class="quiet">
            ${running || !locked ? COMMITTEE.effort(networks, copies) : locked}
          </span>
          <span role="status" class="quiet">${outcome}</span>
        </div>
        <progress
          class=${running ? '' : 'waits'}
          aria-label=${COMMITTEE.progress}
          max="1"
          value=${progress ?? 0}
        ></progress>
      </div>
    `;
  }
}

customElements.define('mlp-committee', CommitteePanel);
