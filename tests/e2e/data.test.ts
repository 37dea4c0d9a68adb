// SPDX-License-Identifier: MIT
// Data that is damaged, missing or not there at all: always a word, and a way on.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, ready, rows, setField, test, trainToTheEnd } from './page-under-test.ts';
import { copySite, hasMnist, serve } from './static-site.ts';

test.skip(!hasMnist(), 'the page was built without MNIST: there are no files to damage');

/** Opens a copy of the site that `harm` has damaged. */
async function openDamaged(page: Page, harm: (folder: string) => void) {
  const { folder, discard } = copySite();
  harm(folder);
  const site = await serve(folder);
  await page.goto(`${site.url}?v=1`);
  const end = (): void => {
    site.close();
    discard();
  };
  return { folder, end };
}

test('a damaged file is named, and generated digits are offered', async ({ page }) => {
  const { end } = await openDamaged(page, (folder) => {
    const path = join(folder, 'data/train-labels.bin');
    const bytes = readFileSync(path);
    bytes[5000] = (bytes[5000] ?? 0) ^ 0xff;
    writeFileSync(path, bytes);
  });
  await expect(page.getByRole('alert')).toContainText('train-labels.bin');
  await expect(page.getByRole('alert')).toContainText('damaged');
  await page.getByRole('button', { name: 'Use generated digits' }).click();
  await ready(page);
  await setField(page, 'Epochs', '1');
  await trainToTheEnd(page, 1);
  end();
});

test('a missing file is named; put back, Try again goes on', async ({ page, watched }) => {
  let bytes = Buffer.alloc(0);
  const { folder, end } = await openDamaged(page, (where) => {
    const path = join(where, 'data/t10k-images.bin');
    bytes = readFileSync(path);
    rmSync(path);
  });
  await expect(page.getByRole('alert')).toContainText('t10k-images.bin');
  await expect(page.getByRole('alert')).toContainText('404');
  writeFileSync(join(folder, 'data/t10k-images.bin'), bytes);
  await page.getByRole('button', { name: 'Try again' }).click();
  await ready(page);
  await expect(page.getByRole('alert')).toHaveCount(0);
  // The browser itself reports the 404.
  expect(watched.complaints.splice(0).join()).toContain('404');
  end();
});

test('without MNIST the page trains on digits of its own and says so', async ({ page }) => {
  const { end } = await openDamaged(page, (folder) => {
    writeFileSync(join(folder, 'data/manifest.json'), '{"version":1,"mnist":null}');
  });
  await ready(page);
  await expect(page.getByText(/built without MNIST/)).toBeVisible();
  await setField(page, 'Epochs', '1');
  await trainToTheEnd(page, 1);
  await expect(rows(page)).toHaveCount(1);
  end();
});
