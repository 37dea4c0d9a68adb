// SPDX-License-Identifier: MIT
// The views after the same short training on generated digits, with a digit on the pad. Times and
// dates, which differ from run to run, are covered.
import type { Page } from '@playwright/test';
import { expect, setField, test, trainToTheEnd } from '../e2e/page-under-test.ts';
import { useGeneratedDigits } from '../e2e/settings-under-test.ts';
import { draw } from '../e2e/strokes.ts';

const VIEWS = {
  train: '#train',
  notes: '#step-by-step',
  answers: '#look-inside/answers',
  weights: '#look-inside/weights',
  activations: '#look-inside/activations',
  network: '#look-inside/network',
  data: '#data',
  runs: '#runs',
};

const TWO = { strokes: [[10, 25, 25, 5, 45, 10, 50, 30, 35, 60, 10, 95, 35, 90, 65, 95]] };

/** What says how long something took, and when it was. */
const changing = (page: Page) => [
  page.locator('mlp-run-progress'),
  page.locator('mlp-epoch-table'),
  page.locator('mlp-run-list'),
];

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [width, height] of [
    [1280, 800],
    [390, 844],
  ] as const) {
    test(`${colorScheme}, ${width} px`, async ({ page, watched }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height });
      await watched.open();
      if (width < 600) await page.getByText('Settings', { exact: true }).click();
      await useGeneratedDigits(page);
      await setField(page, 'Epochs', '2');
      await trainToTheEnd(page, 2);
      if (width < 600) await page.getByText('Settings', { exact: true }).click();
      await page.getByLabel('Drawing pad', { exact: true }).scrollIntoViewIfNeeded();
      await draw(page, TWO);
      await expect(page.getByRole('status', { name: 'Prediction' })).toHaveText(/^\d/);
      for (const [name, hash] of Object.entries(VIEWS)) {
        await page.evaluate((to) => (location.hash = to), hash);
        await expect.soft(page).toHaveScreenshot(`${name}-${colorScheme}-${width}.png`, {
          fullPage: true,
          mask: changing(page),
        });
      }
    });
  }
}
