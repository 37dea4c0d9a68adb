// SPDX-License-Identifier: MIT
// Training begins on the images that have arrived, and the page says which weights come again.
import type { Page } from '@playwright/test';
import { expect, pause, rows, setField, test, train, trainToTheEnd } from './page-under-test.ts';
import { openSlowly } from './slow-site.ts';
import { hasMnist } from './static-site.ts';

test.skip(!hasMnist(), 'the page was built without MNIST: there are no files that arrive');

const digest = (page: Page) => page.getByText(/^Weights, SHA-256/);

test('Train works on a part, says that such weights do not come again, and Reset makes up for it', async ({
  page,
}) => {
  const { site, go } = await openSlowly(page);
  await expect(page.getByText(/Train may begin on the images that are here/)).toBeVisible();
  await setField(page, 'Epochs', '2');
  await trainToTheEnd(page, 2);
  await expect(page.getByText(/^Done.* It began before all images had arrived/)).toBeVisible();
  await digest(page).click();
  await expect(page.getByText(/^An epoch began before all images had arrived/)).toBeVisible();

  go();
  await expect(page.getByText('60,000 images to train on, 10,000 to test')).toBeVisible();
  await page.getByRole('button', { name: 'Reset', exact: true }).click();
  await trainToTheEnd(page, 2);
  await digest(page).click();
  await expect(page.getByText(/give the same weights on any machine/)).toBeVisible();
  site.close();
});

test('a training takes in what arrives while it runs', async ({ page }) => {
  const { site, go } = await openSlowly(page);
  await setField(page, 'Epochs', '30');
  await train(page).click();
  await expect(rows(page)).not.toHaveCount(0, { timeout: 30_000 });
  go();
  await expect(page.getByText('60,000 images to train on, 10,000 to test')).toBeVisible();
  await pause(page).click();
  await expect(train(page)).toBeEnabled();
  site.close();
});

test('a host that goes away is named once, and nothing is left of the part', async ({
  page,
  watched,
}) => {
  const { site, fail } = await openSlowly(page);
  await setField(page, 'Epochs', '1000');
  await train(page).click();
  await expect(rows(page)).not.toHaveCount(0, { timeout: 30_000 });
  fail();
  await expect(page.getByRole('alert')).toHaveCount(1);
  await expect(page.getByRole('alert')).toContainText('train-images.bin');
  await expect(train(page)).toBeDisabled();
  expect(watched.complaints.splice(0).join()).toMatch(/ERR_|^$/);
  site.close();
});
