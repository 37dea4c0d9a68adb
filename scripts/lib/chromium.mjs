// SPDX-License-Identifier: MIT
// A Chromium for the browser tests: the one of CHROMIUM_PATH, Playwright's own, or the system's.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { UserError, note } from './log.mjs';
import { bin, cacheDir, inRoot, root } from './paths.mjs';
import { tryRun, which } from './run.mjs';
import { ensureSystemPackages, isDebian } from './system.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const onPath = () => names.map((name) => which(name)).find(Boolean);

/** How long Playwright's download may say nothing before the system's browser is taken. */
const silenceMs = 20_000;
/** After a failure, it is left alone for this long. */
const pauseMs = 24 * 3_600_000;
const failed = join(cacheDir, 'playwright-unreachable');

/** Whether a Chromium starts: Playwright's lacks what the system did not install. */
const starts = async (path) =>
  (await tryRun(path, ['--version'], { timeout: 30_000 }).catch(() => ({ code: 1 }))).code === 0;

/** The path of Playwright's own Chromium, of the version that goes with it. */
const playwrights = () =>
  createRequire(inRoot('package.json'))('@playwright/test').chromium.executablePath();

/** `playwright install chromium`; false when it cannot be had, which is remembered for a day. */
async function downloadPlaywrights() {
  const last = existsSync(failed) ? Number(readFileSync(failed, 'utf8')) : 0;
  if (Date.now() - last < pauseMs) return false;
  note("downloading Playwright's own Chromium");
  let said = Date.now();
  const abort = new globalThis.AbortController();
  const watch = setInterval(() => Date.now() - said > silenceMs && abort.abort(), 500);
  const { code } = await tryRun(bin('playwright'), ['install', '--no-shell', 'chromium'], {
    cwd: root,
    signal: abort.signal,
    timeout: 900_000,
    onData: () => (said = Date.now()),
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '8000' },
  });
  clearInterval(watch);
  if (code === 0) return true;
  note("Playwright's download did not answer; today it is not asked again");
  mkdirSync(cacheDir, { recursive: true });
  writeFileSync(failed, String(Date.now()));
  return false;
}

/** The path of the browser. */
export async function ensureChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new UserError(`CHROMIUM_PATH names ${named}, which does not exist.`);
  }
  const own = playwrights();
  if ((existsSync(own) || (await downloadPlaywrights())) && (await starts(own))) {
    note("using Playwright's own Chromium");
    return own;
  }
  const found = onPath();
  if (found) return found;
  if (isDebian()) {
    await ensureSystemPackages([{ package: 'chromium', probe: 'chromium' }]);
    return onPath();
  }
  throw new UserError(
    'The browser tests need Chromium. Install it, or run `npx playwright install --with-deps ' +
      'chromium`, or set CHROMIUM_PATH to a Chromium or Chrome.',
  );
}
