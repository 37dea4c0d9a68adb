// SPDX-License-Identifier: MIT
// What the network sees of a drawing.
import { ScratchpadError } from './errors.ts';
import type { MainModule } from './module.ts';
import type { Ask } from './protocol.ts';

/**
 * The image of some strokes, as large as the options say: 0 paper ... 255 ink, row by row.
 * @param units of layer 0
 * @throws ScratchpadError 'badState' when the image has another number of pixels
 */
export async function drawnImage(
  module: MainModule,
  units: number,
  { strokes, options }: Ask<'read'>,
): Promise<Uint8Array> {
  const { penWidth, penSoftness, size, deskew, keepSlips, frame } = options;
  const { width, height } = size ?? { width: 28, height: 28 };
  if (units !== width * height) {
    throw new ScratchpadError(
      'badState',
      `Drawings have ${width * height} pixels (${width} x ${height}), but layer 0 has ${units} ` +
        'units. Give read() that size.',
    );
  }
  const pen = { width: penWidth, softness: penSoftness };
  const ink = module.rasterise(strokes.points, strokes.ends, { pen, deskew, keepSlips, frame });
  if (!size) return ink;
  // A file of its own: few networks read images of another size.
  const { fitInk } = await import('./import/resample.ts');
  return fitInk({ width: 28, height: 28, ink }, size) ?? new Uint8Array(width * height);
}
