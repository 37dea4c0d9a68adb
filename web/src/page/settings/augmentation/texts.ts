// SPDX-License-Identifier: MIT
// The texts of what is done to the training images, and of what is mixed in among them.
import { count, percent } from '../../model/format.ts';
import { type MixedFieldName } from '../../model/setting-texts.ts';

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

/** What the question marks explain. */
export const MIXED_HELP: Readonly<Record<MixedFieldName, string>> = {
  shift: 'At most so many pixels to each side and up or down, such as 2. 0: off; at most 8.',
  scale: 'Larger or smaller by at most this share, such as 0.15, and a little wider or narrower.',
  rotation: 'Turned by at most so many degrees, such as 10, to the left or to the right.',
  shear: 'Slanted by at most this share of the height, such as 0.2, as handwriting leans.',
  elastic:
    'Elastic distortion (Simard 2003): a random field, smoothed with σ, moves each pixel; α is how ' +
    'far. The paper has α 34 and σ 4. 0: off.',
  elasticSigma:
    'How smooth the field of the elastic distortion is, in pixels: small crumples, large bends.',
  thickness: 'Strokes thicker or thinner by at most so many pixels, such as 0.7.',
  otherHands:
    'The share of digits among an epoch’s images that the page makes itself, in other hands than ' +
    'MNIST’s, new ones in each epoch. It helps to read what is drawn. 0: none.',
  drawings:
    'The share of your own kept drawings among an epoch’s images, each many times. 0: none. The ' +
    'same weights then need the same drawings.',
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
