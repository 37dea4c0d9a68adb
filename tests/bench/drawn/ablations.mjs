// SPDX-License-Identifier: MIT
// What each step between the pad and the network contributes: the same drawings without it.
const SIDE = 28;

/** The image moved by whole pixels; what leaves it is lost. */
function moved(image, dx, dy) {
  const result = new Uint8Array(image.length);
  for (let y = 0; y < SIDE; y += 1) {
    for (let x = 0; x < SIDE; x += 1) {
      const [toX, toY] = [x + dx, y + dy];
      if (toX >= 0 && toX < SIDE && toY >= 0 && toY < SIDE) {
        result[toY * SIDE + toX] = image[y * SIDE + x];
      }
    }
  }
  return result;
}

/** The box of the ink in the middle, instead of the centre of mass. */
function centredByBox(image) {
  const inked = [...image.keys()].filter((i) => image[i] > 0);
  const xs = inked.map((i) => i % SIDE);
  const ys = inked.map((i) => Math.floor(i / SIDE));
  const shift = (values) => Math.round((SIDE - 1 - Math.max(...values) - Math.min(...values)) / 2);
  return moved(image, shift(xs), shift(ys));
}

/** In shades of nothing and all. */
const hard = (image) => image.map((ink) => (ink >= 128 ? 255 : 0));

/**
 * Each {name, options: of Trainer.read(), change: of the images, as readChanged() has it}. Drawings are
 * as high as some 200 units, so that a frame of 280 shows them as large as the pad does.
 */
export const ABLATIONS = [
  {
    name: 'neither fitted to 20 x 20 nor centred: in the corner of the pad',
    options: { frame: 280 },
  },
  { name: 'the box of the ink in the middle, not the centre of mass', change: centredByBox },
  { name: 'the centre of mass 2 pixels to the right', change: (image) => moved(image, 2, 0) },
  { name: 'the centre of mass 2 pixels lower', change: (image) => moved(image, 0, 2) },
  { name: 'ink or paper, no grey edges', change: hard },
  { name: 'edges of half a pixel', options: { penSoftness: 0.5 } },
  { name: 'edges of two pixels', options: { penSoftness: 2 } },
  { name: 'a pen of 1.4 pixels, not 2.4', options: { penWidth: 1.4 } },
  { name: 'a pen of 1.9 pixels', options: { penWidth: 1.9 } },
  { name: 'a pen of 2.9 pixels', options: { penWidth: 2.9 } },
  { name: 'a pen of 4 pixels', options: { penWidth: 4 } },
  { name: 'slips of the pen kept', options: { keepSlips: true } },
  { name: 'deskewed', options: { deskew: true } },
  { name: 'the mean of 5 copies', options: { copies: 5 } },
  { name: 'the mean of 9 copies', options: { copies: 9 } },
];
