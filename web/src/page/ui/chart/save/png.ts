// SPDX-License-Identifier: MIT
import { TOOLS } from '../texts.ts';
import { HEIGHT, WIDTH } from './frame.ts';

/** Canvas pixels per pixel of the drawing. */
const SCALE = 2;

/** Paints the drawing on a canvas, so that both files look the same. */
export async function toPng(svg: string): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = SCALE * WIDTH;
    canvas.height = SCALE * HEIGHT;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error(TOOLS.noPicture)))),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}
