// SPDX-License-Identifier: MIT
import { selectPage, follow } from '../ui/selection.ts';
import { css, html, LitElement, nothing } from 'lit';
import type { Epoch } from '../../lib/results.ts';
import '../ui/chart/line-chart.ts';
import './committee/mlp-committee.ts';
import { axisCost, axisPercent } from '../model/format.ts';
import { base } from '../ui/styles.ts';
import { X_AXIS } from '../ui/chart/axis.ts';
import { RUNS } from './texts.ts';
import { RunsController } from './controller-runs.ts';
import { MOST_BYTES, MOST_RUNS } from './run-limits.ts';
import { NO_RUNS, type RunsEvent } from './runs-state.ts';
import './run-comparison.ts';
import './run-list.ts';
import { partOf } from './runs-part.ts';
import { SweepController } from './sweep/controller-sweep.ts';
import { NO_SWEEP, type SweepEvent } from './sweep/sweep-state.ts';
import './sweep/sweep-panel.ts';
import { LabServices } from '../ui/contexts.ts';

/** The view 'Runs': what was trained, to be compared, brought back, named and deleted. */
export class MlpRuns extends LitElement {
  static override get properties() {
    return {
      active: { type: Boolean },
      compared: { state: true },
      keeper: { state: true },
    };
  }

  /** The view is shown. */
  declare active: boolean;
  declare compared: readonly string[];
  /** null until it is loaded. */
  declare keeper: RunsController | null;

  #sweeper: SweepController | null = null;
  #asked = false;
  readonly #page = selectPage(this, partOf);
  readonly #runs = follow(this, () => this.keeper?.shown, NO_RUNS);
  readonly #sweep = follow(this, () => this.#sweeper?.shown, NO_SWEEP);

  readonly #services = new LabServices(this);

  static override styles = [
    base,
    css`
      section {
        display: grid;
        gap: 1rem;
      }

      .charts {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
        gap: 1rem 1.5rem;
        --plot-height: 11rem;
      }

      summary {
        font-weight: 600;
      }

      .about p + p {
        margin-top: 0.25rem;
      }
    `,
  ];

  constructor() {
    super();
    this.active = false;
    this.compared = [];
    this.keeper = null;
  }

  override willUpdate(): void {
    if (this.#asked) return;
    this.#asked = true;
    void this.#open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sweeper?.stop();
    this.#sweeper = this.keeper = null;
    this.#asked = false;
  }

  override render() {
    const { runs, overlaid, removed } = this.#runs.value;
    const compared = this.compared.filter((id) => runs.some((run) => run.id === id));
    const records = compared.flatMap((id) => runs.find((run) => run.id === id) ?? []);
    return html`
      <section
        aria-label=${RUNS.title}
        @run-restore=${(e: RunsEvent<'run-restore'>) => this.#restore(e.detail)}
        @run-remove=${(e: RunsEvent<'run-remove'>) => void this.keeper?.remove(e.detail)}
        @run-undo-remove=${() => this.keeper?.undoRemove()}
        @run-rename=${({ detail }: RunsEvent<'run-rename'>) =>
          this.keeper?.rename(detail.id, detail.name)}
        @run-overlay=${({ detail }: RunsEvent<'run-overlay'>) =>
          this.keeper?.overlay(detail.id, detail.on)}
        @run-compare=${this.#compare}
      >
        <div class="about">
          <h2>${RUNS.title}</h2>
          ${this.#about()}
        </div>
        <div>${this.#sweepPanel()} ${this.#committee()}</div>
        ${this.#charts()}
        ${
          records.length > 1
            ? html`<mlp-run-comparison .records=${records}></mlp-run-comparison>`
            : nothing
        }
        ${
          runs.length > 0 || removed
            ? html`<mlp-run-list
                .records=${runs}
                .removed=${removed}
                .overlaid=${overlaid}
                .compared=${compared}
                present=${this.#page.value.current}
                locked=${this.#page.value.locked}
              ></mlp-run-list>`
            : nothing
        }
      </section>
    `;
  }

  /** The chosen runs, as the charts under Train show them too. */
  #charts() {
    const { overlaid, runs } = this.#runs.value;
    if (overlaid.length === 0 || !this.active) return nothing;
    const overlays = runs
      .filter(({ id }) => overlaid.includes(id))
      .map((run) => ({ id: run.id, name: RUNS.name(run), epochs: run.epochs }));
    const last = Math.max(1, ...overlays.map(({ epochs }) => epochs.at(-1)?.epoch ?? 0));
    const chart = (label: string, yRange: 'cost' | 'share') => html`
      <mlp-line-chart
        .label=${label}
        .xLabel=${X_AXIS}
        .xMax=${last}
        .yRange=${yRange}
        .overlays=${overlays}
        .measure=${yRange === 'cost' ? testCost : accuracy}
        .format=${yRange === 'cost' ? axisCost : axisPercent}
      ></mlp-line-chart>
    `;
    return html`<div class="charts">
      ${chart(RUNS.costs, 'cost')} ${chart(RUNS.accuracies, 'share')}
    </div>`;
  }

  #sweepPanel() {
    const sweeper = this.#sweeper;
    if (!sweeper) return nothing;
    const grid = sweeper.grid();
    return html`
      <mlp-sweep-panel
        .sweep=${this.#sweep.value}
        .grid=${grid}
        .estimate=${sweeper.estimate(grid)}
        kept=${this.#runs.value.runs.length}
        locked=${this.#page.value.lockedSweep}
        @sweep-axes=${({ detail }: SweepEvent<'sweep-axes'>) => sweeper.change({ axes: detail })}
        @sweep-epochs=${({ detail }: SweepEvent<'sweep-epochs'>) =>
          sweeper.change({ epochs: detail })}
        @sweep-start=${() => void sweeper.start()}
        @sweep-stop=${() => sweeper.stop()}
      ></mlp-sweep-panel>
    `;
  }

  #committee() {
    const { keeper } = this;
    if (!keeper) return nothing;
    return html`<mlp-committee .keeper=${keeper}></mlp-committee>`;
  }

  #about() {
    const { runs, lasting, gone, problem } = this.#runs.value;
    const { current, trained } = this.#page.value;
    const bytes = runs.reduce((sum, run) => sum + run.bytes, 0);
    const kept = runs.some(({ id }) => id === current);
    return html`
      ${
        runs.length > 0
          ? html`<p class="quiet">
              ${RUNS.about(runs.length, bytes, MOST_RUNS, MOST_BYTES)}
              ${lasting ? RUNS.lasting : RUNS.passing}
              ${runs.length > 1 ? RUNS.compareHint : nothing}
            </p>`
          : html`<p>${RUNS.none}</p>`
      }
      ${gone > 0 ? html`<p role="status">${RUNS.gone(gone)}</p>` : nothing}
      ${problem ? html`<p role="alert" class="problem">${RUNS.problem(problem)}</p>` : nothing}
      ${trained && !kept ? html`<p role="status">${RUNS.underWay}</p>` : nothing}
    `;
  }

  async #open(): Promise<void> {
    const services = this.#services.value;
    try {
      const keeper = await services.runs();
      if (!this.#asked || !(keeper instanceof RunsController)) return; // the view is gone
      this.#sweeper = new SweepController(services, keeper);
      this.keeper = keeper;
    } catch (error) {
      services.fail(error);
    }
  }

  #restore(id: string): void {
    this.keeper?.restore(id).catch((error: unknown) => this.#services.value.fail(error));
  }

  #compare = ({ detail: { id, on } }: RunsEvent<'run-compare'>): void => {
    const others = this.compared.filter((other) => other !== id);
    this.compared = on ? [...others, id] : others;
  };
}

const testCost = (epoch: Epoch): number | null => epoch.testCost;
const accuracy = (epoch: Epoch): number | null => epoch.accuracy;

customElements.define('mlp-runs', MlpRuns);
