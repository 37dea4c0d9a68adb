// SPDX-License-Identifier: MIT
// `npm run looks`: every view as a picture, beside the one in pictures/; `npm run looks -- -u` takes
// new ones, to be looked at and committed. Not part of `npm test`: another machine has other fonts.
import { defineConfig } from '@playwright/test';
import { settings } from '../e2e/playwright.config.ts';

export default defineConfig({
  ...settings,
  testDir: '.',
  testMatch: '*.visual.ts',
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  reporter: 'list',
  expect: {
    timeout: 20_000,
    // Letters may be drawn a little differently by another Chromium; a part that has moved is more.
    toHaveScreenshot: { maxDiffPixelRatio: 0.01, animations: 'disabled', caret: 'hide' },
  },
});
