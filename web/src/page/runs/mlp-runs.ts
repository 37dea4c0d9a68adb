// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing } from 'lit';
import type { Epoch } from '../../lib/results.ts';
import '../ui/chart/line-chart.ts';
import './committee/mlp-committee.ts';
import type { Context } from '../model/services.ts';
import { axisCost, axisPercent } from '../model/format.ts';
import { isTrained, type State } from '../model/store.ts';
import { base } from '../ui/styles.ts';
import { CHARTS, RUN } from '../texts.ts';
import { RUNS } from './texts.ts';
import { SWEEP } from './sweep/texts.ts';
import type { Theme } from '../shell/theme.ts';
import type { RunsController } from './controller-runs.ts';
import { MOST_BYTES, MOST_RUNS } from './run-limits.ts';
import { NO_RUNS, type RunsEvent, type RunsState } from './runs-state.ts';
import './run-comparison.ts';
import './run-list.ts';
import { SweepController } from './sweep/controller-sweep.ts';
import type { SweepEvent, SweepState } from './sweep/sweep-state.ts';
import './sweep/sweep-panel.ts';

/** The view 'Runs': what was trained, to be compared, brought back, named and deleted. */
export class MlpRuns extends LitElement {
  static override properties = {
    context: { attribute: false },
    active: { type: Boolean },
    theme: {},
    runs: { state: true },
    page: { state: true },
    compared: { state: true },
    sweep: { state: true },
  };

  declare context: Context;
  /** The view is shown. */
  declare active: boolean;
  declare theme: Theme;
  declare runs: RunsState;
  /** What of the page's state the view depends on. */
  declare page: Part;
  declare compared: readonly string[];
  declare sweep: SweepState | null;

  #controller: RunsController | null = null;
  #sweeper: SweepController | null = null;
  #endings: (() => void)[] = [];

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

      .about p + p {
        margin-top: 0.25rem;
      }
    `,
  ];

  constructor() {
    super();
    this.active = false;
    this.theme = 'light';
    this.runs = NO_RUNS;
    this.compared = [];
    this.sweep = null;
  }

  override willUpdate(): void {
    if (this.#endings.length === 0) void this.#listen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const end of this.#endings) end();
    this.#endings = [];
    this.#sweeper?.stop();
  }

  override render() {
    const { runs, overlaid, removed } = this.runs;
    const compared = this.compared.filter((id) => runs.some((run) => run.id === id));
    const records = compared.flatMap((id) => runs.find((run) => run.id === id) ?? []);
    return html`
      <section
        aria-label=${RUNS.title}
        @run-restore=${(e: RunsEvent<'run-restore'>) => this.#restore(e.detail)}
        @run-remove=${(e: RunsEvent<'run-remove'>) => void this.#controller?.remove(e.detail)}
        @run-undo-remove=${() => this.#controller?.undoRemove()}
        @run-rename=${({ detail }: RunsEvent<'run-rename'>) =>
          this.#controller?.rename(detail.id, detail.name)}
        @run-overlay=${({ detail }: RunsEvent<'run-overlay'>) =>
          this.#controller?.overlay(detail.id, detail.on)}
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
                present=${this.page.current}
                locked=${this.page.locked}
              ></mlp-run-list>`
            : nothing
        }
      </section>
    `;
  }

  /** The chosen runs, as the charts under Train show them too. */
  #charts() {
    const { overlaid, runs } = this.runs;
    if (overlaid.length === 0 || !this.active) return nothing;
    const overlays = runs
      .filter(({ id }) => overlaid.includes(id))
      .map((run) => ({ id: run.id, name: RUNS.name(run), epochs: run.epochs }));
    const last = Math.max(1, ...overlays.map(({ epochs }) => epochs.at(-1)?.epoch ?? 0));
    const chart = (label: string, yRange: 'cost' | 'share') => html`
      <mlp-line-chart
        .label=${label}
        .xLabel=${CHARTS.x}
        .xMax=${last}
        .yRange=${yRange}
        .overlays=${overlays}
        .measure=${yRange === 'cost' ? testCost : accuracy}
        .format=${yRange === 'cost' ? axisCost : axisPercent}
        .theme=${this.theme}
      ></mlp-line-chart>
    `;
    return html`<div class="charts">
      ${chart(RUNS.costs, 'cost')} ${chart(RUNS.accuracies, 'share')}
    </div>`;
  }

  #sweepPanel() {
    const sweeper = this.#sweeper;
    if (!sweeper || !this.sweep) return nothing;
    const grid = sweeper.grid();
    return html`
      <mlp-sweep-panel
        .sweep=${this.sweep}
        .grid=${grid}
        .estimate=${sweeper.estimate(grid)}
        kept=${this.runs.runs.length}
        locked=${this.page.lockedSweep}
        @sweep-axes=${({ detail }: SweepEvent<'sweep-axes'>) => sweeper.change({ axes: detail })}
        @sweep-epochs=${({ detail }: SweepEvent<'sweep-epochs'>) =>
          sweeper.change({ epochs: detail })}
        @sweep-start=${() => void sweeper.start()}
        @sweep-stop=${() => sweeper.stop()}
      ></mlp-sweep-panel>
    `;
  }

  #committee() {
    const keeper = this.#controller;
    if (!keeper) return nothing;
    return html`<mlp-committee .context=${this.context} .keeper=${keeper}></mlp-committee>`;
  }

  #about() {
    const { runs, lasting, gone, problem } = this.runs;
    const { current, trained } = this.page;
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

  async #listen(): Promise<void> {
    const { context } = this;
    this.page = partOf(context.store.state);
    this.#endings = [
      context.store.subscribe((state) => {
        const part = partOf(state);
        if (!same(part, this.page)) this.page = part;
      }),
    ];
    try {
      const controller = await context.runs();
      if (this.#endings.length === 0) return; // the view is gone
      this.#controller = controller;
      this.runs = controller.state;
      this.#sweeper ??= new SweepController(context, controller, (sweep) => (this.sweep = sweep));
      this.sweep = this.#sweeper.state;
      this.#endings.push(controller.subscribe((runs) => (this.runs = runs)));
    } catch (error) {
      context.fail(error);
    }
  }

  #restore(id: string): void {
    this.#controller?.restore(id).catch((error: unknown) => this.context.fail(error));
  }

  #compare = ({ detail: { id, on } }: RunsEvent<'run-compare'>): void => {
    const others = this.compared.filter((other) => other !== id);
    this.compared = on ? [...others, id] : others;
  };
}

const testCost = (epoch: Epoch): number | null => epoch.testCost;
const accuracy = (epoch: Epoch): number | null => epoch.accuracy;

interface Part {
  readonly current: string;
  readonly trained: boolean;
  /** Why no run can be restored, and no sweep begun; '' when they can. */
  readonly locked: string;
  readonly lockedSweep: string;
  /** What a sweep takes from the page. */
  readonly network: State['network'];
  readonly training: State['training'];
}

function partOf(state: State): Part {
  const { current, data, busy, run, network, training } = state;
  const waiting = data.kind === 'ready' ? '' : RUN.waiting;
  const locked = busy && busy !== 'restore' ? RUN.busy[busy] : waiting;
  return {
    current: current?.id ?? '',
    trained: isTrained(state),
    locked,
    lockedSweep: run === 'training' ? SWEEP.pauseFirst : busy === 'sweep' ? '' : locked,
    network,
    training,
  };
}

const same = (one: Part, other: Part): boolean =>
  (Object.keys(one) as (keyof Part)[]).every((key) => one[key] === other[key]);

customElements.define('mlp-runs', MlpRuns);
