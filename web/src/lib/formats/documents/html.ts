// SPDX-License-Identifier: MIT
import { badData } from '../../errors.ts';
import { toUtf8 } from '../bytes.ts';
import type { Model } from '../model.ts';
import { factsOf, titleOf } from './describe.ts';
import { htmlText, jsonText } from './escape.ts';
import { ANSWER, FIT } from './html/answer.ts';
import { PAD } from './html/pad.ts';
import { htmlPage } from './html/page.ts';
import { RASTER } from './html/raster.ts';
import { floatsOf, plainNetwork, sidesOf } from './network.ts';

/** Of base64: bytes that are joined at once; String.fromCharCode() takes no more than some 65,000. */
const PIECE = 0x8000;

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) {
    text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  }
  return btoa(text);
}

/** How a drawing is brought to the images' size; null where that is as in MNIST. */
function frameOf(model: Model): { width: number; height: number; box: number } | null {
  const { width, height } = sidesOf(model);
  if (height === 1) {
    badData(
      `The file would have a pad to draw on, but nothing says how wide the images of ${width} ` +
        'pixels are. Give notes.width and notes.height.',
    );
  }
  if (width === 28 && height === 28) return null;
  const box = model.notes.inkSide ?? (20 / 28) * Math.max(width, height);
  return { width, height, box: Math.max(1, Math.round(box)) };
}

/**
 * One HTML file with a pad, the network, and what reads drawings as the page does: by the same
 * rasteriser, of pens as wide, without deskewing. It works from file:// and asks no network.
 * @throws ScratchpadError 'badData' when the images' sides are not known, or the numbers not finite
 */
export function writeHtml(model: Model): Uint8Array {
  const { layers, hidden, output, classes } = plainNetwork(model);
  const frame = frameOf(model);
  const { width, height } = frame ?? { width: 28, height: 28 };
  const digits = classes.every((name) => /^\d$/.test(name)) || output === 'sigmoid';
  const ask = digits && frame === null ? 'draw a digit' : 'draw a picture';
  const page = htmlPage({
    title: htmlText(titleOf(model)),
    facts: factsOf(model).map(htmlText),
    network: jsonText({ layers, hidden, output, classes, frame, ask }),
    weights: base64(floatsOf(model.snapshot.layers)),
    seenWidth: width,
    seenHeight: height,
    reader: RASTER + (frame ? FIT : '') + ANSWER,
    pad: PAD,
  });
  return toUtf8(page);
}
