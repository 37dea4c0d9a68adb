// SPDX-License-Identifier: MIT
// PNG, JPEG and what else a browser can decode, by the browser itself.
import { ScratchpadError } from '../errors.ts';
import type { DecodedPicture, ImportOptions } from './types.ts';

type Decode = NonNullable<ImportOptions['decode']>;

/** Rows that are taken out of a picture at once: a canvas has a largest height. */
const STRIP = 4096;

/** More pixels than this take more memory than a tab should have. */
const MOST_PIXELS = 2 ** 26;

/** @throws ScratchpadError 'unsupported' where pictures cannot be decoded */
export function decoderOf({ decode }: ImportOptions): Decode {
  if (decode) return decode;
  if (typeof createImageBitmap === 'function' && typeof OffscreenCanvas === 'function') {
    return decodeInBrowser;
  }
  throw new ScratchpadError(
    'unsupported',
    'Pictures cannot be decoded here. Give readData() the option decode, a function from the bytes ' +
      'of a PNG or JPEG to { width, height, data } with 4 bytes a pixel.',
  );
}

async function decodeInBrowser(bytes: Uint8Array<ArrayBuffer>): Promise<DecodedPicture> {
  const bitmap = await createImageBitmap(new Blob([bytes]));
  try {
    const { width, height } = bitmap;
    if (width * height > MOST_PIXELS) {
      throw new ScratchpadError('badData', `has ${width} x ${height} pixels, which are too many`);
    }
    const data = new Uint8ClampedArray(4 * width * height);
    const canvas = new OffscreenCanvas(width, Math.min(height, STRIP));
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new ScratchpadError('unsupported', 'This browser gives no canvas.');
    for (let top = 0; top < height; top += STRIP) {
      const rows = Math.min(STRIP, height - top);
      context.clearRect(0, 0, width, rows);
      context.drawImage(bitmap, 0, top, width, rows, 0, 0, width, rows);
      data.set(context.getImageData(0, 0, width, rows).data, 4 * width * top);
    }
    return { width, height, data };
  } finally {
    bitmap.close();
  }
}
