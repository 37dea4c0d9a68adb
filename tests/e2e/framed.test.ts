// SPDX-License-Identifier: MIT
// A lab in a frame of somebody else's page, which sends no header of isolation: it has its threads
// all the same where its own answer has Document-Isolation-Policy.
import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from '@playwright/test';
import { keptOffline } from './offline-under-test.ts';
import { expect, ready, test } from './page-under-test.ts';
import { copySite, DIST, serve } from './static-site.ts';

const cores = Math.min(8, availableParallelism());
const LAB = '?v=1&layers=784-16-10&epochs=1';

test.use({ serviceWorkers: 'allow' });

/** A page with a frame, on a host of its own that sends nothing but these headers. */
async function embed(address: string, headers: Record<string, string> = {}): Promise<Server> {
  const frame = `<iframe src="${address}" width="1250" height="900"></iframe>`;
  const server = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html', ...headers });
    response.end(`<!doctype html><meta charset="utf-8"><title>Lesson</title>${frame}`);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return server;
}

/** The same site: another port of the host. Another site: another name of the machine. */
const addressOf = (server: Server, host: string): string =>
  `http://${host}:${(server.address() as AddressInfo).port}/`;

async function labIn(page: Page): Promise<Frame> {
  const frame = page.frames()[1];
  if (!frame) throw new Error('no frame');
  await expect(frame.getByRole('button', { name: 'Train', exact: true })).toBeEnabled({
    timeout: 60_000,
  });
  return frame;
}

/** Trains in a frame; the engine tells how many threads it has, and each is a worker. */
async function expectThreads(page: Page, frame: Frame): Promise<void> {
  expect(await frame.evaluate(() => crossOriginIsolated)).toBe(true);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
  await expect(frame.getByText(`Runs on ${cores} threads, simd128`)).toBeVisible();
  await frame.getByRole('button', { name: 'Train', exact: true }).click();
  const epochs = frame.getByRole('table', { name: 'Epochs' }).locator('tbody').getByRole('row');
  await expect(epochs).toHaveCount(1, { timeout: 60_000 });
  // Its threads wait for work and answer nobody; the worker that has started them does.
  const worker = page.workers().find((one) => /\/worker-[\w-]{8}\.js/.test(one.url()));
  expect(await worker?.evaluate(() => globalThis.crossOriginIsolated)).toBe(true);
}

test.describe('of hosts that send nothing', () => {
  test.skip(cores === 1, 'one core has one thread');

  for (const isolating of ['document', 'all'] as const) {
    for (const [kind, host] of [
      ['the same site', '127.0.0.1'],
      ['another site', 'localhost'],
    ] as const) {
      test(`in a page of ${kind} it has its threads (its headers: ${isolating})`, async ({
        page,
        watched,
      }) => {
        const site = await serve(DIST, { isolating });
        const lesson = await embed(site.url + LAB);
        await page.goto(addressOf(lesson, host));
        await expectThreads(page, await labIn(page));
        // A frame keeps nothing in the browser: that is for a visit of the page itself.
        expect(site.asked).not.toContain('isolate.js');
        watched.complaints.length = 0; // the lesson has no icon, and the lab is of another host
        lesson.close();
        site.close();
      });
    }
  }

  test('the service worker of an earlier visit isolates a frame in its folder', async ({
    page,
    watched,
  }) => {
    const { folder, discard } = copySite();
    const frame = `<iframe src="./index.html${LAB}" width="1250" height="900"></iframe>`;
    const icon = '<link rel="icon" href="favicon.svg">';
    writeFileSync(join(folder, 'lesson.html'), `<!doctype html><title>L</title>${icon}${frame}`);
    const site = await serve(folder, { isolating: 'none' });
    await watched.open(site.url);
    await keptOffline(page);
    await page.goto(`${site.url}lesson.html`);
    await expectThreads(page, await labIn(page));
    site.close();
    discard();
  });
});

test('an isolated page of another site may show it too', async ({ page, watched }) => {
  const site = await serve(DIST);
  const lesson = await embed(site.url + LAB, {
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
  });
  await page.goto(addressOf(lesson, 'localhost'));
  const frame = await labIn(page);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  expect(await frame.evaluate(() => crossOriginIsolated)).toBe(true);
  watched.complaints.length = 0; // the lesson has no icon, and the lab is of another host
  lesson.close();
  site.close();
  await page.goto('about:blank');
});

test('the page itself, with that header alone, is isolated without a reload', async ({
  page,
  watched,
}) => {
  const site = await serve(DIST, { isolating: 'document' });
  await watched.open(site.url + LAB);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await ready(page);
  expect(site.asked.filter((path) => path.startsWith('?'))).toHaveLength(1);
  site.close();
});
