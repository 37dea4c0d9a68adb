// SPDX-License-Identifier: MIT
// The texts of what is done to the training images, and of what is mixed in among them.
import { count, percent } from '../../model/format.ts';

export const AUGMENTATION = {
  about:
    'Each training image is changed a little, anew in each epoch: so the network sees more hands ' +
    'than there are. 0 is off; the test images stay as they are.',
  image: (number: number) => `training image ${count(number)}`,
  together: 'All together',
  togetherOf: (number: number) => `All together, variant ${count(number)}`,
  alone: (name: string) => `${name} alone`,
  aloneOf: (name: string, number: number) => `${name} alone, variant ${count(number)}`,
  nothing: 'Nothing is changed yet. Write a number above 0 in a field.',
  previous: 'Previous image',
  next: 'Next image',
  again: 'Draw the variants again',
  waiting: 'Waiting for the data.',
};

export const HANDS = {
  about: 'Beside the training images an epoch can have other ones, so that it reads more hands.',
  preview: 'Generated digits',
  digit: (label: number) => `A generated ${label}`,
  others: 'Show others',
  drawings: (kept: number) =>
    kept === 0
      ? 'No drawing of yours is kept yet: draw, and say below the answer what it was.'
      : `${count(kept)} ${kept === 1 ? 'drawing is' : 'drawings are'} kept.`,
  /** Measured with the preset Quick. */
  effect: (share: number, without: Effect, with_: Effect) =>
    `Measured with Quick: a share of ${share} changes the right answers for MNIST’s test images ` +
    `from ${percent(without.accuracy, 2)} to ${percent(with_.accuracy, 2)}, and those for digits ` +
    `drawn by pen from ${percent(without.drawn)} to ${percent(with_.drawn)}.`,
};

interface Effect {
  readonly accuracy: number;
  readonly drawn: number;
}
