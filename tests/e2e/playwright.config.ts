// SPDX-License-Identifier: MIT
import { existsSync } from 'node:fs';
import { defineConfig, type PlaywrightTestConfig } from '@playwright/test';

const debian = '/usr/bin/chromium';
const executablePath = process.env.CHROMIUM_PATH ?? (existsSync(debian) ? debian : undefined);

/** What trains with threads, or watches how often something comes, has the machine alone. */
const ALONE = /\b(framed|journey|main-job|offline|people|streaming|threads|update)\.test\.ts$/;

/** Also of tests/visual and tests/bench/smooth. */
export const settings: PlaywrightTestConfig = {
  testDir: '.',
  outputDir: '../../test-results',
  workers: 1,
  // These machines are noisy; the summary says which needed it.
  retries: 1,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  use: {
    viewport: { width: 1280, height: 800 },
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
};

export default defineConfig({
  ...settings,
  // `npm test` runs the first with BROWSER_WORKERS, or two, and then the second with one.
  projects: [
    {
      name: 'side by side',
      testIgnore: ALONE,
      // Each test has a browser's first visit, at which it would keep 13 MB for use offline.
      use: { serviceWorkers: 'block' },
    },
    { name: 'alone', testMatch: ALONE },
  ],
});
