// SPDX-License-Identifier: MIT
// What the components are told, worked out from the state.
import { accuracyData, costData } from './chart-data.ts';
import { percent } from './format.ts';
import type { State } from './store.ts';
import { CHARTS, RUN, TRAINING } from './texts.ts';

/** Told apart by dash and key too, not by colour alone. */
export const chartLines = {
  cost: [
    { name: CHARTS.training, colour: '--accent', width: 2, dash: [], points: true },
    { name: CHARTS.test, colour: '--ink', width: 2, dash: [5, 4], points: true },
    {
      name: CHARTS.soFar,
      colour: '--accent',
      width: 1.5,
      dash: [2, 3],
      points: false,
      momentary: true,
    },
  ],
  accuracy: [{ name: '', colour: '--ink', width: 2, dash: [5, 4], points: true }],
};

export function view(state: State) {
  const { data, epochs, trail, network, reading } = state;
  const ready = data.kind === 'ready';
  return {
    ready,
    /** Why training cannot start. */
    reason: ready ? wrongSettings(state) : data.kind === 'failed' ? '' : RUN.waiting,
    /** What to do first. */
    hint: ready ? RUN.first : '',
    status: status(state),
    positive: network.output === 'sigmoid' ? network.positive : null,
    trained: state.progress !== null || state.step !== null || epochs.length > 0,
    latest: epochs.at(-1) ?? null,
    cost: costData(epochs, trail),
    accuracy: accuracyData(epochs),
    reading,
  };
}

function wrongSettings({ problems }: State): string {
  const names = Object.keys(problems).map((key) => FIELDS[key.replace(/\..*/, '')] ?? key);
  return names.length > 0 ? RUN.fix([...new Set(names)].join(', ')) : '';
}

const FIELDS: Readonly<Record<string, string>> = {
  learningRate: TRAINING.learningRate,
  batchSize: TRAINING.batchSize,
  epochs: TRAINING.epochs,
  seed: TRAINING.seed,
  layers: TRAINING.layers,
};

function status({ run, progress, lastEpoch, epochs, outcome }: State): string {
  if (run === 'paused') return RUN.titlePaused;
  if (run === 'training' && progress) {
    const { epoch, examples, of } = progress;
    return RUN.title((epoch - 1 + examples / of) / lastEpoch, epoch, lastEpoch);
  }
  return outcome ? RUN.titleDone(percent(epochs.at(-1)?.accuracy)) : '';
}
