// SPDX-License-Identifier: MIT
// USPS, 16 x 16: other people's digits, trained on in their own size and in MNIST's.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { sharedFolder } from '../web/shared-folder.ts';
import { accept, drop, layers, type NamedBytes, panel } from './own-data-under-test.ts';
import {
  expect,
  prediction,
  rows,
  setField,
  test,
  train,
  trainToTheEnd,
} from './page-under-test.ts';
import { draw, SEVEN } from './strokes.ts';

/** Drawings of digits are kept where the data is of digits as MNIST has them. */
const correction = (page: Page) => page.locator('mlp-correction mlp-digit-choice');

test.describe('USPS, 16 x 16', () => {
  const folder = sharedFolder('usps');
  test.skip(folder === null, 'shared/data/usps is not there');

  const files = (): NamedBytes[] =>
    ['train-images.idx3', 'train-labels.idx1', 'test-images.idx3', 'test-labels.idx1'].map(
      (what) => {
        const name = `usps-${what}-ubyte.gz`;
        return { name, bytes: readFileSync(join(folder ?? '', name)) };
      },
    );

  test('who came without a link trains on it, with no digits mixed in', async ({
    page,
    watched,
    site,
  }) => {
    await watched.open(site.url);
    const preset = page.getByRole('combobox', { name: 'Preset' });
    await expect(preset).toHaveValue('quick');
    await expect(correction(page)).toHaveCount(1);
    await drop(page, files());
    await panel(page)
      .getByRole('radio', { name: /^As they are/ })
      .check();
    await accept(page);
    await expect(page.getByText('No digits of other hands are mixed in any more.')).toBeVisible();
    await expect(correction(page)).toHaveCount(0);
    await setField(page, 'Epochs', '1');
    await trainToTheEnd(page, 1);
    await preset.selectOption('Accurate');
    await setField(page, 'Epochs', '1');
    await trainToTheEnd(page, 1);
  });

  test('is dropped, looked at and trained on, both ways', async ({ page, watched }) => {
    await watched.open();
    await drop(page, files());
    await expect(panel(page)).toContainText('7,291 images to train on, 2,007 to test');
    await expect(panel(page)).toContainText('28 × 28 pixels');
    await expect(
      panel(page).getByRole('list', { name: 'First images of each class' }),
    ).toContainText('9');
    await expect(panel(page)).toContainText('of 16 x 16 pixels');

    await panel(page)
      .getByRole('radio', { name: /^As they are/ })
      .check();
    await expect(panel(page)).toContainText('Layer 0 will have 256 units');
    await accept(page);
    await expect(layers(page)).toContainText('256 – 128 – 64 – 10');
    await expect(page.getByText('usps is loaded.')).toBeVisible();
    await expect(page.getByRole('combobox', { name: 'Data' })).toHaveValue('own');
    await setField(page, 'Epochs', '6');
    await setField(page, 'Batch size', '32');
    await trainToTheEnd(page, 6);
    const own = await rows(page).last().innerText();
    expect(Number(/([\d.]+) %/.exec(own)?.[1])).toBeGreaterThan(90);

    // A drawing is brought to their size.
    await draw(page, SEVEN);
    await expect(prediction(page)).toHaveText(/^\d$/);
    await expect(
      page.getByRole('img', { name: 'What the network sees: 16 by 16 pixels' }),
    ).toBeVisible();
    expect(new URL(page.url()).searchParams.get('data')).toBe('own');
    expect(new URL(page.url()).searchParams.get('layers')).toBe('256-128-64-10');

    await drop(page, files());
    await accept(page);
    await expect(layers(page)).toContainText('784 – 128 – 64 – 10');
    await trainToTheEnd(page, 6);
    const asMnist = await rows(page).last().innerText();
    expect(Number(/([\d.]+) %/.exec(asMnist)?.[1])).toBeGreaterThan(90);

    // And back to what the page has itself.
    await page.getByRole('combobox', { name: 'Data' }).selectOption('generated');
    await expect(page.getByText('60,000 images to train on')).toBeVisible({ timeout: 60_000 });
    await expect(train(page)).toBeEnabled();
  });
});
