// SPDX-License-Identifier: MIT
// Chromium with the pages of the benchmarks, and a way to call what they export.
import { chromium } from '@playwright/test';
import { ensureChromium } from '../../../scripts/lib/chromium.mjs';
import { distDir, inRoot } from '../../../scripts/lib/paths.mjs';
import { dataDir } from './datasets.mjs';
import { oursDir } from './build-page.mjs';
import { programsDir } from './programs.mjs';
import { serve } from './server.mjs';

/** Those of tests/e2e/playwright.config.ts. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const FOLDERS = {
  page: inRoot('tests/bench/page'),
  peers: inRoot('tests/bench/peers/node_modules'),
  ours: oursDir,
  data: dataDir,
  dist: distDir,
  programs: programsDir,
};

/** A browser and the server of its pages; `answer` as serve() has it. */
export async function openBrowser({ flags = [], answer } = {}) {
  const executablePath = await ensureChromium();
  const server = await serve(FOLDERS, answer);
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [...FLAGS, ...flags],
  });
  return {
    url: server.url,
    version: browser.version(),
    newContext: (options) => browser.newContext(options),
    async close() {
      await browser.close();
      server.close();
    },
    /**
     * A page of its own with a module, such as '/page/tfjs.mjs' or '/ours/ours.js'.
     * @returns call(name, argument): calls an export of it, on the page at the front
     */
    async openModule(path) {
      const page = await browser.newPage();
      page.setDefaultTimeout(600_000);
      await page.goto(`${server.url}/page/index.html`);
      await page.evaluate(async (url) => {
        if (!globalThis.crossOriginIsolated) throw new Error('the page is not isolated');
        globalThis.contender = await import(url);
      }, path);
      return {
        page,
        async call(name, argument) {
          await page.bringToFront();
          return page.evaluate(
            ([method, value]) => globalThis.contender[method](value),
            [name, argument],
          );
        },
        close: () => page.close(),
      };
    },
  };
}
