// SPDX-License-Identifier: MIT
// Files of other programs, networks for other images, and files that are none.
import type { Page } from '@playwright/test';
import {
  fileOf,
  fixture,
  kerasFile,
  LINK,
  open,
  opened,
  problem,
  question,
  reading,
} from './models-under-test.ts';
import { drop, layers } from './own-data-under-test.ts';
import { expect, ready, rows, test, train, trainToTheEnd } from './page-under-test.ts';
import { button, checksum, show, undo } from './runs-under-test.ts';
import { combobox, unfold } from './settings-under-test.ts';

const VIEWS = ['Step by step', 'Look inside', 'Data', 'Runs', 'Models', 'Train'];
const SHAPES = { name: 'shapes', classes: ['circle', 'square', 'star'] };

const reason = (page: Page) => page.getByText(/^This network is for images of 8 × 8 pixels/);

async function openShapes(page: Page): Promise<void> {
  await open(page, { name: 'shapes.safetensors', bytes: await fileOf([64, 12, 3], SHAPES) });
  await expect(opened(page, 'shapes')).toBeVisible();
}

test('of Keras: asks what the file does not say, measures it, and trains on', async ({
  page,
  watched,
  site,
}) => {
  await watched.open(`${site.url}${LINK}`);
  await open(page, kerasFile([784, 20, 10]));
  await expect(question(page)).toContainText('784 – 20 – 10');
  await expect(question(page).getByRole('combobox')).toHaveCount(2);
  await question(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(question(page)).toHaveCount(0);
  await open(page, kerasFile([784, 20, 10]));
  await question(page)
    .getByRole('combobox', { name: /Activation/ })
    .selectOption('tanh');
  await question(page).getByRole('button', { name: 'Open with these' }).click();
  await expect(page.getByText(/‘keras’ is open: [\d.]+ % of the test images/)).toBeVisible();
  await expect(layers(page)).toContainText('784 – 20 – 10');
  await unfold(page);
  await expect(combobox(page, 'Activation g')).toHaveValue('tanh');
  await reading(page);
  await trainToTheEnd(page, 3); // as it was opened, and two epochs
});

test('PyTorch, ONNX and a square network: the question fits the file', async ({
  page,
  watched,
  site,
}) => {
  await watched.open(`${site.url}${LINK}`);
  for (const [name, asked] of [
    ['torch.safetensors', 2],
    ['square.npz', 3],
    ['torch-relu.onnx', 0],
  ] as const) {
    await open(page, fixture(name));
    if (asked > 0) {
      await expect(question(page).getByRole('combobox')).toHaveCount(asked);
      await question(page).getByRole('button', { name: 'Open with these' }).click();
    }
    await expect(opened(page, name.replace(/\.\w+$/, ''))).toBeVisible();
    await expect(page.getByText(/^This network is for images of 4 × 4 pixels/)).toBeVisible();
  }
});

test('for other images: it reads with its own classes, says why it does not train, and breaks nothing', async ({
  page,
  watched,
  site,
}) => {
  await watched.open(`${site.url}${LINK}`);
  await trainToTheEnd(page, 2);
  const before = await checksum(page);
  await openShapes(page);
  await expect(reason(page)).toContainText('3 classes (circle, square, star)');
  await expect(train(page)).toBeDisabled();
  expect(await reading(page)).toMatch(/circle[\s\S]*square[\s\S]*star/);
  await expect(page.getByRole('status', { name: 'Prediction' })).toContainText(
    /circle|square|star/,
  );
  for (const view of VIEWS) {
    await page.getByRole('link', { name: view, exact: true }).click();
    await page.waitForTimeout(700);
    await expect(page.getByRole('alert')).toHaveCount(0);
  }
  // What a change of the settings checks anew says nothing else.
  await page.getByRole('textbox', { name: 'Learning rate' }).fill('0.3');
  await page.keyboard.press('Tab');
  await expect(reason(page)).toBeVisible();
  await expect(train(page)).toBeDisabled();
  await undo(page).click();
  await expect(train(page)).toBeEnabled();
  expect(await checksum(page)).toBe(before);
  await reading(page);
});

test('from there Reset, a preset and other data lead back to what can be trained', async ({
  page,
  watched,
  site,
}) => {
  test.slow();
  await watched.open(`${site.url}${LINK}`);
  for (const recover of [
    () => button(page, 'Reset').click(),
    () => page.getByRole('combobox', { name: 'Preset' }).selectOption({ index: 1 }),
    () => page.getByRole('combobox', { name: 'Data' }).selectOption('mnist'),
  ]) {
    await openShapes(page);
    await expect(train(page)).toBeDisabled();
    await recover();
    await ready(page);
    await expect(layers(page)).toContainText(/784 – [\d –]+ 10\s*$/);
    await expect(reason(page)).toHaveCount(0);
    await reading(page);
    await page.getByRole('button', { name: 'Step', exact: true }).click();
    await expect(page.getByText(/^One batch done/)).toBeVisible();
  }
});

test('a kept network for other images is there after a reload', async ({ page, watched, site }) => {
  await watched.open(`${site.url}${LINK}`);
  await openShapes(page);
  const sha256 = await checksum(page);
  await page.waitForTimeout(700); // the session is kept soon after
  await page.reload();
  await expect(reason(page)).toBeVisible({ timeout: 60_000 });
  expect(await checksum(page)).toBe(sha256);
  await show(page, 'Models');
  await page.getByRole('button', { name: 'Open shapes' }).click();
  await expect(page.getByText('shapes is back.')).toBeVisible();
  expect(await reading(page)).toContain('star');
});

test('what is no network says so once, and nothing is lost', async ({ page, watched, site }) => {
  await watched.open(`${site.url}${LINK}`);
  await trainToTheEnd(page, 2);
  const before = await checksum(page);
  const whole = await fileOf([784, 12, 10]);
  const noise = Uint8Array.from({ length: 3000 }, (_, i) => (i * 193 + (i >> 3)) & 255);
  for (const [file, said] of [
    [
      { name: 'cut.safetensors', bytes: whole.subarray(0, 9000) },
      /^cut\.safetensors was not opened: /,
    ],
    [fixture('torch.pt'), /^torch\.pt was not opened: .*pickle/],
    [{ name: 'noise.safetensors', bytes: noise }, /^noise\.safetensors was not opened: /],
    [fixture('torch-conv.safetensors'), /layer 2 is a convolution/],
  ] as const) {
    for (const bring of [open, (on: Page, one: typeof file) => drop(on, [one])]) {
      await bring(page, file);
      await expect(problem(page)).toHaveText(said);
      await expect(page.getByRole('alert')).toHaveCount(1);
      expect(await checksum(page)).toBe(before);
    }
  }
  await show(page, 'Train');
  await expect(rows(page)).toHaveCount(2);
  await trainToTheEnd(page, 4);
});
