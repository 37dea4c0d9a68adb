// SPDX-License-Identifier: MIT
// Runs on data of the person's own, and links made with it.
import type { Page } from '@playwright/test';
import { accept, drop, layers, panel } from './own-data-under-test.ts';
import { expect, rows, setField, test, trainToTheEnd } from './page-under-test.ts';
import { zipOfPictures } from './own-files.ts';

/** As where the browser had no room for it. */
async function forgetOwnData(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('mlp-scratchpad');
        opening.onsuccess = () => {
          const writing = opening.result.transaction('own', 'readwrite');
          writing.objectStore('own').clear();
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
          writing.onerror = () => reject(new Error('not cleared'));
        };
      }),
  );
}

test('a run on own data is brought back with its data, also after a reload', async ({
  page,
  watched,
}) => {
  await watched.open();
  await drop(page, [{ name: 'shapes.zip', bytes: zipOfPictures() }]);
  await panel(page)
    .getByRole('radio', { name: /^As they are/ })
    .check();
  await accept(page);
  await expect(layers(page)).toContainText('400 – 128 – 64 – 2');
  await setField(page, 'Batch size', '8');
  await setField(page, 'Epochs', '2');
  await trainToTheEnd(page, 2);
  await page.getByRole('combobox', { name: 'Data' }).selectOption('generated');
  await expect(page.getByText('60,000 images to train on')).toBeVisible({ timeout: 60_000 });
  await expect(layers(page)).toContainText('784 – 128 – 64 – 10');
  await expect(page.getByRole('radio', { name: 'Which digit?' })).toBeChecked();
  // Undo of the run that the other data has ended.
  await page.getByRole('button', { name: 'Undo, bring the trained network back' }).click();
  await expect(layers(page)).toContainText('400 – 128 – 64 – 2');
  await expect(page.getByText('48 images to train on, 12 to test')).toBeVisible();
  await expect(rows(page)).toHaveCount(2);
  await trainToTheEnd(page, 4);

  await expect(page).toHaveURL(/data=own/);
  await page.waitForTimeout(600); // what the page is is kept soon after a change
  await page.reload();
  await expect(page.getByText('48 images to train on, 12 to test')).toBeVisible();
  await expect(layers(page)).toContainText('400 – 128 – 64 – 2');
  await expect(rows(page)).toHaveCount(4);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await trainToTheEnd(page, 6);

  await forgetOwnData(page);
  await page.reload();
  await expect(page.getByText('could not be kept by this browser')).toBeVisible();
  await page.getByRole('link', { name: 'Runs' }).click();
  await page
    .getByRole('button', { name: /^Restore/ })
    .first()
    .click();
  await expect(page.getByText('This run was trained on own data')).toBeVisible();
  await expect(layers(page)).toContainText('784 – 128 – 64 – 10');
});

test('a run on own data is brought back beside other own data, with its own or without', async ({
  page,
  watched,
}) => {
  await watched.open();
  for (const [name, pictures] of [
    ['one.zip', 60],
    ['other.zip', 50],
  ] as const) {
    await drop(page, [{ name, bytes: zipOfPictures(pictures) }]);
    await panel(page)
      .getByRole('radio', { name: /^As they are/ })
      .check();
    await accept(page);
    await setField(page, 'Batch size', '8');
    await setField(page, 'Epochs', '1');
    await trainToTheEnd(page, 1);
  }
  const ofOne = page.getByText(/learned from own data ‘one’ \([0-9a-f]{6}\), which is not loaded/);
  await page.getByRole('link', { name: 'Runs' }).click();
  const runs = page.getByRole('list', { name: 'Kept runs' }).getByRole('listitem');
  await expect(runs.filter({ hasText: 'own data ‘one’' })).toHaveCount(1);
  await expect(page.getByText('It learned from other data: own data ‘one’')).toBeAttached();
  const restore = page.getByRole('button', { name: /^Restore/ });
  for (const [name, images] of [
    ['one', 48],
    ['other', 40],
  ] as const) {
    await runs
      .filter({ hasText: `‘${name}’` })
      .locator(restore)
      .click();
    await expect(page.getByText(/is back; Train goes on from there/)).toBeVisible();
    await page.getByRole('link', { name: 'Train' }).click();
    await expect(page.getByText(`${images} images to train on`)).toBeVisible();
    await page.getByRole('link', { name: 'Runs' }).click();
  }

  await forgetOwnData(page);
  await runs.filter({ hasText: '‘one’' }).locator(restore).click();
  await expect(ofOne).toBeVisible();
  await runs.filter({ hasText: '‘other’' }).locator(restore).click();
  await expect(page.getByText(/is back; Train goes on from there/)).toBeVisible();

  // Brought back by Undo and trained on the other data, it becomes a run of its own.
  await page.getByRole('link', { name: 'Train' }).click();
  await page.getByRole('button', { name: /^Undo, bring/ }).click();
  await expect(ofOne).toBeVisible();
  await trainToTheEnd(page, 2);
  await page.getByRole('link', { name: 'Runs' }).click();
  await expect(runs).toHaveCount(3);
  await expect(runs.first()).toContainText('‘other’');
  await expect(runs.first()).toContainText('went on from run 1');
  await expect(runs.last()).toContainText('‘one’');
});

test('a link made with own data says so when it is opened', async ({ page, site, watched }) => {
  await watched.open(
    `${site.url}?v=1&data=own&layers=256-32-10&rate=0.1&batch=32&epochs=2&seed=7&train`,
  );
  await expect(page.getByText('The link was made with own data')).toBeVisible();
  await expect(layers(page)).toContainText('784 – 32 – 10');
  await expect(rows(page)).toHaveCount(0);
});
