// SPDX-License-Identifier: MIT
import { follow, selectPage } from '../../ui/selection.ts';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { base } from '../../ui/styles.ts';
import { ANSWERS, CHOSEN, NAMES } from './texts.ts';
import { type AnswersEvents, INITIAL_ANSWERS } from './answers-state.ts';
import type { Choice, Confusion } from './confusion.ts';
import { AnswersController } from './controller-answers.ts';
import './chosen-images.ts';
import './class-figures.ts';
import './confusion-grid.ts';
import { LabServices } from '../../ui/contexts.ts';

type AnswersEvent<Name extends keyof AnswersEvents> = CustomEvent<AnswersEvents[Name]>;

/** The panel 'Answers': which test images are taken for what, and the images themselves. */
export class AnswersPanel extends LitElement {
  static override get properties() {
    return {
      active: { type: Boolean },
      said: { state: true },
    };
  }

  /** The panel is shown. */
  declare active: boolean;
  /** For who cannot see what a choice has brought; training by itself says nothing. */
  declare said: string;

  #controller: AnswersController | null = null;
  readonly #answers = follow(this, () => this.#controller?.shown, INITIAL_ANSWERS);
  readonly #page = selectPage(this, ({ padImage, look }) => ({ padImage, look }));

  readonly #services = new LabServices(this);

  static override styles = [
    base,
    css`
      .how {
        max-width: 46rem;
        margin-bottom: 0.75rem;
      }

      .tables {
        display: flex;
        flex-wrap: wrap;
        gap: 1rem 2.5rem;
        align-items: end;
        margin-top: 0.5rem;
      }

      .about {
        margin-block: 0.4rem 1.5rem;
      }

      mlp-confusion-grid {
        flex: 3 1 24rem;
        max-width: 36rem;
      }

      mlp-confusion-grid.words {
        max-width: 24rem;
      }

      mlp-class-figures {
        flex: 1 1 19rem;
        max-width: 26rem;
      }
    `,
  ];

  constructor() {
    super();
    this.active = false;
    this.said = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#controller?.dispose();
    this.#controller = null;
  }

  override willUpdate(): void {
    this.#controller ??= new AnswersController(this.#services.value);
    this.#controller.active = this.active;
  }

  override render() {
    const { confusion, problem } = this.#answers.value;
    return html`
      <section
        aria-labelledby="title"
        @answers-cell=${(e: AnswersEvent<'answers-cell'>) =>
          this.#choose({ kind: 'cell', ...e.detail })}
        @answers-choice=${(e: AnswersEvent<'answers-choice'>) => this.#choose(e.detail)}
        @page-change=${(e: CustomEvent<number>) => this.#controller?.goTo(e.detail)}
      >
        <h2 id="title">${NAMES.matrix}</h2>
        ${
          confusion
            ? this.#results(confusion)
            : html`<p role="status">${problem || ANSWERS.waiting}</p>`
        }
        <p class="hidden-visually" role="status">${this.said}</p>
      </section>
    `;
  }

  #results(confusion: Confusion): TemplateResult {
    const { positive, threshold, moment, choice } = this.#answers.value;
    return html`
      <p>${ANSWERS.total(confusion.right, confusion.examples)}</p>
      <p class="quiet how">
        ${moment ? ANSWERS.moment(moment) : nothing}
        ${positive === null ? nothing : ANSWERS.threshold(threshold)} ${ANSWERS.howTo}
      </p>
      <div class="tables">
        <mlp-confusion-grid
          class=${positive === null ? '' : 'words'}
          .confusion=${confusion}
          .positive=${positive}
          .chosen=${choice.kind === 'cell' ? choice : null}
        ></mlp-confusion-grid>
        <mlp-class-figures .confusion=${confusion} .positive=${positive}></mlp-class-figures>
      </div>
      <p class="quiet about">${ANSWERS.about}</p>
      <mlp-chosen-images
        .answers=${this.#answers.value}
        .onPad=${this.#page.value.padImage}
      ></mlp-chosen-images>
    `;
  }

  async #choose(choice: Choice): Promise<void> {
    await this.#controller?.choose(choice);
    const { positive, found } = this.#answers.value;
    this.said = CHOSEN.said(this.#page.value.look, positive, choice, found);
  }
}

customElements.define('mlp-answers-panel', AnswersPanel);
