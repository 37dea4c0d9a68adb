// SPDX-License-Identifier: MIT
import { type DataLook, classWord, nameOf } from '../model/data-look.ts';
import type { Sides } from '../model/data-look.ts';
import type { DataImage } from '../model/state.ts';
import { count, percent } from '../model/format.ts';
import type { Guess } from '../model/certainty.ts';
import { aDigit } from '../model/texts.ts';
export const PAD = {
  /** In 'About: ...'. */
  about: 'drawing',
  here: (look: DataLook) => `draw a ${classWord(look).drawn} here`,
  empty: (look: DataLook) => `draw a ${classWord(look).drawn}`,
  image: ({ part, number, label }: DataImage, look: DataLook) =>
    `${part === 'test' ? 'test' : 'training'} image ${count(number)}, labelled ${nameOf(look, label)}`,
  keys:
    'Draw with mouse, pen or finger. By keyboard: the arrow keys move, the space bar puts the pen ' +
    'down and lifts it, Backspace undoes a stroke, Delete clears.',
  seen: 'seen as',
  seenLabel: ({ width, height }: Sides) => `What the network sees: ${width} by ${height} pixels`,
  sure: (share: number) => `${percent(share)} sure`,
  or: (guess: string) => `or ${guess}?`,
  unsure: (first: Guess, second: Guess) =>
    `Not sure: ${percent(first.share, 0)} or ${percent(second.share, 0)}`,
  unsureSpoken: (second: string) => `Not sure; it may be ${second}.`,
  untrained: 'Not trained yet: a guess.',
  options: 'How the drawing is read',
  deskew: 'Deskew',
  deskewAbout: 'Sets a slanting drawing upright before the network sees it.',
  yesA: (digit: number) => `yes, ${aDigit(digit)}`,
  no: 'no',
  yes: 'yes',
};

/** Of the yes/no question. */
export const YES_NO_SHORT = {
  probability: (digit: string, share: number) => `probability of a ${digit}: ${percent(share)}`,
  unsure: (probability: string) => `Not sure; ${probability}`,
};
