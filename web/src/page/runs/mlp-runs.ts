// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing } from 'lit';
import type { Context } from '../context.ts';
import { isTrained, type State } from '../store.ts';
import { base } from '../styles.ts';
import { RUN } from '../texts.ts';
import { RUNS } from '../texts/runs.ts';
import type { Theme } from '../theme.ts';
import type { RunsController } from './controller-runs.ts';
import { MOST_BYTES, MOST_RUNS } from './run-limits.ts';
import { NO_RUNS, type RunsEvent, type RunsState } from './runs-state.ts';
import './run-comparison.ts';
import './run-list.ts';

/** The view 'Runs': what was trained, to be compared, brought back, named and deleted. */
export class MlpRuns extends LitElement {
  static override properties = {
    context: { attribute: false },
    active: { type: Boolean },
    theme: {},
    runs: { state: true },
    page: { state: true },
    compared: { state: true },
  };

  declare context: Context;
  /** The view is shown. */
  declare active: boolean;
  declare theme: Theme;
  declare runs: RunsState;
  /** What of the page's state the view depends on. */
  declare page: Part;
  declare compared: readonly string[];

  #controller: RunsController | null = null;
  #endings: (() => void)[] = [];

  static override styles = [
    base,
    css`
      section {
        display: grid;
        gap: 1rem;
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
  }

  override willUpdate(): void {
    this.page ??= partOf(this.context.store.state);
    if (this.#endings.length === 0) void this.#listen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const end of this.#endings) end();
    this.#endings = [];
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

interface Part {
  readonly current: string;
  readonly trained: boolean;
  readonly locked: string;
}

function partOf(state: State): Part {
  const { current, data, busy } = state;
  const waiting = data.kind === 'ready' ? '' : RUN.waiting;
  return {
    current: current?.id ?? '',
    trained: isTrained(state),
    locked: busy && busy !== 'restore' ? RUN.busy[busy] : waiting,
  };
}

const same = (one: Part, other: Part): boolean =>
  one.current === other.current && one.trained === other.trained && one.locked === other.locked;

customElements.define('mlp-runs', MlpRuns);
