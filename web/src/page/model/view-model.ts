// SPDX-License-Identifier: MIT
// What the components are told, worked out from the state.
import type { Epoch } from '../../lib/results.ts';
import { changesWhileTraining, settingName } from './change-texts.ts';
import { accuracyData, costData } from '../train/chart-data.ts';
import { percent } from './format.ts';
import { presetOf } from './presets.ts';
import { isTrained, type State, usable } from './store.ts';
import { CHARTS, RUN } from '../texts.ts';
import { METHODS } from './setting-texts.ts';

const validation = {
  name: METHODS.validation,
  colour: '--muted',
  width: 2,
  dash: [9, 3, 2, 3],
  points: true,
  momentary: true,
};

/** Told apart by dash and key too, not by colour alone. */
export const chartLines = {
  cost: [
    { name: CHARTS.training, colour: '--accent', width: 2, dash: [], points: true },
    { name: CHARTS.test, colour: '--ink', width: 2, dash: [5, 4], points: true },
    validation,
    {
      name: CHARTS.soFar,
      colour: '--accent',
      width: 1.5,
      dash: [2, 3],
      points: false,
      momentary: true,
    },
  ],
  accuracy: [
    { name: '', fullName: CHARTS.test, colour: '--ink', width: 2, dash: [5, 4], points: true },
    validation,
  ],
};

/** Which figure of an epoch a chart shows of other runs. */
export const measures = {
  cost: ({ cost, testCost }: Epoch) => testCost ?? cost,
  accuracy: ({ accuracy }: Epoch) => accuracy,
};

export function view(state: State) {
  const { data, epochs, trail, network, training, reading, scores } = state;
  const ready = usable(data) !== null;
  return {
    ready,
    /** Nothing stands in the way of Train, Step and Reset but the settings. */
    free: ready && state.busy === null,
    /** Why training cannot start. */
    reason: reason(state),
    /** What to do first. */
    hint: data.kind === 'arriving' ? RUN.firstOfPart : ready ? RUN.first : '',
    status: status(state),
    positive: network.output === 'sigmoid' ? network.positive : null,
    trained: isTrained(state),
    preset: presetOf({ network, training }),
    /** What became of settings that were changed meanwhile. */
    changes: changesWhileTraining(state),
    scheduled: training.schedule !== 'constant',
    latest: epochs.at(-1) ?? null,
    /** What went wrong with the data is said once, where the data is. */
    notice: data.kind === 'failed' && data.message === state.notice?.text ? null : state.notice,
    /** Nothing has run yet, and nothing has gone wrong. */
    quiet:
      state.run === 'idle' &&
      !state.progress &&
      !state.step &&
      !state.notice &&
      data.kind !== 'failed',
    /** Of the weights as they are. */
    testAccuracy: atPresent(state)?.accuracy ?? null,
    /** Of the yes/no question: the share of test images for which no is right. */
    alwaysNo: scores ? 1 - scores.yes.reduce((sum, yes) => sum + yes, 0) / scores.yes.length : null,
    cost: costData(epochs, trail),
    accuracy: accuracyData(epochs),
    reading,
  };
}

function reason(state: State): string {
  const { busy, data } = state;
  // That is over in a moment, most often, and what is below should not move for it.
  if (busy) return busy === 'committee' ? '' : RUN.busy[busy];
  if (usable(data)) return wrongSettings(state);
  return data.kind === 'failed' ? '' : RUN.waiting;
}

function wrongSettings({ problems }: State): string {
  const names = Object.keys(problems).map((key) => settingName(key.replace(/\..*/, '')));
  return names.length > 0 ? RUN.fix([...new Set(names)].join(', ')) : '';
}

/** The epoch whose weights the network has. */
function atPresent({ epochs, kept }: State): Epoch | undefined {
  return epochs.find(({ epoch }) => epoch === kept) ?? epochs.at(-1);
}

function status(state: State): string {
  const { run, progress, lastEpoch, outcome } = state;
  if (state.busyText) return state.busyText;
  if (run === 'paused') return RUN.titlePaused;
  if (run === 'training' && progress) {
    const { epoch, examples, of } = progress;
    return RUN.title((epoch - 1 + examples / of) / lastEpoch, epoch, lastEpoch);
  }
  return outcome ? RUN.titleDone(percent(atPresent(state)?.accuracy)) : '';
}
