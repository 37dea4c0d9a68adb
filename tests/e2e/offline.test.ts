// SPDX-License-Identifier: MIT
// After the first visit the page needs no host, and what it keeps can be seen and cleared.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { cached, keptOffline, modules, programs } from './offline-under-test.ts';
import { expect, ready, rows, test, train } from './page-under-test.ts';
import { copySite, DIST, hasMnist, serve } from './static-site.ts';

/** Quick to train. */
const SMALL = 'v=1&layers=784-16-10&epochs=1&batch=100';
const VIEWS = ['Step by step', 'Look inside', 'Data', 'Models', 'Runs'];

/** Opens every view; none of them was opened before, so that none of their scripts is loaded. */
async function openAll(page: Page): Promise<void> {
  for (const view of VIEWS) {
    await page.getByRole('link', { name: view, exact: true }).click();
    await expect(page.getByText('Opening the view')).toHaveCount(0);
    await expect(page.getByText('The view could not be opened')).toHaveCount(0);
  }
  await expect(page.getByRole('heading', { name: 'Runs' })).toBeVisible();
  await page.getByRole('link', { name: 'Train', exact: true }).click();
}

const panel = (page: Page) => page.getByRole('table', { name: 'Kept in this browser' });
const line = (page: Page, name: string) =>
  panel(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name }) });

async function openStorage(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Models', exact: true }).click();
  await page.locator('summary').filter({ hasText: 'Storage' }).click();
  await expect(panel(page)).toBeVisible();
}

for (const isolating of ['all', 'none'] as const) {
  test(`with the host gone all works, and is isolated (headers of the host: ${isolating})`, async ({
    page,
    context,
    watched,
  }) => {
    const site = await serve(DIST, { isolating });
    await watched.open(`${site.url}?${SMALL}`);
    await keptOffline(page);
    const backend = await page.getByText(/^Runs on \d/).innerText();
    site.close();
    await context.setOffline(true);

    await watched.open(`${site.url}?${SMALL}&seed=3`);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    await expect(page.getByText(backend)).toBeVisible();
    if (hasMnist()) await expect(page.getByText(/built without MNIST/)).toHaveCount(0);
    await train(page).click();
    await expect(rows(page)).toHaveCount(1, { timeout: 60_000 });
    await openAll(page);
    await page.getByRole('button', { name: 'Step', exact: true }).click();
    await expect(page.getByRole('alert')).toHaveCount(0);
  });
}

test('of the five compiled modules the one in use is kept, another once it is used', async ({
  page,
  watched,
}) => {
  const site = await serve(DIST);
  await watched.open(`${site.url}?${SMALL}`);
  await keptOffline(page);
  const [first = '', ...others] = modules(await cached(page));
  expect(first).toMatch(/^mlp(-threads)?$/);
  expect(others).toEqual([]);
  await page.getByText('more', { exact: true }).click();
  await page.getByText('Engine', { exact: true }).click();
  await page.getByRole('combobox', { name: 'Engine' }).selectOption('Turbo');
  await expect(page.getByText('relaxed SIMD (Turbo)')).toBeVisible();
  await ready(page);
  const turbo = first.replace('mlp', 'mlp-turbo');
  await expect.poll(async () => modules(await cached(page))).toEqual([first, turbo]);
  site.close();
});

test('it can be installed', async ({ page, watched }) => {
  const site = await serve(DIST);
  await watched.open(site.url);
  const session = await page.context().newCDPSession(page);
  const { errors, data = '' } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const manifest = JSON.parse(data) as { icons: { src: string; sizes: string }[]; name: string };
  expect(manifest).toMatchObject({
    name: 'MLP Scratchpad',
    start_url: './',
    display: 'standalone',
  });
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // Playwright's windows are private ones.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
  for (const { src, sizes } of manifest.icons.filter((icon) => icon.src.endsWith('.png'))) {
    const size = await page.evaluate(async (address) => {
      const image = await createImageBitmap(await (await fetch(address)).blob());
      return `${image.width}x${image.height}`;
    }, new URL(src, site.url).href);
    expect(size).toBe(sizes);
  }
  // Its window has the colour of the page.
  const colour = page.locator('meta[name="theme-color"]');
  await expect(colour).toHaveAttribute('content', '#fbf8f1');
  await page.getByRole('button', { name: 'Dark theme' }).click();
  await expect(colour).toHaveAttribute('content', '#1d2522');
  site.close();
});

test('what is kept is shown in one place, and cleared there', async ({ page, watched }) => {
  const site = await serve(DIST);
  await watched.open(`${site.url}?${SMALL}`);
  await keptOffline(page);
  await train(page).click();
  await expect(rows(page)).toHaveCount(1, { timeout: 60_000 });
  await openStorage(page);
  const offline = line(page, 'Program and data for offline use');
  await expect(offline).toContainText(hasMnist() ? 'MNIST 11.6 MB' : 'MNIST is not kept');
  const runs = line(page, 'Runs and their weights');
  await expect(runs).toContainText(/1\s+\d+\.\d [KM]B/);
  await expect(line(page, 'Drawings')).toContainText(/0\s+0\.0 KB/);
  await expect(page.getByText(/In all about [\d.]+ MB of the [\d.]+ [MG]B/)).toBeVisible();
  await expect(page.getByText(/may delete it by itself|has promised/)).toBeVisible();

  await page.getByRole('button', { name: 'Clear: Runs and their weights' }).click();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await expect(runs).toContainText(/1\s+\d+\.\d [KM]B/);
  await page.getByRole('button', { name: 'Clear: Runs and their weights' }).click();
  await page.getByRole('button', { name: 'Yes, clear it' }).click();
  await expect(runs).toContainText(/0\s+0\.0 KB/);
  await expect(page.getByText('Nothing is kept yet. Every network')).toBeVisible();

  await page.getByRole('button', { name: 'Clear: Program and data' }).click();
  await page.getByRole('button', { name: 'Yes, clear it' }).click();
  await expect(offline).toContainText('Nothing is kept');
  expect(await cached(page)).toEqual({});
  // The next visit keeps it again; the runs stay away.
  await page.reload();
  await ready(page);
  await keptOffline(page);
  await openStorage(page);
  await expect(runs).toContainText(/0\s+0\.0 KB/);
  site.close();
});

test('where nothing can be kept the page works, and the panel alone says so', async ({
  page,
  watched,
}) => {
  const { folder, discard } = copySite();
  rmSync(join(folder, 'isolate.js'));
  const site = await serve(folder);
  await watched.open(`${site.url}?${SMALL}`);
  await train(page).click();
  await expect(rows(page)).toHaveCount(1, { timeout: 60_000 });
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.getByText('offline use')).toHaveCount(0);
  await openStorage(page);
  const offline = line(page, 'Program and data for offline use');
  await expect(offline).toContainText('This browser lets the page keep nothing for offline use');
  await expect(page.getByText(/keep nothing for offline use/)).toHaveCount(1);
  // The browser itself reports the 404.
  expect(watched.complaints.splice(0).join()).toContain('404');
  site.close();
  discard();
});

test('a damaged download is not kept', async ({ page, watched }) => {
  test.skip(!hasMnist(), 'the page was built without MNIST');
  const { folder, discard } = copySite();
  writeFileSync(join(folder, 'data/t10k-labels.bin'), 'no labels');
  const site = await serve(folder, { isolating: 'none' });
  await page.goto(`${site.url}?${SMALL}`);
  await expect(page.getByRole('alert')).toContainText('t10k-labels.bin');
  await page.getByRole('button', { name: 'Use generated digits' }).click();
  await ready(page);
  await expect.poll(async () => programs(await cached(page)).length).toBe(1);
  expect((await cached(page)).data ?? []).not.toContain('data/t10k-labels.bin');
  watched.complaints.length = 0;
  site.close();
  discard();
});
