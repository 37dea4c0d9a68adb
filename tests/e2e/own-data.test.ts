// SPDX-License-Identifier: MIT
// Data of the person's own: dropped on the page, looked at, trained on.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bar, greyPng, idx, text } from '../web/import/made-up-files.ts';
import { expectGoodLooks } from './axe-looks.ts';
import { accept, drop, layers, panel, use } from './own-data-under-test.ts';
import { expect, prediction, setField, test, train, trainToTheEnd } from './page-under-test.ts';
import { draw, SEVEN } from './strokes.ts';
import { zipOfPictures } from './own-files.ts';

/** A line for each image of a bar. */
function csv(): Uint8Array {
  const line = (i: number): string => [i % 2, ...bar(i % 2, 10, i % 4)].join(',');
  return text(Array.from({ length: 50 }, (_, i) => line(i)).join('\n') + '\n3,1,2\n');
}

test('a CSV: lines that are bad are told, and the outputs follow', async ({ page, watched }) => {
  await watched.open();
  await page.getByRole('button', { name: 'Own data' }).click();
  await expect(panel(page)).toContainText('Drop files anywhere');
  const chooser = page.waitForEvent('filechooser');
  await panel(page).getByRole('button', { name: 'Choose files' }).click();
  await (
    await chooser
  ).setFiles({ name: 'bars.csv', mimeType: 'text/csv', buffer: Buffer.from(csv()) });
  await expect(panel(page)).toContainText('bars.csv, line 51: has 3 columns; line 1 has 101.');
  await expect(panel(page)).toContainText('40 images to train on, 10 to test, of 2 classes');
  await accept(page);
  await expect(layers(page)).toContainText('784 – 128 – 64 – 2');
  await setField(page, 'Batch size', '8');
  await setField(page, 'Epochs', '5');
  await trainToTheEnd(page, 5);
  await expect(page.getByRole('status', { name: 'Test accuracy' })).toHaveText('100.0 %');
});

test('a zip of pictures: classes with names, shown where labels are', async ({ page, watched }) => {
  await watched.open();
  await drop(page, [{ name: 'shapes.zip', bytes: zipOfPictures() }]);
  await expect(panel(page)).toContainText('48 images to train on, 12 to test, of 2 classes');
  await expect(panel(page)).toContainText('The ink is dark in the files; it was made light');
  await expect(panel(page)).toContainText('shapes.zip/shapes/lying/broken.png: is no picture');
  await panel(page)
    .getByRole('radio', { name: /^As they are/ })
    .check();
  await expect(panel(page)).toContainText('Layer 0 will have 400 units');
  await accept(page);
  await expect(page.getByRole('radio', { name: 'Which class?' })).toBeChecked();
  await expect(page.getByText('draw a picture here')).toBeVisible();
  await expect(page.getByRole('status', { name: 'Prediction' })).toHaveText('draw a picture');
  await expect(page.getByText('The batch size is now 4, as there are few images.')).toBeVisible();
  await setField(page, 'Epochs', '4');
  await trainToTheEnd(page, 4);
  const list = page.getByRole('list', { name: 'Probabilities' });
  await expect(list).toContainText('upright');
  await expect(list.getByRole('listitem')).toHaveCount(2);
  // The other views follow.
  await page.getByRole('link', { name: 'Data', exact: true }).click();
  await expect(page.getByRole('button', { name: /^class lying: 24 images/ })).toBeVisible();
  await page.getByRole('link', { name: 'Look inside' }).click();
  await expect(page.getByRole('grid', { name: 'Confusion matrix' })).toContainText('upright');
});

test('a folder of pictures, train and test apart', async ({ page, watched }) => {
  const root = mkdtempSync(join(tmpdir(), 'mlp-own-'));
  for (let i = 0; i < 40; i += 1) {
    const folder = join(root, 'bars', i < 30 ? 'train' : 'test', String(i % 2));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${i}.png`), greyPng(bar(i % 2, 16, i % 4), 16));
  }
  await watched.open();
  await page.getByRole('button', { name: 'Own data' }).click();
  const chooser = page.waitForEvent('filechooser');
  await panel(page).getByRole('button', { name: 'Choose a folder' }).click();
  await (await chooser).setFiles(join(root, 'bars'));
  await expect(panel(page)).toContainText('30 images to train on, 10 to test, of 2 classes');
  await accept(page);
  await expect(page.getByText('bars is loaded.')).toBeVisible();
  await setField(page, 'Epochs', '3');
  await trainToTheEnd(page, 3);
  // Another engine is another worker: the page still has the data.
  await page
    .locator('summary')
    .filter({ hasText: /^more$/ })
    .click();
  await page.getByText('Engine', { exact: true }).click();
  await page.getByRole('combobox', { name: 'Engine' }).selectOption('Turbo');
  await expect(page.getByText('relaxed SIMD (Turbo)')).toBeVisible();
  await expect(page.getByText('30 images to train on, 10 to test')).toBeVisible();
  await expect(layers(page)).toContainText('784 – 128 – 64 – 2');
  await trainToTheEnd(page, 3);
  rmSync(root, { recursive: true });
});

test('a bad file: one message, and what was loaded can still be trained on', async ({
  page,
  watched,
}) => {
  await watched.open();
  const before = await layers(page).innerText();
  await drop(page, [{ name: 'train-images-idx3-ubyte', bytes: Uint8Array.of(0, 0, 8, 3, 0, 0) }]);
  const alert = panel(page).getByRole('alert');
  await expect(alert).toContainText('train-images-idx3-ubyte: ends at offset 6');
  await expect(alert).toContainText('What was loaded before is still there');
  await expect(use(page)).toBeHidden();
  // Another file, another message.
  await drop(page, [{ name: 'notes.docx', bytes: text('hello') }]);
  await expect(alert).toContainText('notes.docx');
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();
  expect(await layers(page).innerText()).toBe(before);
  await setField(page, 'Epochs', '1');
  await trainToTheEnd(page, 1);
});

test('reading a large file shows how far it is, and can be stopped', async ({ page, watched }) => {
  await watched.open();
  const line = `3,${Array.from({ length: 784 }, (_, i) => i % 256).join(',')}\n`;
  await page.evaluate((text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(new Array<string>(60_000).fill(text), 'large.csv'));
    const on = document.querySelector('mlp-scratchpad') ?? document.body;
    on.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, composed: true }));
  }, line);
  await expect(
    panel(page).getByRole('progressbar', { name: 'Reading of the files' }),
  ).toBeVisible();
  await panel(page).getByRole('button', { name: 'Stop reading' }).click();
  await expect(panel(page).getByRole('progressbar')).toHaveCount(0);
  await expect(use(page)).toBeHidden();
  await panel(page).getByRole('button', { name: 'Close' }).click();
  await expect(train(page)).toBeEnabled();
});

test('a sprite is asked about', async ({ page, watched }) => {
  await watched.open();
  const side = 14;
  const sheet = new Uint8Array(20 * side * side);
  for (let tile = 0; tile < 20; tile += 1) {
    bar(Math.floor(tile / 10), side, tile % 3).forEach((value, i) => {
      const x = (tile % 10) * side + (i % side);
      const y = Math.floor(tile / 10) * side + Math.floor(i / side);
      sheet[y * 10 * side + x] = value;
    });
  }
  await drop(page, [{ name: 'sheet.png', bytes: greyPng(sheet, 10 * side) }]);
  await expect(panel(page).getByRole('alert')).toContainText(
    'sheet.png: is one picture alone, of 140 x 28',
  );
  await panel(page).getByLabel('Width of a tile').fill('14');
  await panel(page).getByLabel('Height of a tile').fill('14');
  await panel(page).getByLabel('Labels').selectOption('rows');
  await panel(page).getByRole('button', { name: 'Read again' }).click();
  await expect(panel(page)).toContainText('16 images to train on, 4 to test, of 2 classes');
});

test('images that are not square: every view shows them', async ({ page, watched }, info) => {
  await watched.open();
  const [width, height, count] = [18, 10, 60];
  const labels = Array.from({ length: count }, (_, i) => i % 3);
  const images = labels.flatMap((label, i) =>
    Array.from({ length: width * height }, (__, at) => {
      const [x, y] = [at % width, Math.floor(at / width)];
      return [x === 3 + (i % 5), y === 2 + (i % 5), x - y === i % 4][label] ? 255 : 0;
    }),
  );
  await drop(page, [
    { name: 'wide-images.idx', bytes: idx([count, height, width], images) },
    { name: 'wide-labels.idx', bytes: idx([count], labels) },
  ]);
  await panel(page)
    .getByRole('radio', { name: /^As they are/ })
    .check();
  await accept(page);
  await expect(layers(page)).toContainText('180 – 128 – 64 – 3');
  await setField(page, 'Batch size', '8');
  await setField(page, 'Epochs', '3');
  await trainToTheEnd(page, 3);
  await draw(page, SEVEN);
  await expect(prediction(page)).toHaveText(/^[012]$/);
  const shown = page.getByRole('img', { name: 'What the network sees: 18 by 10 pixels' });
  await expect(shown).toBeVisible();
  for (const [view, text] of [
    ['data', 'Images of each digit'],
    ['look-inside', 'Confusion matrix'],
    ['look-inside/weights', 'Units of the layer'],
    ['look-inside/activations', '18 × 10'],
    ['look-inside/network', '180 inputs →'],
    ['step-by-step', 'Initialise'],
  ] as const) {
    await page.evaluate((hash) => (location.hash = hash), view);
    await expect(page.getByText(text).or(page.getByLabel(text)).first()).toBeVisible();
    await page.screenshot({
      path: info.outputPath(`wide-${view.replace('/', '-')}.png`),
      fullPage: true,
    });
  }
});

test('axe finds nothing in the panel, and it fits, in both themes', async ({
  page,
  watched,
}, info) => {
  await watched.open();
  await drop(page, [{ name: 'shapes.zip', bytes: zipOfPictures() }]);
  await expect(use(page)).toBeVisible();
  await expectGoodLooks(page);
  const box = await panel(page).boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
  await panel(page).screenshot({ path: info.outputPath('own-data-390.png') });
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.screenshot({ path: info.outputPath('own-data-1280.png') });
});
