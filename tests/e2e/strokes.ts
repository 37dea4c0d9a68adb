// SPDX-License-Identifier: MIT
// Real digits as pen strokes, from the folder shared/ beside the checkout.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { sharedFolder } from '../web/shared-folder.ts';

export interface Drawing {
  readonly label: number;
  readonly writer: number;
  /** Each stroke: x and y by turns, y downward, with the box's corner at 0, 0. */
  readonly strokes: readonly (readonly number[])[];
}

/** Made up, for where any digit will do. */
export const SEVEN: Pick<Drawing, 'strokes'> = { strokes: [[10, 10, 60, 10, 30, 90]] };

/** Drawings of the digits 0 ... 9 by turns, `each` of every digit; null where there are none. */
export function drawings(each: number): Drawing[] | null {
  const folder = sharedFolder('strokes');
  if (folder === null) return null;
  const text = gunzipSync(readFileSync(join(folder, 'pendigits-tra.jsonl.gz'))).toString();
  const all = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Drawing);
  return Array.from({ length: each }, (_, i) =>
    Array.from({ length: 10 }, (__, digit) => all.filter(({ label }) => label === digit)[97 * i]),
  )
    .flat()
    .filter((drawing) => drawing !== undefined);
}

/** Draws with the mouse, as large as fits in the middle of the pad. */
export async function draw(page: Page, { strokes }: Pick<Drawing, 'strokes'>): Promise<void> {
  const box = await page.getByLabel('Drawing pad', { exact: true }).boundingBox();
  if (!box) throw new Error('no drawing pad');
  const xs = strokes.flatMap((stroke) => stroke.filter((_, i) => i % 2 === 0));
  const ys = strokes.flatMap((stroke) => stroke.filter((_, i) => i % 2 === 1));
  const [width, height] = [Math.max(...xs), Math.max(...ys)];
  const scale = (0.7 * Math.min(box.width, box.height)) / Math.max(width, height);
  const left = box.x + (box.width - scale * width) / 2;
  const top = box.y + (box.height - scale * height) / 2;
  for (const stroke of strokes) {
    for (let i = 0; i < stroke.length; i += 2) {
      await page.mouse.move(left + scale * (stroke[i] ?? 0), top + scale * (stroke[i + 1] ?? 0));
      if (i === 0) await page.mouse.down();
    }
    await page.mouse.up();
  }
}
