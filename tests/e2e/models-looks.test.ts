// SPDX-License-Identifier: MIT
// How 'Models', and the question after an interrupted run, look at both widths and in both themes.
import type { Page } from '@playwright/test';
import { fixture, LINK, open, problem, question } from './models-under-test.ts';
import { expect, ready, rows, test, train, trainToTheEnd } from './page-under-test.ts';
import { button, expectGoodLooks, show } from './runs-under-test.ts';

/** On the narrowest phones nothing sticks out, and where there is room the views are in one line. */
async function expectNarrow(page: Page): Promise<void> {
  for (const [width, lines] of [
    [390, 1],
    [320, 2],
  ] as const) {
    await page.setViewportSize({ width, height: 664 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    const links = await page.getByRole('navigation', { name: 'Views' }).getByRole('link').all();
    const tops = await Promise.all(links.map(async (link) => (await link.boundingBox())?.y));
    expect(new Set(tops).size).toBeLessThanOrEqual(lines);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

test('with nothing kept, with three models, a question, and an error', async ({
  page,
  watched,
  site,
}, info) => {
  test.slow();
  const path = (name: string): string => info.outputPath(name);
  await watched.open(`${site.url}${LINK}`);
  await show(page, 'Models');
  await expect(page.getByText('Nothing is kept yet')).toBeVisible();
  await expectGoodLooks(page, path, 'empty');
  await expectNarrow(page);
  await show(page, 'Train');
  for (let run = 0; run < 3; run += 1) {
    await button(page, 'Reset').click();
    await trainToTheEnd(page, 2);
  }
  await open(page, fixture('square.npz'));
  await expect(question(page)).toBeVisible();
  await page.locator('summary').filter({ hasText: 'Storage' }).click();
  await expect(page.getByRole('table', { name: 'Kept in this browser' })).toBeVisible();
  await expectGoodLooks(page, path, 'question');
  await expectNarrow(page);
  await open(page, fixture('torch-conv.safetensors'));
  await expect(problem(page)).toBeVisible();
  await expectGoodLooks(page, path, 'error');
  await expectNarrow(page);
});

test('an interrupted run', async ({ page, watched, site }, info) => {
  await watched.open(`${site.url}${LINK.replace('epochs=2', 'epochs=4000')}`);
  await train(page).click();
  await expect(rows(page)).not.toHaveCount(0);
  await page.waitForTimeout(1000);
  await page.reload();
  await ready(page);
  await expect(page.getByRole('region', { name: 'Interrupted run' })).toBeVisible();
  await expectGoodLooks(page, (name) => info.outputPath(name), 'interrupted');
  await expectNarrow(page);
});
