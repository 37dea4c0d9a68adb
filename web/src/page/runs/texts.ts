// SPDX-License-Identifier: MIT
// The texts of the view 'Runs'.
import { count, duration, megabytes, percent } from '../model/format.ts';
import type { DataLook } from '../model/data-look.ts';
import type { LearnedFrom } from '../model/learned-from.ts';
import type { DataChoice } from '../model/learned-from.ts';

const dateAndTime = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

const CHOICES: Record<DataChoice, string> = {
  mnist: 'MNIST',
  generated: 'generated digits',
  own: 'own data',
};

function dataOf({ choice, own }: LearnedFrom): string {
  // Two sets of files may have one name.
  return choice === 'own' && own
    ? `own data ‘${own.name}’ (${own.sha256.slice(0, 6)})`
    : CHOICES[choice];
}

/** 28 × 28 pixels of 10 classes (0, 1, 2 …) */
function sizeOf({ width, height, classes }: DataLook): string {
  const names = classes.slice(0, 3).join(', ') + (classes.length > 3 ? ' …' : '');
  return `${width} × ${height} pixels in ${classes.length} classes (${names})`;
}

/** Why a network cannot be trained on what is loaded. */
export const OTHER_SIZE = (network: DataLook, data: DataLook): string =>
  `This network is for images of ${sizeOf(network)}; those that are loaded have ${sizeOf(data)}. ` +
  'To train, load data that fits, or press Reset for a network that fits this data.';

interface Named {
  readonly name: string;
  readonly number: number;
}

const nameOf = ({ name, number }: Named): string => name || `Run ${number}`;

export const RUNS = {
  title: 'Runs',
  list: 'Kept runs',
  /** In the panel 'Storage'. */
  kept: 'Runs and their weights',
  none:
    'No run is kept yet. Each one that you train is kept here: its settings, its curve, its ' +
    'figures and its weights.',
  about: (runs: number, bytes: number, mostRuns: number, mostBytes: number) =>
    `${count(runs)} of at most ${count(mostRuns)} runs are kept, ${megabytes(bytes)} of at most ` +
    `${megabytes(mostBytes)}; beyond that the oldest without a name make room.`,
  lasting: 'They stay in this browser, also after a reload, and are never sent anywhere.',
  passing:
    'This browser lets the page store nothing, so they stay until this tab is closed. They are ' +
    'never sent anywhere.',
  gone: (runs: number) =>
    runs === 1 ? 'The oldest one had to make room.' : `The oldest ${count(runs)} had to make room.`,
  problem: (reason: string) => `Not all could be stored, only held in this tab: ${reason}`,
  notKept: (reason: string) =>
    `This browser cannot keep the run while it trains (${reason}), so it would be lost with this ` +
    'tab. Training itself goes on as before.',
  passingRun:
    'This browser lets the page store nothing, so what is trained here lasts as long as this tab.',
  underWay: 'A run is under way; it will stand here at its next pause or its end.',
  name: nameOf,
  number: (number: number) => `Run ${number}`,
  nameOf: (number: number) => `Name of run ${number}`,
  present: 'on the page now',
  ofSweep: 'from a sweep',
  from: (number: number) => `went on from run ${number}`,
  pausedIn: (epoch: number, last: number) => `paused in epoch ${count(epoch)} of ${count(last)}`,
  epochs: (epochs: number) => `${count(epochs)} ${epochs === 1 ? 'epoch' : 'epochs'}`,
  accuracy: (share: number | null | undefined) => `test ${percent(share, 2)}`,
  duration,
  when: (time: number) => dateAndTime.format(time),
  restore: 'Restore',
  restoreOf: (name: string) => `Restore ${name}`,
  remove: 'Delete',
  removeOf: (name: string) => `Delete ${name}`,
  removed: (name: string) => `${name} is deleted.`,
  undo: 'Undo',
  undoOf: (name: string) => `Undo: keep ${name}`,
  overlay: 'In the charts',
  overlayOf: (name: string) => `${name} in the charts`,
  costs: 'Test cost of the runs in the charts',
  accuracies: 'Test accuracy of the runs in the charts',
  compare: 'Compare',
  compareOf: (name: string) => `Compare ${name}`,
  mostOverlays: (most: number) => `At most ${most} runs are drawn at once.`,
  compareHint: 'Choose ‘Compare’ at two runs or more to see them side by side.',
  otherSize:
    'This run was trained on own data, with images or classes of other numbers than those that are ' +
    'loaded. Choose its files again under ‘Own data’, then restore it. Nothing was changed.',
  restored: (run: Named & LearnedFrom, sameData: boolean) => {
    const { choice, own } = run;
    const name = nameOf(run);
    if (sameData && choice === 'own' && !own) {
      return `${name} is back. Which own data it learned from was not noted; Train goes on with what is loaded.`;
    }
    if (sameData) return `${name} is back; Train goes on from there.`;
    return choice === 'own'
      ? `${name} is back. It learned from ${dataOf(run)}, which is not loaded. To go on with it, ` +
          'choose its files again under ‘Own data’, then restore the run.'
      : `${name} is back. It was trained on other data, which this copy of the page does not have.`;
  },
  restoredOther: (run: Named) => `${nameOf(run)} is back. Draw something, or look inside.`,
  missing: 'Its weights are not there any more, so the run cannot be brought back.',
  nothing: 'There is nothing to keep.',
  /** What it learned from. */
  data: dataOf,
  summary: {
    rate: (rate: string) => `rate ${rate}`,
    batch: (batch: number | string) => `batch ${typeof batch === 'number' ? count(batch) : batch}`,
    seed: (seed: number) => `seed ${seed}`,
    dropout: (share: number) => `dropout ${share}`,
    changed: (changes: number) =>
      changes === 1 ? 'changed once on the way' : `changed ${changes} times on the way`,
  },
};

export const COMPARISON = {
  title: 'Side by side',
  scrollable: 'Comparison, scrolls',
  row: 'setting or figure',
  settings: 'Settings',
  figures: 'Figures',
  differs: 'differs',
  data: 'Data',
  images: 'Training images',
  layers: 'Units of the layers',
  output: 'Question',
  classes: 'Which digit?',
  isIt: (digit: number) => `Is it a ${digit}?`,
  changes: 'Changed on the way',
  none: 'nothing',
  epochs: 'Epochs done',
  updates: 'Updates',
  cost: 'Training cost',
  testCost: 'Test cost',
  accuracy: 'Test accuracy',
  validation: 'Validation accuracy',
  seconds: 'Time of training',
  checksum: 'Weights, SHA-256',
};
