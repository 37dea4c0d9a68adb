// SPDX-License-Identifier: MIT
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { LayerStatistics } from '../../../lib/insight.ts';
import type { LayerWeights, MatrixData } from '../../../lib/results.ts';
import { isImage } from '../../model/data-look.ts';
import { extent } from '../../ui/heat-map/matrix.ts';
import { plainName } from '../../ui/heat-map/names.ts';
import { short } from '../../ui/heat-map/numbers.ts';
import { selectLook } from '../../ui/selection.ts';
import { base } from '../../ui/styles.ts';
import { WEIGHTS } from './texts.ts';
import { orderOf, type Sort, SORTS } from './unit-order.ts';
import { weightStyles } from './weight-styles.ts';
import '../../ui/field/choice-field.ts';
import '../../ui/heat-map/colour-scale.ts';
import '../../ui/heat-map/heat-map.ts';
import './unit-detail.ts';
import './unit-grid.ts';

/** Units on one page. */
const PAGE = 36;

const SORT_NAMES = SORTS.map((sort) => WEIGHTS.sorts[sort]);
const SCALES = [WEIGHTS.scales.shared, WEIGHTS.scales.own];

/** W of one layer: an image for each unit where the inputs are pixels, else one heat map. */
export class WeightPictures extends LitElement {
  static override get properties() {
    return {
      layer: { type: Number },
      weights: { attribute: false },
      statistics: { attribute: false },
      running: { type: Boolean },
      sort: { state: true },
      ownScale: { state: true },
      first: { state: true },
      chosen: { state: true },
    };
  }

  declare layer: number;
  declare weights: LayerWeights;
  /** null while there is no data. */
  declare statistics: LayerStatistics | null;
  /** The network is training, and its units keep their places. */
  declare running: boolean;
  declare sort: Sort;
  declare ownScale: boolean;
  /** The place in the order at which the page begins. */
  declare first: number;
  /** The unit that is read; null: the first in the order. */
  declare chosen: number | null;

  readonly #look = selectLook(this);
  #order: readonly number[] = [];
  #matrix: MatrixData = { rows: 0, columns: 0, values: new Float32Array() };
  #most = 0;

  static override styles = [base, weightStyles];

  constructor() {
    super();
    this.running = false;
    this.sort = 'number';
    this.ownScale = false;
    this.first = 0;
    this.chosen = null;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('weights')) {
      const { rows, columns, W } = this.weights;
      this.#matrix = { rows, columns, values: W };
      const { least, most } = extent(this.#matrix);
      this.#most = Math.max(Math.abs(least), Math.abs(most));
    }
    const another = changed.has('layer') || this.#order.length !== this.weights.rows;
    if (another) {
      this.first = 0;
      this.chosen = null;
    }
    // A trained network may be sorted anew with each look; one that trains only when it is asked.
    if (another || changed.has('sort') || !this.running) this.#sortUnits();
  }

  override render() {
    if (!isImage(this.#look.value, this.weights.columns)) return this.#whole();
    const units = this.#order.slice(this.first, this.first + PAGE);
    return html`
      <p class="quiet">${WEIGHTS.about(this.weights.columns)}</p>
      <div class="controls">
        ${this.#choice(WEIGHTS.sort, SORT_NAMES, SORTS.indexOf(this.sort), (i) => {
          this.sort = SORTS[i] ?? 'number';
          this.first = 0;
        })}
        ${this.#choice(WEIGHTS.scale, SCALES, this.ownScale ? 1 : 0, (i) => {
          this.ownScale = i === 1;
        })}
        ${
          this.ownScale
            ? html`<p class="quiet scale">${WEIGHTS.ownScale}</p>`
            : html`<mlp-colour-scale class="scale" most=${this.#most}></mlp-colour-scale>`
        }
      </div>
      ${this.running && this.sort !== 'number' ? this.#sortAgain() : nothing}
      <div class="pictures">
        <div>
          <mlp-unit-grid
            .matrix=${this.#matrix}
            .units=${units}
            .most=${this.ownScale ? null : this.#most}
            .notes=${units.map((unit) => this.#note(unit))}
            .dead=${new Set(this.statistics?.dead ?? [])}
            chosen=${this.#unit}
            @unit-choose=${({ detail }: CustomEvent<number>) => (this.chosen = detail)}
          ></mlp-unit-grid>
          ${this.#pages(units.length)}
        </div>
        <mlp-unit-detail
          .weights=${this.weights}
          .statistics=${this.statistics}
          unit=${this.#unit}
          .most=${this.ownScale ? null : this.#most}
        ></mlp-unit-detail>
      </div>
    `;
  }

  get #unit(): number {
    return this.chosen ?? this.#order[0] ?? 0;
  }

  #whole() {
    return html`
      <p class="quiet">${WEIGHTS.aboutDeep}</p>
      <mlp-colour-scale most=${this.#most}></mlp-colour-scale>
      <mlp-heat-map
        .matrix=${this.#matrix}
        name=${plainName('W', this.layer)}
        .cell=${12}
        .height=${480}
      ></mlp-heat-map>
    `;
  }

  #choice(
    label: string,
    choices: readonly string[],
    place: number,
    choose: (place: number) => void,
  ) {
    return html`
      <mlp-choice-field
        .label=${label}
        .choices=${choices}
        .value=${choices[place] ?? ''}
        @value-change=${({ detail }: CustomEvent<string>) => choose(choices.indexOf(detail))}
      ></mlp-choice-field>
    `;
  }

  #sortAgain() {
    return html`<p class="quiet again">
      ${WEIGHTS.sortStays}
      <button type="button" @click=${this.#sortNow}>${WEIGHTS.sortAgain}</button>
    </p>`;
  }

  /** What is left and right of the page. */
  #pages(shown: number) {
    const { rows } = this.weights;
    if (rows <= PAGE) return nothing;
    const turn = (by: number) => (this.first += by);
    return html`
      <div class="pages">
        <button type="button" ?disabled=${this.first === 0} @click=${() => turn(-PAGE)}>
          ${WEIGHTS.earlier}
        </button>
        <span role="status">${WEIGHTS.range(this.first + 1, this.first + shown, rows)}</span>
        <button type="button" ?disabled=${this.first + shown >= rows} @click=${() => turn(PAGE)}>
          ${WEIGHTS.later}
        </button>
      </div>
    `;
  }

  #note(unit: number): string {
    const { statistics, sort } = this;
    if (!statistics || sort === 'number') return '';
    const { norms, activity } = statistics;
    return sort === 'norm'
      ? WEIGHTS.figures.norm(short(norms[unit] ?? NaN))
      : WEIGHTS.figures.activity(short(activity[unit] ?? NaN));
  }

  #sortNow = (): void => {
    this.#sortUnits();
    this.requestUpdate();
  };

  #sortUnits(): void {
    const { statistics, sort, weights } = this;
    const sizes = { number: null, norm: statistics?.norms, activity: statistics?.activity }[sort];
    this.#order = orderOf(weights.rows, sizes ?? null);
  }
}

customElements.define('mlp-weight-pictures', WeightPictures);
