// SPDX-License-Identifier: MIT
// Threads where the page is isolated, by the host's headers or by its own service worker; one thread
// anywhere else; and always the same bits.
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { createTrainer } from '../../build/package/index.js';
import { keptOffline } from './offline-under-test.ts';
import { expect, ready, setField, test, trainToTheEnd } from './page-under-test.ts';
import { useGeneratedDigits } from './settings-under-test.ts';
import { copySite, DIST, serve, type Site } from './static-site.ts';

const cores = Math.min(8, availableParallelism());
const oneThread = 'Runs on 1 thread, simd128';
const allThreads = cores === 1 ? oneThread : `Runs on ${cores} threads, simd128`;
const threadedModule = cores === 1 ? 'mlp' : 'mlp-threads';

/**
 * The modules that were downloaded, without the hashes in their names; some twice, to be kept for use
 * offline: this host allows no caching.
 */
const modules = ({ asked }: Site) => [
  ...new Set(asked.flatMap((path) => /assets\/(mlp[a-z-]*)-[\w-]{8}\.wasm$/.exec(path)?.[1] ?? [])),
];
const loaders = ({ asked }: Site) =>
  asked.flatMap((path) => /assets\/(mlp[a-z-]*)-[\w-]{8}\.js$/.exec(path)?.[1] ?? []);
/** How often the page itself was asked for, with settings in its address or without. */
const pages = ({ asked }: Site) => asked.filter((path) => /^(\?.*)?$/.test(path)).length;
const workers = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
const isolated = (page: Page) => page.evaluate(() => crossOriginIsolated);

/** Trains two epochs on generated digits and compares the weights with Node's. */
async function expectTheSameBits(page: Page): Promise<void> {
  await useGeneratedDigits(page);
  await setField(page, 'Epochs', '2');
  await trainToTheEnd(page, 2);
  const trainer = await createTrainer();
  await trainer.generateDigits();
  for await (const { cost } of trainer.train({ epochs: 2 })) expect(cost).toBeGreaterThan(0);
  const { sha256 } = await trainer.weights();
  trainer.dispose();
  await expect(page.getByText(sha256.slice(0, 12)).first()).toBeVisible();
}

test.describe('on a host that sends the headers', () => {
  test('threads run without a reload, and the bits are those of Node', async ({
    page,
    watched,
  }) => {
    const site = await serve(DIST);
    await watched.open(`${site.url}?v=1`);
    expect(await isolated(page)).toBe(true);
    await expect(page.getByText(allThreads)).toBeVisible();
    await expectTheSameBits(page);
    expect(modules(site)).toEqual([threadedModule]);
    expect(pages(site)).toBe(1);
    // What keeps the page for use offline comes when it is usable.
    await expect.poll(() => workers(page)).toBe(1);
    site.close();
  });
});

test.describe('on a host that sends none', () => {
  test('the service worker isolates the page by one reload, and the bits are those of Node', async ({
    page,
    watched,
  }) => {
    const site = await serve(DIST, { isolating: 'none' });
    await watched.open(`${site.url}?v=1`);
    expect(await isolated(page)).toBe(true);
    await expect(page.getByText(allThreads)).toBeVisible();
    await expectTheSameBits(page);
    expect(modules(site)).toEqual([threadedModule]);
    expect(pages(site)).toBe(2);
    expect(await workers(page)).toBe(1);
    // The next visit needs no reload, and no host.
    await keptOffline(page);
    await page.goto('about:blank');
    await watched.open(site.url);
    expect(await isolated(page)).toBe(true);
    expect(pages(site)).toBe(2);
    site.close();
  });

  test('one reload is all, also when it does not help', async ({ page, watched }) => {
    const { folder, discard } = copySite();
    writeFileSync(join(folder, 'isolate.js'), "addEventListener('fetch', () => {});");
    const site = await serve(folder, { isolating: 'none' });
    await watched.open(site.url);
    await expect(page.getByText(oneThread)).toBeVisible();
    await page.reload();
    await ready(page);
    expect(pages(site)).toBe(3);
    expect(modules(site).slice(-1)).toEqual(['mlp']);
    watched.complaints.length = 0; // Chromium finds a handler that does nothing worth a warning
    site.close();
    discard();
  });

  test('without a service worker it runs on one thread', async ({ browser, watched }) => {
    const site = await serve(DIST, { isolating: 'none' });
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.goto(`${site.url}?v=1`);
    await ready(page);
    await expect(page.getByText(oneThread)).toBeVisible();
    expect(modules(site)).toEqual(['mlp']);
    expect(pages(site)).toBe(1);
    expect(watched.complaints).toEqual([]);
    await context.close();
    site.close();
  });

  test('a lesson that embeds it, by a frame or by its element, is not reloaded', async ({
    page,
    watched,
  }) => {
    const { folder, discard } = copySite();
    const lessons = {
      'frame.html': '<iframe src="./index.html" width="1300" height="900"></iframe>',
      'element.html': `<mlp-scratchpad></mlp-scratchpad><script type="module" src="mlp-scratchpad.js"></script>`,
    };
    const site = await serve(folder, { isolating: 'none' });
    for (const [name, body] of Object.entries(lessons)) {
      const head =
        '<meta charset="utf-8" /><title>Lesson</title><link rel="icon" href="favicon.svg">';
      writeFileSync(join(folder, name), `<!doctype html>${head}${body}`);
      await page.goto(site.url + name);
      const lesson = name === 'frame.html' ? page.frameLocator('iframe') : page;
      await expect(lesson.getByText(oneThread)).toBeVisible();
      await expect(lesson.getByRole('button', { name: 'Train', exact: true })).toBeEnabled();
    }
    const documents = site.asked.filter((path) => path.endsWith('.html'));
    expect(documents).toEqual(['frame.html', 'index.html', 'element.html']);
    expect(site.asked).not.toContain('isolate.js');
    // Nor does it lose its freedom to load from elsewhere once the page beside it is isolated.
    await watched.open(site.url);
    expect(await isolated(page)).toBe(true);
    await page.goto(`${site.url}element.html`);
    await ready(page);
    expect(await isolated(page)).toBe(false);
    site.close();
    expect(watched.complaints).toEqual([]);
    discard();
  });
});

test('the engine and threads are chosen under more, each with a new network', async ({
  page,
  watched,
}) => {
  const site = await serve(DIST);
  await watched.open(site.url);
  await useGeneratedDigits(page);
  await setField(page, 'Epochs', '1');
  await trainToTheEnd(page, 1);
  await page.getByText('more', { exact: true }).click();
  await page.getByText('Engine', { exact: true }).click();
  await page.getByRole('combobox', { name: 'Threads' }).selectOption('1');
  await expect(page.getByText(/the old one is kept/)).toBeVisible();
  await expect(page.getByText(oneThread)).toBeVisible();
  await ready(page);
  const engine = page.getByRole('combobox', { name: 'Engine' });
  await engine.selectOption('Turbo');
  await expect(page.getByText('Runs on 1 thread, relaxed SIMD (Turbo)')).toBeVisible();
  await ready(page);
  expect(loaders(site).at(-1)).toBe('mlp-turbo');
  await trainToTheEnd(page, 1);

  await setField(page, 'Epochs', '100');
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await expect(engine).toBeDisabled();
  await page.getByRole('button', { name: 'Pause' }).click();
  await engine.selectOption('fast (reproducible)');
  await expect(page.getByText(oneThread)).toBeVisible();
  await ready(page);
  site.close();
});
