// SPDX-License-Identifier: MIT
// The address holds the settings; a link gives the same figures and the same weights elsewhere.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { createTrainer } from '../../build/package/index.js';
import { expect, ready, rows, setField, table, test, trainToTheEnd } from './page-under-test.ts';
import { combobox, field, unfold, useGeneratedDigits } from './settings-under-test.ts';
import { copySite, DIST, hasMnist, serve } from './static-site.ts';

const query = (page: Page) => new URL(page.url()).search;
const checksum = (page: Page) => page.getByText(/^Weights, SHA-256: [0-9a-f]{12}$/);
const layers = (page: Page, text: string) =>
  page.locator('summary').filter({ hasText: `Layers: ${text}` });
const SMALL = 'v=1&data=generated&layers=784-16-10&rate=0.1&batch=100&epochs=1&seed=7';

test('the address follows the settings, is read back by a reload, and keeps the view', async ({
  page,
  watched,
}) => {
  await watched.open();
  await expect.poll(() => query(page)).toMatch(/^\?v=1&data=\w+&layers=784-128-64-10&rate=0.2&/);
  await page.getByRole('link', { name: 'Step by step' }).click();
  await page.getByRole('link', { name: 'Train', exact: true }).click();
  await setField(page, 'Learning rate', '0.05');
  await unfold(page);
  await setField(page, 'Seed', '12');
  await combobox(page, 'Optimizer').selectOption('Adam');
  await setField(page, 'Units of layer 2', '40');
  const expected = /layers=784-128-40-10&rate=0.05&batch=128&epochs=10&seed=12&optimizer=adam$/;
  await expect.poll(() => query(page)).toMatch(expected);
  // A setting that cannot be computed is not put in its place.
  await setField(page, 'Learning rate', '-1');
  await page.waitForTimeout(600);
  expect(query(page)).toMatch(expected);
  // Back of the browser goes through the views, not through the settings.
  await page.goBack();
  await expect(page.getByRole('link', { name: 'Step by step' })).toHaveAttribute('aria-current');
  await page.goForward();
  await page.reload();
  await ready(page);
  await expect(field(page, 'Learning rate')).toHaveValue('0.05');
  await expect(layers(page, '784 – 128 – 40 – 10')).toBeVisible();
  expect(query(page)).toMatch(expected);
});

test('a copied link that trains on open gives the same figures and weights in another tab', async ({
  page,
  context,
  watched,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await watched.open();
  await useGeneratedDigits(page);
  await setField(page, 'Epochs', '1');
  await setField(page, 'Batch size', '100');
  await trainToTheEnd(page, 1);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('The link is copied.')).toBeVisible();
  const plain = await page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole('checkbox', { name: /Train on open/ }).check();
  const link = `${plain}&train`;
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  await expect(page.getByRole('textbox', { name: 'Link to these settings' })).toHaveValue(link);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox', { name: 'Link to these settings' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeFocused();

  const other = await context.newPage();
  await other.goto(link);
  await expect(rows(other)).toHaveCount(1, { timeout: 60_000 });
  await expect(checksum(other)).toBeVisible({ timeout: 30_000 });
  expect(await checksum(other).innerText()).toBe(await checksum(page).innerText());
  const figures = async (of: Page) => (await table(of)).map((cells) => cells.slice(0, 4));
  expect(await figures(other)).toEqual(await figures(page));
  // Once it has begun, a reload need not train again.
  await expect.poll(() => other.url()).toBe(plain);
  await other.close();
});

test('a link of other settings gives the weights that the library gives in Node', async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}?${SMALL}&optimizer=adamw&decay=0.01&activation=tanh&train`);
  await expect(checksum(page)).toBeVisible({ timeout: 60_000 });
  const trainer = await createTrainer({ layers: [784, 16, 10], hidden: 'tanh', seed: 7 });
  await trainer.generateDigits();
  const run = trainer.train({
    epochs: 1,
    batchSize: 100,
    learningRate: 0.1,
    optimizer: 'adamw',
    weightDecay: 0.01,
  });
  for await (const { epoch } of run) expect(epoch).toBe(1);
  const { sha256 } = await trainer.weights();
  trainer.dispose();
  await expect(checksum(page)).toContainText(sha256.slice(0, 12));
});

test('a link that is wrong names the fields, falls back field by field, and does not train', async ({
  page,
  watched,
  site,
}) => {
  await watched.open(`${site.url}?${SMALL}&rate=fast&momentum=2&optimizer=momentum&train`);
  const notice = page.getByRole('alert');
  await expect(notice).toContainText('‘rate’');
  await expect(notice).toContainText('‘momentum’');
  await expect(notice).toContainText('training does not start by itself');
  await expect(layers(page, '784 – 16 – 10')).toBeVisible();
  await expect(field(page, 'Learning rate')).toHaveValue('0.1');
  await page.waitForTimeout(500);
  await expect(rows(page)).toHaveCount(0);

  await watched.open(`${site.url}?v=2&data=generated&seed=3`);
  await expect(notice).toContainText('‘v’');
  await expect(notice).toContainText('newer version');
  await expect.poll(() => query(page)).toMatch(/^\?v=1&data=generated&.*&seed=3$/);
});

test('a link that asks for MNIST trains on nothing else', async ({ page, watched }) => {
  const { folder, discard } = copySite();
  writeFileSync(join(folder, 'data/manifest.json'), '{"version":1,"mnist":null}');
  const site = await serve(folder);
  await watched.open(`${site.url}?v=1&data=mnist&epochs=1&train`);
  await expect(page.getByRole('alert')).toContainText('The link asks for MNIST');
  await page.waitForTimeout(500);
  await expect(rows(page)).toHaveCount(0);
  site.close();
  discard();
});

test('where the clipboard is not allowed, the link stands there to be copied', async ({
  page,
  watched,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await watched.open();
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText(/Copying is not allowed here/)).toBeVisible();
  const link = page.getByRole('textbox', { name: 'Link to these settings' });
  await expect(link).toHaveValue(page.url());
  await link.focus();
  expect(await page.evaluate(() => getSelection()?.toString() ?? '')).toBe(page.url());
});

test.describe('with a service worker', () => {
  test.use({ serviceWorkers: 'allow' });

  test('the link survives the reload that isolates the page', async ({ page }) => {
    const site = await serve(DIST, { isolating: 'none' });
    await page.goto(`${site.url}?${SMALL}#step-by-step`);
    await expect(page.getByRole('button', { name: 'Next' })).toBeVisible();
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    expect(page.url()).toBe(`${site.url}?${SMALL}#step-by-step`);
    await page.getByRole('link', { name: 'Train', exact: true }).click();
    await expect(layers(page, '784 – 16 – 10')).toBeVisible();
    site.close();
  });
});

test('a lesson that embeds the element keeps its own address', async ({ page, watched }) => {
  const { folder, discard } = copySite();
  const body = `<mlp-scratchpad></mlp-scratchpad><script type="module" src="mlp-scratchpad.js"></script>`;
  const head = '<meta charset="utf-8" /><title>Lesson</title><link rel="icon" href="favicon.svg">';
  writeFileSync(join(folder, 'lesson.html'), `<!doctype html>${head}${body}`);
  const site = await serve(folder);
  const address = `${site.url}lesson.html?seed=5&page=2`;
  await watched.open(address);
  await setField(page, 'Learning rate', '0.05');
  await page.waitForTimeout(600);
  expect(page.url()).toBe(address);
  await expect(page.getByRole('button', { name: 'Copy link' })).toHaveCount(0);
  site.close();
  discard();
});

test('what is counted in the weight of the page is all that Train needs', async ({
  page,
  site,
  watched,
}) => {
  test.skip(!hasMnist(), 'the files that are counted stand beside those of MNIST');
  const script = resolve(import.meta.dirname, '../../scripts/weight.mjs');
  const counted = execFileSync(process.execPath, [script, '--json'], { encoding: 'utf8' });
  const kinds = JSON.parse(counted) as Record<string, { file: string }[]>;
  const files = new Set(Object.values(kinds).flatMap((kind) => kind.map(({ file }) => file)));
  const refused: string[] = [];
  await page.route(/\/assets\//, (route, request) => {
    const path = request.url().replace(site.url, '');
    if (files.has(path)) return route.continue();
    refused.push(path);
    return route.abort();
  });
  await page.goto(`${site.url}?v=1&epochs=1`);
  await ready(page);
  await trainToTheEnd(page, 1);
  // The charts, for one, come later.
  expect(refused.join()).toContain('line-chart');
  // No part is asked for over and over, and the browser says as well that they did not come.
  expect(refused.length).toBeLessThanOrEqual(2 * new Set(refused).size);
  expect(watched.complaints.splice(0).join()).toContain('ERR_FAILED');
});
