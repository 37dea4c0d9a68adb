// SPDX-License-Identifier: MIT
// `npm run bench:smooth`: frames and long tasks in every view while the page trains, with
// the limits that a machine of its own keeps. No part of `npm test`: a busy one misses any limit.
import { defineConfig } from '@playwright/test';
import { settings } from '../../e2e/playwright.config.ts';

export default defineConfig({
  ...settings,
  testDir: '.',
  testMatch: '*.bench.ts',
  retries: 0,
  reporter: 'list',
});
