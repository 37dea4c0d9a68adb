// SPDX-License-Identifier: MIT
// The texts of the view 'Data'. The names that tests hold on to are in capitals.
import { classWord, type DataLook, nameOf } from '../../model/data-look.ts';
import { count, percent } from '../../model/format.ts';
import { GALLERY } from '../../ui/gallery/texts.ts';

export const NAMES = {
  view: 'Data',
  images: 'Images',
  counts: (look: DataLook) => `Images of each ${classWord(look).one}`,
  train: 'Training images',
  test: 'Test images',
} as const;

export const BROWSER = {
  waiting: 'Waiting for the data.',
  part: 'Which images',
  parts: { train: NAMES.train, test: NAMES.test },
  about:
    'The network learns from the training images. The test images are kept back, to see how it ' +
    'answers what it has not learned from.',
  arriving: (examples: number, expected: number) =>
    `${count(examples)} of ${count(expected)} are here; more are on their way.`,
  all: 'all',
  howToFilter: (look: DataLook) => `Choose a ${classWord(look).one} to see its images alone.`,
  countOf: (look: DataLook, digit: number | null, images: number, of: number) =>
    `${digit === null ? `all ${classWord(look).all}` : `${classWord(look).one} ${nameOf(look, digit)}`}: ${count(images)} images` +
    (digit === null ? '' : `, ${percent(images / of)}`),
  title: (look: DataLook, part: 'train' | 'test', digit: number | null) =>
    digit === null ? NAMES[part] : `${NAMES[part]} of a ${nameOf(look, digit)}`,
  range: (first: number, last: number, total: number) =>
    total === 0 ? 'No images.' : `${count(first)} to ${count(last)} of ${count(total)}`,
  searching: (fraction: number) => `Looking for them: ${percent(fraction, 0)} of the labels read …`,
  lines: (look: DataLook, number: number, label: number): string[] => [
    nameOf(look, label),
    GALLERY.number(number),
  ],
};
