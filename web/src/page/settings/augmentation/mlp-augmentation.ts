// SPDX-License-Identifier: MIT
import { selectPage, follow } from '../../ui/selection.ts';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { base } from '../../ui/styles.ts';
import { AUGMENTATION } from './texts.ts';
import { LABEL } from '../../model/setting-texts.ts';
import { AugmentationController } from './controller-augmentation.ts';
import { mixedField } from './mixed-field.ts';
import { type Kind, KINDS, NO_PREVIEW } from './preview-state.ts';
import '../../ui/digit-image.ts';
import './image-strip.ts';
import { LabServices } from '../../ui/contexts.ts';

/** What is done to the training images, and what becomes of one of them by it. */
export class MlpAugmentation extends LitElement {
  static override get properties() {
    return {
      active: { type: Boolean },
    };
  }

  declare active: boolean;

  readonly #settings = selectPage(this, ({ training, problems }) => ({ training, problems }));
  #controller: AugmentationController | null = null;
  readonly #preview = follow(this, () => this.#controller?.shown, NO_PREVIEW);

  readonly #services = new LabServices(this);

  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: 0.35rem;
      }

      mlp-image-strip {
        margin-bottom: 0.35rem;
      }

      .one {
        display: flex;
        gap: 0.35rem;
        align-items: center;
      }

      h3 {
        margin-inline-end: auto;
        font-size: 0.8125rem;
      }

      .one button {
        min-width: var(--touch, 1.75rem);
        min-height: var(--touch, 1.75rem);
        padding: 0 0.4rem;
      }

      .one mlp-digit-image {
        flex: none;
        width: 56px;
        margin-inline-end: 0.25rem;
      }
    `,
  ];

  constructor() {
    super();
    this.active = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#controller?.dispose();
    this.#controller = null;
  }

  override willUpdate(): void {
    this.#controller ??= new AugmentationController(this.#services.value);
    this.#controller.active = this.active;
  }

  override render() {
    const { problem } = this.#preview.value;
    return html`
      <p class="quiet">${AUGMENTATION.about}</p>
      ${this.#chosen()} ${KINDS.map((kind) => this.#kind(kind))} ${this.#together()}
      ${problem ? html`<p class="problem" role="alert">${problem}</p>` : nothing}
    `;
  }

  #kind(kind: Kind): TemplateResult {
    const { value: state } = this.#settings;
    const label = LABEL[kind];
    const variants = this.#preview.value.alone[kind];
    const bends = kind === 'elastic' && (state.training.elastic > 0 || state.problems.elasticSigma);
    return html`
      ${mixedField(this, kind, state)} ${bends ? mixedField(this, 'elasticSigma', state) : nothing}
      ${
        variants && state.training[kind] > 0
          ? html`<mlp-image-strip
              label=${AUGMENTATION.alone(label)}
              .nameOf=${(place: number) => AUGMENTATION.aloneOf(label, place + 1)}
              .images=${variants}
            ></mlp-image-strip>`
          : nothing
      }
    `;
  }

  #chosen(): TemplateResult {
    const { number, original } = this.#preview.value;
    const step = (sign: string, name: string, by: number) => html`
      <button
        type="button"
        aria-label=${name}
        title=${name}
        @click=${() => this.#controller?.move(by)}
      >
        ${sign}
      </button>
    `;
    return html`
      <div class="one">
        <mlp-digit-image .image=${original} label=${AUGMENTATION.image(number)}></mlp-digit-image>
        ${step('‹', AUGMENTATION.previous, -1)} ${step('›', AUGMENTATION.next, 1)}
        <span class="quiet">${original ? AUGMENTATION.image(number) : AUGMENTATION.waiting}</span>
      </div>
    `;
  }

  #together(): TemplateResult {
    const { together } = this.#preview.value;
    if (together.length === 0) return html`<p class="quiet">${AUGMENTATION.nothing}</p>`;
    return html`
      <div class="one">
        <h3>${AUGMENTATION.together}</h3>
        <button
          type="button"
          aria-label=${AUGMENTATION.again}
          title=${AUGMENTATION.again}
          @click=${() => this.#controller?.again()}
        >
          ↻
        </button>
      </div>
      <mlp-image-strip
        label=${AUGMENTATION.together}
        .nameOf=${(place: number) => AUGMENTATION.togetherOf(place + 1)}
        .images=${together}
      ></mlp-image-strip>
    `;
  }
}

customElements.define('mlp-augmentation', MlpAugmentation);
