// SPDX-License-Identifier: MIT
import { type DataLook, classWord } from '../model/data-look.ts';
import { count, percent, duration } from '../model/format.ts';
export const RUN = {
  first: (look: DataLook) => `Press Train, then draw a ${classWord(look).drawn}.`,
  controls: 'these buttons',
  firstOfPart:
    'Train may begin on the images that are here; all of them give the same weights again.',
  fix: (fields: string) => `Training waits for a valid setting: ${fields}.`,
  progress: 'Progress of the training',
  epoch: (epoch: number, last: number) => `epoch ${count(epoch)} of ${count(last)}`,
  spoken: (epoch: number, last: number, accuracy: number | null) =>
    `epoch ${count(epoch)} of ${count(last)}` +
    (accuracy === null ? '' : `, test accuracy ${percent(accuracy)}`),
  costSoFar: 'cost so far',
  elapsed: (seconds: number) => `${duration(seconds)} elapsed`,
  left: (seconds: number) => `${duration(seconds)} left`,
  paused: (epoch: number) => `Paused in epoch ${count(epoch)}. Train goes on from here.`,
  stepped: (epoch: number, examples: number, of: number) =>
    `One batch done. Epoch ${count(epoch)}: ${count(examples)} of ${count(of)} images.`,
  ofPart:
    'It began before all images had arrived; Reset and Train give the weights of the settings and the seed.',
  doneWithoutTest: (epochs: number, seconds: number) =>
    `Done: ${count(epochs)} ${epochs === 1 ? 'epoch' : 'epochs'} in ${duration(seconds)}.`,
  renewed: (seed: number) =>
    `A new network with the first weights of seed ${seed}; the old one is kept.`,
  reset: 'Back at the first weights; what was learned is kept.',
  undo: 'Undo, bring the trained network back',
  unkept: (reason: string) =>
    `The run could not be kept (${reason}), so nothing was changed. Do it again to go on without.`,
  crashed: 'The data is being loaded again, and the network is back at its first weights.',
  title: (share: number, epoch: number, last: number) =>
    `${Math.floor(100 * share)} % · epoch ${epoch} of ${last}`,
  titlePaused: 'paused',
  titleDone: (accuracy: string) => `${accuracy} done`,
  rate: (learningRate: number) => `rate ${Number(learningRate.toPrecision(3))}`,
  early: (epochs: number, seconds: number, patience: number, kept: number) =>
    `Early stopping after ${count(epochs)} ${epochs === 1 ? 'epoch' : 'epochs'} and ` +
    `${duration(seconds)}: the last ${patience === 1 ? 'one' : count(patience)} brought no lower ` +
    `validation cost. The network has the weights of epoch ${count(kept)} again.`,
  rightly: (examples: number, correct: number) =>
    `It classifies ${count(correct)} of ${count(examples)} test images correctly, ` +
    `${percent(correct / examples, 2)}.`,
  /** Beside the accuracy, where there is little room. */
  alwaysNoShort: (share: number) => `always saying no: ${percent(share)}`,
};

export const CHARTS = {
  training: 'training',
  test: 'test',
  soFar: 'under way',
  costEmpty: 'The cost of each epoch will be plotted here.',
  accuracyEmpty: 'And here the share of test images classified correctly.',
  columns: ['epoch', 'training cost', 'test cost', 'test accuracy', 'seconds'],
  scrollable: 'Table, scrolls',
  notShown: (epochs: number) => `${count(epochs)} earlier epochs are not shown`,
  validation: 'validation',
  validationCost: 'validation cost',
  validationAccuracy: 'validation accuracy',
  f1Column: 'test F1',
};
