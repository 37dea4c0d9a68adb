// SPDX-License-Identifier: MIT
// A Chromium for the browser tests: the one of CHROMIUM_PATH, of the system, or of Playwright.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { UserError, note } from './log.mjs';
import { inRoot } from './paths.mjs';
import { which } from './run.mjs';
import { ensureSystemPackages, isDebian } from './system.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const onPath = () => names.map((name) => which(name)).find(Boolean);

/** The path of the browser, or undefined when Playwright's own download is to be used. */
export async function ensureChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new UserError(`CHROMIUM_PATH names ${named}, which does not exist.`);
  }
  const found = onPath();
  if (found) return found;
  if (isDebian()) {
    await ensureSystemPackages([{ package: 'chromium', probe: 'chromium' }]);
    return onPath();
  }
  const own = createRequire(inRoot('package.json'))('@playwright/test').chromium.executablePath();
  if (existsSync(own)) {
    note(`using Playwright's own Chromium`);
    return undefined;
  }
  throw new UserError(
    'The browser tests need Chromium. Install it, or run `npx playwright install chromium`, ' +
      'or set CHROMIUM_PATH to a Chromium or Chrome.',
  );
}
