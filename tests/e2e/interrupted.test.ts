// SPDX-License-Identifier: MIT
// A run whose page ends while it trains: kept, asked about, gone on with to the same bits.
import type { BrowserContext, Page } from '@playwright/test';
import { expect, pause, ready, rows, test, train, withoutDatabase } from './page-under-test.ts';
import { button, checksum, kept, show } from './runs-under-test.ts';
import { draw, SEVEN } from './strokes.ts';

const region = (page: Page) => page.getByRole('region', { name: 'Interrupted run' });

/** Adam, dropout, augmentation and a cosine; small batches make an epoch of several seconds. */
const LINK =
  '?v=1&data=generated&layers=784-64-10&batch=1&epochs=2&images=20000&rate=0.001&optimizer=adam' +
  '&dropout=0.1&rotation=8&shift=1&schedule=cosine&warmup=1';

/** Short epochs, and more of them than a test waits for. */
const QUICK =
  '?v=1&data=generated&layers=784-32-10&batch=50&epochs=4000&images=5000&rate=0.1&schedule=cosine';

/** Another page of the same browser. */
async function reopen(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  await ready(page);
  return page;
}

async function ended(page: Page, epochs: number): Promise<string> {
  await expect(rows(page)).toHaveCount(epochs, { timeout: 120_000 });
  await expect(train(page)).toBeVisible();
  return checksum(page);
}

test('killed within an epoch it goes on to the same bits', async ({
  page,
  watched,
  context,
  site,
}) => {
  test.slow();
  await watched.open(`${site.url}${LINK}`);
  await train(page).click();
  const expected = await ended(page, 2);
  await button(page, 'Reset').click();
  await train(page).click();
  // Within the second epoch, and so long after its beginning that it was kept within it.
  await expect(rows(page)).toHaveCount(1, { timeout: 60_000 });
  await page.waitForTimeout(6500);
  await expect(rows(page)).toHaveCount(1);
  await page.close({ runBeforeUnload: false });

  const next = await reopen(context, `${site.url}${LINK}`);
  await expect(region(next)).toContainText('epoch 2 of 2');
  await region(next).getByRole('button', { name: 'Continue' }).click();
  await expect(region(next)).toHaveCount(0);
  await expect(pause(next)).toBeVisible();
  expect(await ended(next, 2)).toBe(expected);
});

test('after a reload; Discard forgets it', async ({ page, watched, site }) => {
  await watched.open(`${site.url}${QUICK}`);
  await train(page).click();
  await expect(rows(page)).not.toHaveCount(0);
  await page.waitForTimeout(1000);
  await page.reload();
  await ready(page);
  await expect(region(page)).toBeVisible();
  // It is in no list until that is answered.
  await show(page, 'Runs');
  await expect(kept(page)).toHaveCount(0);
  await region(page).getByRole('button', { name: 'Discard' }).click();
  await expect(region(page)).toHaveCount(0);
  await page.reload();
  await ready(page);
  await show(page, 'Runs');
  await expect(kept(page)).toHaveCount(0);
  await expect(region(page)).toHaveCount(0);
});

test('paused and reloaded, Train goes on to the same bits', async ({ page, watched, site }) => {
  const url = `${site.url}${QUICK.replace('epochs=4000', 'epochs=30')}`;
  await watched.open(url);
  await train(page).click();
  const expected = await ended(page, 30);
  await button(page, 'Reset').click();
  await train(page).click();
  await expect(rows(page)).not.toHaveCount(0);
  await pause(page).click();
  await expect(train(page)).toBeVisible();
  await checksum(page);
  await page.waitForTimeout(1000);
  await page.reload();
  await ready(page);
  await expect(rows(page)).not.toHaveCount(0);
  await expect(region(page)).toHaveCount(0);
  await train(page).click();
  expect(await ended(page, 30)).toBe(expected);
});

test('a step is not lost either', async ({ page, watched, site }) => {
  await watched.open(`${site.url}${QUICK}`);
  await button(page, 'Step').click();
  await page.waitForTimeout(2500);
  await page.reload();
  await ready(page);
  await expect(page.getByText('Run 1 is back')).toBeVisible();
  await show(page, 'Runs');
  await expect(kept(page)).toHaveCount(1);
});

test('of two tabs each keeps its own', async ({ page, watched, context, site }) => {
  await watched.open(`${site.url}${QUICK}&seed=1`);
  const other = await reopen(context, `${site.url}${QUICK}&seed=2`);
  for (const one of [page, other]) {
    await one.bringToFront();
    await train(one).click();
    await expect(rows(one)).not.toHaveCount(0);
  }
  await other.waitForTimeout(1500);
  // A third that is opened meanwhile does not take them for interrupted: their tabs are there.
  const third = await reopen(context, `${site.url}?v=1&data=generated`);
  await third.waitForTimeout(3000);
  await expect(region(third)).toHaveCount(0);
  await third.close();
  await other.close();
  await page.close();

  const next = await reopen(context, `${site.url}?v=1&data=generated`);
  await expect(region(next)).toContainText('One more run was interrupted.');
  await region(next).getByRole('button', { name: 'Discard' }).click();
  await expect(region(next)).toBeVisible();
  await expect(region(next)).not.toContainText('One more run');
  await region(next).getByRole('button', { name: 'Continue' }).click();
  await expect(pause(next)).toBeVisible();
  const before = await rows(next).count();
  await expect.poll(() => rows(next).count()).toBeGreaterThan(before + 3);
});

test('a worker that dies', async ({ page, watched, site }) => {
  await watched.open(`${site.url}${QUICK}`);
  await train(page).click();
  await expect(rows(page)).not.toHaveCount(0);
  await page.waitForTimeout(1000);
  const worker = page.workers().find((one) => one.url().includes('/worker-'));
  await worker?.evaluate(() =>
    setTimeout(() => {
      throw new Error('it dies');
    }),
  );
  await expect(region(page)).toBeVisible();
  await region(page).getByRole('button', { name: 'Continue' }).click({ timeout: 60_000 });
  await expect(pause(page)).toBeVisible();
  await expect(rows(page)).not.toHaveCount(0);
  watched.complaints.length = 0;
});

test('the browser is asked not to clear what is kept, with the first of it', async ({
  page,
  watched,
  site,
}) => {
  await page.addInitScript(() => {
    const asked = { times: 0 };
    Object.assign(globalThis, { asked });
    navigator.storage.persist = () => Promise.resolve(++asked.times > 0);
  });
  const times = () =>
    page.evaluate(() => (globalThis as unknown as { asked: { times: number } }).asked.times);
  await watched.open(`${site.url}${QUICK}`);
  await page.waitForTimeout(1000);
  expect(await times()).toBe(0);
  await train(page).click();
  await expect.poll(times).toBe(1);
  await expect.poll(() => rows(page).count()).toBeGreaterThan(8);
  expect(await times()).toBe(1);
});

test('without a database it is said once, and training goes on', async ({
  page,
  watched,
  site,
}) => {
  await withoutDatabase(page);
  await watched.open(`${site.url}${QUICK}`);
  await train(page).click();
  await expect(page.getByText('lets the page store nothing')).toBeVisible();
  const before = await rows(page).count();
  await expect.poll(() => rows(page).count()).toBeGreaterThan(before + 3);
});

test('settings, view, network and drawing are there tomorrow', async ({
  page,
  watched,
  context,
  site,
}) => {
  await watched.open(`${site.url}${QUICK.replace('epochs=4000', 'epochs=3')}`);
  await train(page).click();
  const expected = await ended(page, 3);
  await draw(page, SEVEN);
  await expect(page.getByRole('status', { name: 'Prediction' })).toContainText(/\d/);
  const answer = await page.getByRole('status', { name: 'Prediction' }).textContent();
  await show(page, 'Look inside');
  await page.waitForTimeout(600);
  await page.close();

  const next = await reopen(context, site.url);
  await expect(next).toHaveURL(/#look-inside/);
  await expect(next.getByRole('status', { name: 'Prediction' })).toHaveText(answer ?? '');
  await show(next, 'Train');
  await expect(rows(next)).toHaveCount(3);
  expect(await checksum(next)).toBe(expected);
  expect(next.url()).toContain('layers=784-32-10');
});
