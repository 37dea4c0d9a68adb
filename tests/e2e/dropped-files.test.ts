// SPDX-License-Identifier: MIT
// Data that comes as people have it: a folder of JPEGs, and Fashion-MNIST's four.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { bar, idx } from '../web/import/made-up-files.ts';
import { accept, layers, panel } from './own-data-under-test.ts';
import { expect, setField, test, trainToTheEnd } from './page-under-test.ts';

/** Drops what is on the disk, through the browser's own drag and drop: folders too. */
async function dropFromDisk(page: Page, paths: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
  }
  await session.detach();
}

/** The grey values as the bytes of a JPEG, which the browser makes. */
async function jpeg(page: Page, grey: Uint8Array, side: number): Promise<Buffer> {
  const base64 = await page.evaluate(
    async ([values, width]) => {
      const canvas = new OffscreenCanvas(width, values.length / width);
      const context = canvas.getContext('2d');
      const image = new ImageData(canvas.width, canvas.height);
      values.forEach((value, i) => image.data.set([value, value, value, 255], 4 * i));
      context?.putImageData(image, 0, 0);
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
      return btoa(String.fromCharCode(...new Uint8Array(await blob.arrayBuffer())));
    },
    [[...grey], side] as const,
  );
  return Buffer.from(base64, 'base64');
}

test.describe('from the disk', () => {
  let root = '';
  test.beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'mlp-dropped-'))));
  test.afterEach(() => rmSync(root, { recursive: true }));

  test('a folder of JPEGs is dropped', async ({ page, watched }) => {
    await watched.open();
    for (let i = 0; i < 40; i += 1) {
      const folder = join(root, 'shapes', i % 2 ? 'lying' : 'upright');
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `${i}.jpg`), await jpeg(page, bar(i % 2, 24, i % 4), 24));
    }
    writeFileSync(join(root, 'shapes', 'lying', 'cut.jpg'), Uint8Array.of(0xff, 0xd8, 0xff, 0xe0));
    await dropFromDisk(page, [join(root, 'shapes')]);
    await expect(panel(page)).toContainText('32 images to train on, 8 to test, of 2 classes');
    await expect(panel(page)).toContainText('shapes/lying/cut.jpg: is no picture');
    await accept(page);
    await expect(page.getByText('shapes is loaded.')).toBeVisible();
    await setField(page, 'Batch size', '4');
    await setField(page, 'Epochs', '5');
    await trainToTheEnd(page, 5);
    await expect(page.getByRole('status', { name: 'Test accuracy' })).toHaveText('100.0 %');
  });

  test("files of Fashion-MNIST's form and names are dropped", async ({ page, watched }) => {
    // Ten classes: bars at ten places.
    const side = 28;
    const picture = (label: number) =>
      Array.from({ length: side * side }, (_, at) =>
        Math.abs((at % side) - 3 - 2 * label) < 2 ? 90 + ((at * 37) % 160) : (at * 11) % 20,
      );
    const parts = { train: 600, t10k: 100 };
    for (const [part, count] of Object.entries(parts)) {
      const labels = Array.from({ length: count }, (_, i) => (i * 7) % 10);
      const files = {
        'images-idx3': idx([count, side, side], labels.flatMap(picture)),
        'labels-idx1': idx([count], labels),
      };
      for (const [what, bytes] of Object.entries(files)) {
        writeFileSync(join(root, `${part}-${what}-ubyte.gz`), gzipSync(bytes));
      }
    }
    await watched.open();
    await dropFromDisk(page, [
      join(root, 'train-images-idx3-ubyte.gz'),
      join(root, 'train-labels-idx1-ubyte.gz'),
      join(root, 't10k-images-idx3-ubyte.gz'),
      join(root, 't10k-labels-idx1-ubyte.gz'),
    ]);
    await expect(panel(page)).toContainText('600 images to train on, 100 to test, of 10 classes');
    await accept(page);
    await expect(layers(page)).toContainText('784 – 128 – 64 – 10');
    await setField(page, 'Batch size', '16');
    await setField(page, 'Epochs', '5');
    await trainToTheEnd(page, 5);
    await expect(page.getByRole('status', { name: 'Test accuracy' })).toHaveText('100.0 %');
  });
});
