// SPDX-License-Identifier: MIT
// A newer version is told of and taken when the person says so, or at the next start; older pages
// that are open keep working.
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import {
  cached,
  deploy,
  foot,
  keptOffline,
  lookForUpdate,
  modules,
  programs,
} from './offline-under-test.ts';
import { expect, pause, ready, rows, test, train } from './page-under-test.ts';
import { copySite, DIST, serve } from './static-site.ts';

/** A run that goes on until it is paused. */
const LONG = 'v=1&layers=784-16-10&epochs=500';

const notice = (page: Page) => page.getByText('A new version is here.');
const load = (page: Page) => page.getByRole('button', { name: 'Load it now' });

/** Opens a view of which no script was loaded. */
async function openLazily(page: Page, view: string, name: string): Promise<void> {
  await page.getByRole('link', { name: view, exact: true }).click();
  await expect(page.getByRole('link', { name: view, exact: true })).toHaveAttribute(
    'aria-current',
    'page',
  );
  await expect(page.getByText(name).first()).toBeVisible();
  await expect(page.getByText('could not be opened')).toHaveCount(0);
}

/** A copy of the built page, to be replaced by others. */
async function serveCopy(isolating: 'all' | 'none' = 'all') {
  const { folder, discard } = copySite();
  const site = await serve(folder, { isolating });
  const end = (): void => {
    site.close();
    discard();
  };
  return { folder, site, end };
}

test('an update is told, waits for the run, and leaves older pages their parts', async ({
  page,
  context,
  watched,
}) => {
  const { folder, site, end } = await serveCopy();
  await watched.open(`${site.url}?${LONG}`);
  await keptOffline(page);
  const other = await context.newPage();
  await other.goto(site.url);
  await ready(other);
  await train(page).click();
  await expect(rows(page)).not.toHaveCount(0, { timeout: 60_000 });

  deploy(folder, 'Version B');
  await lookForUpdate(page);
  // In the midst of the run it is told, and cannot be loaded.
  await expect(notice(page)).toBeVisible({ timeout: 30_000 });
  await expect(load(page)).toBeDisabled();
  await expect(page.getByText('Pause the training first.')).toBeVisible();
  await expect(notice(other)).toBeVisible();
  const before = await rows(page).count();
  await expect.poll(() => rows(page).count(), { timeout: 60_000 }).toBeGreaterThan(before);
  // The host has none of the older version's files any more.
  await openLazily(page, 'Look inside', 'Confusion matrix');
  await page.getByRole('link', { name: 'Train', exact: true }).click();
  await pause(page).click();
  await expect(load(page)).toBeEnabled();
  // A page that is opened meanwhile is of the older version, whole.
  const third = await context.newPage();
  await third.goto(site.url);
  await ready(third);
  await expect(foot(third)).toBeVisible();
  await third.close();

  await load(page).click();
  await expect(foot(page, 'Version B')).toBeVisible();
  await ready(page);
  await expect(notice(page)).toHaveCount(0);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await openLazily(page, 'Step by step', 'Next');

  // The other tab stays as it is until it is told otherwise, and finds its parts.
  await expect(foot(other)).toBeVisible();
  await openLazily(other, 'Data', 'Training images');
  await openLazily(other, 'Models', 'Storage');
  expect(programs(await cached(page))).toHaveLength(2);
  await load(other).click();
  await expect(foot(other, 'Version B')).toBeVisible();
  await ready(other);

  // Nobody is of the older version any more: at the next start its files go.
  await other.close();
  await page.close();
  const next = await context.newPage();
  await next.goto(site.url);
  await ready(next);
  await expect(foot(next, 'Version B')).toBeVisible();
  await expect.poll(async () => programs(await cached(next))).toHaveLength(1);
  expect(modules(await cached(next))).toHaveLength(1);
  end();
});

test('an update that nobody asks for is taken at the next start, offline too', async ({
  page,
  context,
  watched,
}) => {
  const { folder, site, end } = await serveCopy();
  await watched.open(site.url);
  await keptOffline(page);
  deploy(folder, 'Version B');
  await lookForUpdate(page);
  await expect(notice(page)).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Later' }).click();
  await expect(notice(page)).toHaveCount(0);
  await expect(foot(page)).toBeVisible();
  await page.close();

  end();
  const next = await context.newPage();
  await next.goto(site.url);
  await ready(next);
  await expect(foot(next, 'Version B')).toBeVisible();
  expect(await next.evaluate(() => crossOriginIsolated)).toBe(true);
  await openLazily(next, 'Look inside', 'Confusion matrix');
});

test('two versions later, the oldest page still finds its parts', async ({
  page,
  context,
  watched,
}) => {
  const { folder, site, end } = await serveCopy();
  await watched.open(site.url);
  await keptOffline(page);
  for (const mark of ['Version B', 'Version C']) {
    deploy(folder, mark);
    const other = await context.newPage();
    await other.goto(site.url);
    await ready(other);
    await lookForUpdate(other);
    await expect(notice(other)).toBeVisible({ timeout: 30_000 });
    await load(other).click();
    await expect(foot(other, mark)).toBeVisible();
    await other.close();
  }
  await expect(foot(page)).toBeVisible();
  await openLazily(page, 'Look inside', 'Confusion matrix');
  end();
});

/** What isolate.js was before it kept anything. */
const BEFORE = `const headers = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };
addEventListener('install', () => void skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => event.respondWith(fetch(event.request).then((response) => {
  const all = new Headers(response.headers);
  for (const [name, value] of Object.entries(headers)) all.set(name, value);
  return new Response(response.body, { status: response.status, headers: all });
})));
`;

test('the worker that only isolated is taken over', async ({ page, watched }) => {
  const { folder, site, end } = await serveCopy('none');
  writeFileSync(join(folder, 'isolate.js'), BEFORE);
  await watched.open(site.url);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  expect(await cached(page)).toEqual({});

  rmSync(folder, { recursive: true });
  cpSync(DIST, folder, { recursive: true });
  await page.reload();
  await ready(page);
  await keptOffline(page);
  const registrations = await page.evaluate(async () =>
    (await navigator.serviceWorker.getRegistrations()).map(({ scope, waiting, active }) => [
      scope,
      active?.scriptURL,
      waiting?.scriptURL,
    ]),
  );
  expect(registrations).toEqual([[site.url, `${site.url}isolate.js`, undefined]]);
  await expect(notice(page)).toHaveCount(0);
  end();
  await watched.open(site.url);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
});
