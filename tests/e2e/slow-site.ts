// SPDX-License-Identifier: MIT
// The built page on a host of which most of the training images come later.
import { expect, type Page } from '@playwright/test';
import { train } from './page-under-test.ts';
import { DIST, serve } from './static-site.ts';

const PATH = 'data/train-images.bin';

/** Opens the page on a host of which most of the training images come later. */
export async function openSlowly(page: Page) {
  let go: () => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const rest = new Promise<void>((resolve, reject) => {
    go = resolve;
    fail = reject;
  });
  const site = await serve(DIST, { slow: { path: PATH, first: 3_000_000, rest } });
  await page.goto(`${site.url}?v=1`);
  await expect(train(page)).toBeEnabled({ timeout: 30_000 });
  await expect(page.getByText(/^[\d,]+ of 60,000 training images are here$/)).toBeVisible();
  return { site, go, fail: () => fail(new Error('the host has gone')) };
}
