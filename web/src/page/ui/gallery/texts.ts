// SPDX-License-Identifier: MIT
// The texts of the galleries of images, in 'Look inside' and 'Data'.
import { type DataLook, nameOf } from '../../model/data-look.ts';
import { count } from '../../model/format.ts';

type Part = 'train' | 'test';

const imageOf = (part: Part, number: number): string =>
  `${part === 'test' ? 'test' : 'training'} image ${count(number)}`;

export const GALLERY = {
  image: imageOf,
  labelled: (look: DataLook, part: Part, number: number, label: number) =>
    `${imageOf(part, number)}, labelled ${nameOf(look, label)}`,
  choose: 'Choosing an image puts it on the drawing pad and into Step by step.',
  onPad: (part: Part, number: number) => `On the drawing pad: ${imageOf(part, number)}.`,
  stepByStep: 'See it step by step',
  number: (number: number) => `no. ${count(number)}`,
};

export const PAGES = {
  name: (what: string) => `Pages of ${what}`,
  first: 'First page',
  previous: 'Previous page',
  next: 'Next page',
  last: 'Last page',
  page: 'Page',
  of: (pages: number) => `of ${count(pages)}`,
};
