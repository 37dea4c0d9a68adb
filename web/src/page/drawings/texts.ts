// SPDX-License-Identifier: MIT
// The texts of the person's own drawings. The names that tests hold on to are in capitals.
import { count, duration, percent } from '../model/format.ts';
import type { Learned, Reached } from '../model/drawings-state.ts';
import { aDigit } from '../model/texts.ts';

export const NAMES = {
  correct: 'That was a …',
  panel: 'My drawings',
  learn: 'Learn from my drawings',
  stop: 'Stop learning',
} as const;

const drawings = (number: number): string =>
  number === 1 ? '1 drawing' : `${count(number)} drawings`;

export const DRAWINGS = {
  /** In the panel 'Storage'. */
  all: 'Drawings',
  isA: (digit: number) => `That was ${aDigit(digit)}`,
  kept: (number: number) => `${drawings(number)} kept`,
  changed: 'Kept as it was before. Now it is a …',
  keptAs: (label: number) => `Kept as ${aDigit(label)}.`,
  undo: 'Undo',
  undoKeep: 'Undo: do not keep this label',
  full: (most: number) =>
    `${count(most)} drawings are kept, which is the most. Delete some under Data, My drawings.`,
  problem: (reason: string) => `Not all could be stored, only held in this tab: ${reason}`,
  noneToLearn: 'There is no drawing of yours to learn from. Draw a digit and say what it was.',
  digitsOnly: 'Drawings are of digits; this data is not MNIST’s kind.',
  trainFirst: 'Press Train first; then the network can learn from your drawings.',
  learning: (fraction: number) => `Learning from your drawings: ${percent(fraction, 0)}`,
  learned: ({ drawings: of, before, after, seconds }: Learned) =>
    `Learned from ${of === 1 ? 'your drawing' : `your ${drawings(of)}`} in ${duration(seconds)}. ` +
    `Read correctly: ${count(before.right)} before, ${count(after.right)} now. ` +
    accuracies(before, after),
  stopped: (seconds: number) =>
    `Stopped after ${duration(seconds)}; the network is what it was before.`,
};

function accuracies({ accuracy: before }: Reached, { accuracy: after }: Reached): string {
  return before === null || after === null
    ? ''
    : `Test accuracy: ${percent(before, 2)} before, ${percent(after, 2)} now.`;
}

/** Of the panel in the view 'Data'. */
export const PANEL = {
  about:
    'What you drew and told the label of. The network can learn from them, beside the training ' +
    'images, so that it reads your hand better.',
  lasting: 'They stay in this browser, also after a reload, and are never sent anywhere.',
  passing:
    'This browser lets the page store nothing, so they stay until this tab is closed. They are ' +
    'never sent anywhere.',
  loading: 'Fetching them …',
  none: 'None yet. Draw a digit on the pad, and choose below the answer what it was.',
  choose: 'Choose one to change its label or to delete it.',
  lines: (label: number, answer: number | null): string[] => [String(label), read(label, answer)],
  picture: (number: number, label: number, answer: number | null) =>
    `Drawing ${count(number)}, ${aDigit(label)}, ${read(label, answer)}`,
  image: (number: number) => `Drawing ${count(number)} as the network saw it: 28 by 28 pixels`,
  label: (number: number) => `Drawing ${count(number)} is a …`,
  isA: (digit: number) => `It is ${aDigit(digit)}`,
  remove: 'Delete',
  removeOf: (number: number) => `Delete drawing ${count(number)}`,
  removed: (number: number) =>
    number === 1 ? '1 drawing is deleted.' : `${count(number)} drawings are deleted.`,
  undo: 'Undo',
  undoRemove: 'Undo: keep what was deleted',
  removeAll: 'Delete all',
  files: 'Save as files:',
  strokes: 'Strokes',
  strokesTitle: 'One drawing a line, as JSON: its label and its strokes',
  images: 'Images',
  imagesTitle: 'All images in the form of MNIST’s: IDX, gzipped',
  labels: 'Labels',
  labelsTitle: 'The labels of the images, in their order: IDX, gzipped',
  result: 'What learning gave',
  columns: ['classified correctly', 'before', 'now'],
  share: (right: number, of: number) => `${count(right)} of ${count(of)}`,
  own: (of: number) => `Your ${drawings(of)}`,
  test: 'Test images',
};

function read(label: number, answer: number | null): string {
  if (answer === null) return 'was read as no';
  return answer === label ? 'was read so' : `was read as ${answer}`;
}
