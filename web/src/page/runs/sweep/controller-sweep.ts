// SPDX-License-Identifier: MIT
import { ScratchpadError } from '../../../lib/errors.ts';
import type { Epoch, TrainEnd, TrainProgress } from '../../../lib/results.ts';
import type { PageTrainer, Services } from '../../model/services.ts';
import { giveDrawings } from '../../model/give-drawings.ts';
import type { Settings } from '../../model/presets.ts';
import { learnsFrom } from '../../model/learned-from.ts';
import type { RunsController } from '../controller-runs.ts';
import { secondsOf } from '../run-record.ts';
import { usable } from '../../model/selectors.ts';
import { STATUS } from '../../model/texts.ts';
import { RUNS } from '../texts.ts';
import { SWEEP } from './texts.ts';
import { type Cell, effortOf, type Grid, makeGrid } from './sweep-grid.ts';
import { type SweepResult, type SweepState } from './sweep-state.ts';
import { Store } from '../../model/store.ts';

/** Set aside for validation where the settings do not say how much. */
export const VALIDATION = 0.1;

/**
 * Trains the networks of a grid, one after another, in the page's own trainer: its data is too large
 * to be held twice. The present network is saved before and restored after.
 */
export class SweepController {
  readonly #services: Services;
  readonly #runs: RunsController;
  /** What it shows. */
  readonly shown: Store<SweepState>;
  #abort: AbortController | null = null;

  constructor(services: Services, runs: RunsController) {
    this.#services = services;
    this.#runs = runs;
    this.shown = new Store<SweepState>({
      axes: [{ name: 'learningRate', text: SWEEP.proposals.learningRate }],
      epochs: Math.min(3, services.store.state.training.epochs),
      progress: null,
      swept: [],
      results: [],
      outcome: '',
    });
  }

  change(change: Partial<Pick<SweepState, 'axes' | 'epochs'>>): void {
    this.#show(change);
  }

  stop(): void {
    this.#abort?.abort();
  }

  /** What the axes make, with all else as the page has it. */
  grid(): Grid {
    const { data, network, training } = this.#services.store.state;
    const { axes, epochs } = this.shown.state;
    const validation = training.validation > 0 ? training.validation : VALIDATION;
    const warmUp = Math.min(training.warmUp, epochs);
    const base = { network, training: { ...training, epochs, validation, warmUp } };
    return makeGrid(axes, base, usable(data)?.train?.expected ?? null);
  }

  /** Seconds that the grid takes, by the speed of the latest epoch that is known; null without. */
  estimate({ cells }: Grid): number | null {
    const known = [this.#services.store.state, ...this.#runs.shown.state.runs].find(
      ({ epochs }) => epochs.length > 0,
    );
    const last = known?.epochs.at(-1);
    if (!known || !last) return null;
    const { network, training } = known;
    const effort = effortOf({ network, training: { ...training, epochs: 1 } }, last.examples);
    return (this.#effort(cells) * last.seconds) / effort;
  }

  async start(): Promise<void> {
    const { axes, cells } = this.grid();
    const abort = (this.#abort = new AbortController());
    this.#show({ results: [], swept: axes.map(({ name }) => name), outcome: '' });
    await this.#services.exclusively('sweep', async (trainer) => {
      await giveDrawings(this.#services, this.#services.store.state.training);
      const before = await trainer.save();
      try {
        await this.#all(trainer, cells, abort.signal);
      } finally {
        await trainer.restore(before);
      }
    });
    this.#abort = null;
    const { results } = this.shown.state;
    const outcome =
      results.length === cells.length
        ? SWEEP.done(results.length)
        : SWEEP.stopped(results.length, cells.length);
    this.#show({ progress: null, outcome });
  }

  async #all(trainer: PageTrainer, cells: readonly Cell[], signal: AbortSignal): Promise<void> {
    const all = this.#effort(cells);
    const began = performance.now();
    let before = 0;
    for (const [i, cell] of cells.entries()) {
      if (signal.aborted) return;
      const effort = this.#effort([cell]);
      const { epochs } = cell.settings.training;
      const show = (progress: TrainProgress | null) => {
        const { epoch = 1, examples = 0, of = 1, imagesPerSecond = null } = progress ?? {};
        const share = (before + (effort * (epoch - 1 + examples / of)) / epochs) / all;
        const seconds = (performance.now() - began) / 1000;
        const secondsLeft = share > 0 ? (seconds * (1 - share)) / share : null;
        const at = { run: i + 1, runs: cells.length, epoch, epochs };
        this.#show({ progress: { ...at, imagesPerSecond, share, secondsLeft } });
        this.#services.store.update({ busyText: SWEEP.tab(share) });
      };
      show(null);
      const result = await this.#one(trainer, cell, i, signal, show);
      if (result) this.#show({ results: [...this.shown.state.results, result] });
      before += effort;
    }
  }

  /** @returns null when it was stopped */
  async #one(
    trainer: PageTrainer,
    { settings, values }: Cell,
    i: number,
    signal: AbortSignal,
    show: (progress: TrainProgress) => void,
  ): Promise<SweepResult | null> {
    const startedAt = Date.now();
    const epochs: Epoch[] = [];
    let progress: TrainProgress | null = null;
    const onProgress = (now: TrainProgress) => show((progress = now));
    try {
      await trainer.configure(settings.network);
      const run = trainer.train(settings.training, { signal, onProgress });
      let next = await run.next();
      for (; !next.done; next = await run.next()) epochs.push(next.value);
      const id = `${startedAt}-sweep-${i}`;
      return await this.#keep(trainer, settings, values, {
        id,
        startedAt,
        epochs,
        progress,
        end: next.value,
      });
    } catch (error) {
      if (signal.aborted) return null;
      if (!(error instanceof ScratchpadError) || error.code !== 'diverged') throw error;
      const seconds = (Date.now() - startedAt) / 1000;
      const none = { validationAccuracy: null, validationCost: null, testAccuracy: null };
      return { id: null, name: SWEEP.failed, values, ...none, seconds };
    }
  }

  async #keep(
    trainer: PageTrainer,
    { network, training }: Settings,
    values: SweepResult['values'],
    trained: {
      id: string;
      startedAt: number;
      epochs: readonly Epoch[];
      progress: TrainProgress | null;
      end: TrainEnd;
    },
  ): Promise<SweepResult> {
    const { id, startedAt, epochs, progress, end } = trained;
    const { state } = this.#services.store;
    const { backend } = state;
    const evaluation = await trainer.evaluate();
    const seconds = secondsOf({ epochs });
    const early = end.reason === 'early';
    const last = epochs.find(({ epoch }) => epoch === end.epoch) ?? epochs.at(-1);
    const name = RUNS.name(
      this.#runs.keepOfSweep(
        {
          ...{ id, startedAt, ...learnsFrom(state), network, training, backend },
          ...{ epochs, progress, evaluation },
          images: last?.examples ?? 0,
          changes: [],
          trail: [],
          step: null,
          firstEpoch: 0,
          lastEpoch: epochs.length,
          paused: false,
          kept: early ? end.epoch : null,
          outcome: STATUS.done(epochs.length, seconds, evaluation.examples, evaluation.correct),
        },
        await trainer.save(),
      ),
    );
    return {
      ...{ id, name, values, seconds },
      validationAccuracy: last?.validationAccuracy ?? null,
      validationCost: last?.validationCost ?? null,
      testAccuracy: last?.accuracy ?? null,
    };
  }

  #effort(cells: readonly Cell[]): number {
    const { data } = this.#services.store.state;
    const images = usable(data)?.train?.expected ?? 0;
    return cells.reduce((sum, { settings }) => {
      const left = images * (1 - settings.training.validation);
      return sum + effortOf(settings, left);
    }, 0);
  }

  #show(change: Partial<SweepState>): void {
    this.shown.update(change);
  }
}
