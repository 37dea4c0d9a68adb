// SPDX-License-Identifier: MIT
// embedded/host.html: two labs in somebody else's page, which stands in a folder beside the built
// page, under its strict policy.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect } from './page-under-test.ts';
import { copySite, serve } from './static-site.ts';

export const button = (lab: Locator, name: string) =>
  lab.getByRole('button', { name, exact: true });
export const rows = (lab: Locator) =>
  lab.getByRole('table', { name: 'Epochs' }).locator('tbody').getByRole('row');
export const seed = (lab: Locator) => lab.getByLabel('Seed', { exact: true });

export const more = (lab: Locator) =>
  lab
    .locator('summary')
    .filter({ hasText: /^more$/ })
    .click();

/** Opens the lesson, and waits until both labs can train. */
export async function open(
  page: Page,
): Promise<{ first: Locator; second: Locator; address: string }> {
  const { folder, discard } = copySite();
  cpSync(join(import.meta.dirname, 'embedded'), join(folder, 'lesson'), { recursive: true });
  for (const part of ['assets', 'mlp-scratchpad.js']) {
    cpSync(join(folder, part), join(folder, 'copy', part), { recursive: true });
  }
  const site = await serve(folder);
  page.once('close', () => {
    site.close();
    discard();
  });
  const address = `${site.url}lesson/host.html?page=2&seed=9#part-3`;
  await page.goto(address);
  const [first, second] = [page.locator('#first'), page.locator('#second')];
  for (const lab of [first, second]) {
    await expect(button(lab, 'Train')).toBeEnabled({ timeout: 60_000 });
  }
  return { first, second, address };
}
