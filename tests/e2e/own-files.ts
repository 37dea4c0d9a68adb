// SPDX-License-Identifier: MIT
// Files of the person’s own, as tests make them.
import { zipSync } from 'fflate';
import { bar, greyPng, text } from '../web/import/made-up-files.ts';

/** Pictures of two classes, and what does not belong there. */
export function zipOfPictures(pictures = 60): Uint8Array {
  const entries = Array.from({ length: pictures }, (_, i) => {
    const label = i % 2;
    // Dark ink on light paper, as most draw.
    const grey = bar(label, 20, i % 5).map((value) => 255 - value);
    return [`shapes/${label ? 'lying' : 'upright'}/${i}.png`, greyPng(grey, 20)] as const;
  });
  return zipSync({ ...Object.fromEntries(entries), 'shapes/lying/broken.png': text('no picture') });
}
