// SPDX-License-Identifier: MIT
// What is kept under 'Models', what 'Start afresh' leaves, and what cannot be kept at all.
import type { Page } from '@playwright/test';
import { LINK, models, reading, visit } from './models-under-test.ts';
import { zipOfPictures } from './own-files.ts';
import { accept, drop, layers, panel } from './own-data-under-test.ts';
import {
  expect,
  pause,
  ready,
  rows,
  setField,
  test,
  train,
  trainToTheEnd,
  withoutDatabase,
} from './page-under-test.ts';
import { button, show } from './runs-under-test.ts';

const LONG = '?v=1&data=generated&layers=784-32-10&batch=50&epochs=4000&images=5000&rate=0.1';

/** From the next page on, the database takes nothing any more, as where the disk is full. */
async function withFullDisk(page: Page): Promise<void> {
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('The disk is full.', 'QuotaExceededError');
    };
  });
}

/** From the next page on, the database gives up what it is given at its end, as some do. */
async function withLateRefusal(page: Page): Promise<void> {
  await page.addInitScript(() => {
    IDBTransaction.prototype.commit = function () {
      this.abort();
    };
  });
}

/** Whether the page asks before it closes; if it does, it stays open. */
async function asks(page: Page): Promise<boolean> {
  const asked = new Promise<boolean>((resolve) => {
    page.once('dialog', (dialog) => {
      void dialog.dismiss().then(() => resolve(dialog.type() === 'beforeunload'));
    });
    page.once('close', () => resolve(false));
  });
  await page.close({ runBeforeUnload: true });
  return asked;
}

test('a name and a note survive a reload; deleted it comes back by Undo', async ({
  page,
  watched,
  site,
}) => {
  await watched.open(`${site.url}${LINK}`);
  await trainToTheEnd(page, 2);
  await button(page, 'Reset').click();
  await trainToTheEnd(page, 2);
  await show(page, 'Models');
  await expect(models(page)).toHaveCount(2);
  await page.getByRole('textbox', { name: 'Name of run 2' }).fill('thin');
  await page.getByRole('textbox', { name: 'Note on Run 2' }).fill('for Monday');
  await page.keyboard.press('Tab');
  const drawn = await models(page)
    .first()
    .locator('canvas')
    .evaluate((canvas: HTMLCanvasElement) => {
      const { width, height } = canvas;
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, width, height) ?? { data: [] };
      return data.filter((value, i) => i % 4 === 3 && value > 0).length;
    });
  expect(drawn).toBeGreaterThan(1000);
  await page.waitForTimeout(500);
  await page.reload();
  await ready(page);
  await expect(page.getByRole('textbox', { name: 'Name of run 2' })).toHaveValue('thin');
  await expect(page.getByRole('textbox', { name: 'Note on thin' })).toHaveValue('for Monday');
  await page.getByRole('button', { name: 'Delete Run 1' }).click();
  await expect(page.getByText('Run 1 is deleted.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo: keep Run 1' }).click();
  await expect(page.getByRole('button', { name: 'Open Run 1' })).toBeVisible();
  await page.getByRole('button', { name: 'Open Run 1' }).click();
  await expect(page.getByText('Run 1 is back')).toBeVisible();
});

test('what is cleared of the session is not kept again as the page closes', async ({
  page,
  watched,
  site,
  context,
}) => {
  await watched.open(`${site.url}${LINK}`);
  await reading(page);
  await page.waitForTimeout(700);
  await show(page, 'Models');
  await page.waitForTimeout(700);
  await page.locator('summary').filter({ hasText: 'Storage' }).click();
  await button(page, 'Clear: Settings, view and drawing').click();
  await button(page, 'Yes, clear it').click();
  await expect(button(page, 'Clear: Settings, view and drawing')).toBeDisabled();
  await page.close();
  const next = await visit(await context.newPage(), site.url);
  await expect(next.getByRole('status', { name: 'Prediction' })).toContainText('draw a digit');
  await expect(layers(next)).not.toContainText('784 – 32 – 10');
});

test('Start afresh forgets settings, drawing and own data, and no model', async ({
  page,
  watched,
  site,
}) => {
  await watched.open(`${site.url}${LINK}`);
  await trainToTheEnd(page, 2);
  await drop(page, [{ name: 'shapes.zip', bytes: zipOfPictures() }]);
  await accept(page);
  await reading(page);
  await page.waitForTimeout(700);
  await button(page, 'Start afresh').click();
  await expect(page).not.toHaveURL(/layers=784-32/);
  await ready(page);
  await expect(layers(page)).toContainText('784 – 128 – 64 – 10');
  await expect(page.getByRole('status', { name: 'Prediction' })).toContainText('draw a digit');
  await expect(page.getByRole('combobox', { name: 'Data' })).not.toHaveValue('own');
  await expect(rows(page)).toHaveCount(0);
  await show(page, 'Models');
  await expect(models(page)).toHaveCount(1);
});

test('own data and a run on it are there after a reload', async ({ page, watched, site }) => {
  await watched.open(`${site.url}?v=1&data=generated`);
  await drop(page, [{ name: 'shapes.zip', bytes: zipOfPictures() }]);
  await panel(page)
    .getByRole('radio', { name: /^As they are/ })
    .check();
  await accept(page);
  await setField(page, 'Batch size', '8');
  await setField(page, 'Epochs', '2');
  await trainToTheEnd(page, 2);
  expect(await asks(page)).toBe(false);
  const next = await visit(await page.context().newPage(), site.url);
  await expect(next.getByText('48 images to train on, 12 to test')).toBeVisible();
  await expect(next.getByRole('alert')).toHaveCount(0);
  await expect(rows(next)).toHaveCount(2);
  await show(next, 'Models');
  await next
    .getByRole('button', { name: /^Open Run/ })
    .first()
    .click();
  await expect(next.getByText(/is back; Train goes on from there/)).toBeVisible();
});

test('the page asks before it closes where nothing can be kept, and once there is something', async ({
  page,
  watched,
  site,
}) => {
  await withoutDatabase(page);
  await watched.open(`${site.url}${LINK}`);
  // The browser asks only on pages that were used.
  await page.getByRole('heading', { name: 'MLP Scratchpad' }).click();
  await trainToTheEnd(page, 2);
  expect(await asks(page)).toBe(true);
  await button(page, 'Reset').click();
  await expect(rows(page)).toHaveCount(0);
  expect(await asks(page)).toBe(false);
});

test('it does not ask where what is trained is kept', async ({ page, watched, site }) => {
  await watched.open(`${site.url}${LONG}`);
  await train(page).click();
  await expect(rows(page)).not.toHaveCount(0);
  expect(await asks(page)).toBe(false);
});

for (const [what, refuse, reason] of [
  ['a full disk', withFullDisk, 'The disk is full'],
  ['a database that gives up late', withLateRefusal, 'abort'],
] as const) {
  test(`${what} is said once, and training goes on`, async ({ page, watched, site }) => {
    await refuse(page);
    await watched.open(`${site.url}${LONG}`);
    await train(page).click();
    const told = page.getByText(new RegExp(`cannot keep the run while it trains.*${reason}`, 'i'));
    await expect(told).toHaveCount(1);
    const before = await rows(page).count();
    await expect.poll(() => rows(page).count()).toBeGreaterThan(before + 3);
    await pause(page).click();
    await train(page).click();
    await expect.poll(() => rows(page).count()).toBeGreaterThan(before + 6);
    await page.waitForTimeout(1500);
    await expect(told).toHaveCount(0); // the notice went with the new run, and is not told again
    expect(await asks(page)).toBe(true);
  });
}

test('own data that cannot be kept is said, and asked about before closing', async ({
  page,
  watched,
  site,
}) => {
  await withFullDisk(page);
  await watched.open(`${site.url}${LINK}`);
  await drop(page, [{ name: 'shapes.zip', bytes: zipOfPictures() }]);
  await accept(page);
  await expect(page.getByText('This browser cannot keep ‘shapes’')).toBeVisible();
  expect(await asks(page)).toBe(true);
});
