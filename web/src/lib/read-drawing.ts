// SPDX-License-Identifier: MIT
// What the network sees of a drawing, and what it makes of it.
import { ScratchpadError } from './errors.ts';
import type { Core } from './jobs/core.ts';
import { check } from './module.ts';
import type { Ask } from './protocol.ts';
import type { Reading } from './results.ts';

/**
 * The image of some strokes, as large as the options say, and the network's answer to it.
 * @throws ScratchpadError 'badState' when the image has not as many pixels as layer 0 has units
 */
export async function readDrawing(
  { module, trainer, network }: Pick<Core, 'module' | 'trainer' | 'network'>,
  { strokes, options }: Ask<'read'>,
): Promise<Reading> {
  const { penWidth, penSoftness, size, deskew, keepSlips, frame, copies } = options;
  const { width, height } = size ?? { width: 28, height: 28 };
  const [units = 0] = network.layers;
  if (units !== width * height) {
    throw new ScratchpadError(
      'badState',
      `Drawings have ${width * height} pixels (${width} x ${height}), but layer 0 has ${units} ` +
        'units. Give read() that size.',
    );
  }
  const { points, ends } = strokes;
  const pen = { width: penWidth, softness: penSoftness };
  const how = { pen, deskew, keepSlips, frame };
  // An image of another size is made of the usual one, and answered then.
  const { status, ...read } = trainer.read(points, ends, how, size ? 0 : copies);
  check(module, status);
  if (!size) return { ...read, empty: read.probabilities.length === 0 };
  // A file of its own: few networks read images of another size.
  const { fitInk } = await import('./import/resample.ts');
  const image = fitInk({ width: 28, height: 28, ink: read.image }, size);
  if (!image) {
    return { image: new Uint8Array(units), empty: true, probabilities: read.probabilities };
  }
  const predicted = trainer.predict(image, copies);
  check(module, predicted.status);
  return { image, empty: false, probabilities: predicted.probabilities };
}
