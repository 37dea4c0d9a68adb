// SPDX-License-Identifier: MIT
// The view 'Data': images, labels and counts, against those of the library in Node.
import type { Page } from '@playwright/test';
import { createTrainer } from '../../build/package/index.js';
import { expectGoodLooks } from './axe-looks.ts';
import { expect, prediction, test } from './page-under-test.ts';
import { combobox, useGeneratedDigits } from './settings-under-test.ts';
import { openSlowly } from './slow-site.ts';
import { hasMnist } from './static-site.ts';

const PER_PAGE = 50;

const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const gallery = (page: Page, name: string) => page.getByRole('list', { name, exact: true });
const grouped = (number: number) => number.toLocaleString('en');

/** The names of the images of a gallery. */
const names = (page: Page, name: string): Promise<(string | null)[]> =>
  gallery(page, name)
    .getByRole('button')
    .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));

/** Expects that a gallery shows just these images. */
async function expectImages(
  page: Page,
  name: string,
  part: 'training' | 'test',
  labels: Uint8Array,
  numbers: readonly number[],
): Promise<void> {
  const wanted = numbers.map((i) => `${part} image ${grouped(i)}, labelled ${labels[i]}`);
  await expect.poll(() => names(page, name)).toEqual(wanted);
}

const range = (first: number, count: number) => Array.from({ length: count }, (_, i) => first + i);

test('pages through training and test images before anything is trained', async ({
  page,
  watched,
}) => {
  await watched.open();
  await useGeneratedDigits(page);
  await link(page, 'Data').click();
  const trainer = await createTrainer();
  const { train, test: kept } = await trainer.generateDigits();
  const { labels } = await trainer.images('train', 0, 60_000);
  const { labels: testLabels } = await trainer.images('test', 0, 10_000);
  const one = await trainer.images('train', 59_950, 1);
  const pixels = await trainer.predict(one.images);
  trainer.dispose();

  for (const [digit, count] of (train?.perLabel ?? []).entries()) {
    const share = `${((100 * count) / 60_000).toFixed(1)} %`;
    await expect(button(page, `digit ${digit}: ${grouped(count)} images, ${share}`)).toBeVisible();
  }
  const all = 'Training images';
  await expectImages(page, all, 'training', labels, range(0, PER_PAGE));
  await expect(button(page, 'Previous page')).toBeDisabled();
  await button(page, 'Next page').click();
  await expectImages(page, all, 'training', labels, range(PER_PAGE, PER_PAGE));
  await button(page, 'Last page').click();
  await expectImages(page, all, 'training', labels, range(59_950, PER_PAGE));
  await expect(button(page, 'Next page')).toBeDisabled();

  // The image itself, as the network sees it: its prediction is that of the library.
  await button(page, `training image 59,950, labelled ${labels[59_950]}`).click();
  const answer = pixels.indexOf(Math.max(...pixels));
  await expect(prediction(page)).toHaveText(String(answer));
  const sure = page.getByRole('list', { name: 'Probabilities' }).getByRole('listitem').nth(answer);
  await expect(sure).toContainText(`${(100 * (pixels[answer] ?? 0)).toFixed(1)} %`);

  const threes = [...labels.keys()].filter((i) => labels[i] === 3);
  await button(page, /^digit 3:/).click();
  await expectImages(page, `${all} of a 3`, 'training', labels, threes.slice(0, PER_PAGE));
  await expect(page.getByText(`1 to 50 of ${grouped(threes.length)}`)).toBeVisible();
  const field = page.getByRole('textbox', { name: 'Page' });
  await field.fill('7');
  await field.press('Enter');
  await expectImages(page, `${all} of a 3`, 'training', labels, threes.slice(300, 350));
  await field.fill('none');
  await field.press('Enter');
  await expect(field).toHaveValue('7');
  await button(page, 'Last page').click();
  const last = PER_PAGE * Math.floor((threes.length - 1) / PER_PAGE);
  await expectImages(page, `${all} of a 3`, 'training', labels, threes.slice(last));

  await page.getByRole('radio', { name: 'Test images' }).check();
  const testThrees = [...testLabels.keys()].filter((i) => testLabels[i] === 3);
  const name = 'Test images of a 3';
  await expectImages(page, name, 'test', testLabels, testThrees.slice(0, PER_PAGE));
  await expect(button(page, `digit 3: ${grouped(kept?.perLabel[3] ?? 0)} images`)).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await button(page, /^all digits: 10,000 images/).click();
  await expectImages(page, 'Test images', 'test', testLabels, range(0, PER_PAGE));

  // The chosen image is the one of Step by step; with its data it goes away.
  await button(page, /^test image 7, labelled/).click();
  await link(page, 'See it step by step').click();
  await expect(page.getByRole('textbox', { name: 'Image', exact: true })).toHaveValue('7');
  await link(page, 'Train').click();
  const onPad = page.locator('mlp-drawing-pad').getByText('test image 7, labelled');
  await expect(onPad).toBeVisible();
  if (hasMnist()) {
    await combobox(page, 'Data').selectOption('MNIST');
    await expect(onPad).toHaveCount(0);
    await expect(prediction(page)).toHaveText('draw a digit');
  }
});

test('shows what has arrived while more is on its way', async ({ page }) => {
  test.skip(!hasMnist(), 'the page was built without MNIST: there are no files that arrive');
  const { site, go } = await openSlowly(page);
  await link(page, 'Data').click();
  await expect(page.getByText(/^[\d,]+ of 60,000 are here/)).toBeVisible();
  await expect(gallery(page, 'Training images').getByRole('button')).toHaveCount(PER_PAGE);
  const some = await names(page, 'Training images');
  expect(some.slice(0, 3)).toEqual([
    'training image 0, labelled 5',
    'training image 1, labelled 0',
    'training image 2, labelled 4',
  ]);
  go();
  await expect(page.getByText(/are here; more are on their way/)).toHaveCount(0);
  await expect(button(page, 'digit 0: 5,923 images')).toBeVisible();
  await expect(page.getByText('1 to 50 of 60,000')).toBeVisible();
  expect(await names(page, 'Training images')).toEqual(some);
  site.close();
});

test('axe finds nothing in Data', async ({ page, watched }) => {
  await watched.open();
  await link(page, 'Data').click();
  await button(page, /^digit 8:/).click();
  await button(page, /labelled 8$/)
    .first()
    .click();
  await expect(page.getByText(/On the drawing pad/)).toBeVisible();
  await expectGoodLooks(page);
});
