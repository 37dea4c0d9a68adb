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
  const pen = { width: penWidth, softness: penSoftness };
  let image = module.rasterise(strokes.points, strokes.ends, { pen, deskew, keepSlips, frame });
  if (size) {
    // A file of its own: few networks read images of another size.
    const { fitInk } = await import('./import/resample.ts');
    image = fitInk({ width: 28, height: 28, ink: image }, size) ?? new Uint8Array(width * height);
  }
  if (image.every((byte) => byte === 0)) {
    return { image, empty: true, probabilities: new Float32Array() };
  }
  const { status, probabilities } = trainer.predict(image, copies);
  check(module, status);
  return { image, empty: false, probabilities };
}
