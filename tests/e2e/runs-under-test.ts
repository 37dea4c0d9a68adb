// SPDX-License-Identifier: MIT
// Runs as a person handles them; on generated digits and a small network, which are quick.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, setField } from './page-under-test.ts';
import { useGeneratedDigits } from './settings-under-test.ts';

export const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true });
export const undo = (page: Page) => page.getByRole('button', { name: /^Undo, bring/ });
export const kept = (page: Page) =>
  page.getByRole('list', { name: 'Kept runs' }).getByRole('listitem');

/** A network that trains an epoch in a moment. */
export async function small(page: Page, epochs: number): Promise<void> {
  await useGeneratedDigits(page);
  await page.getByText('784 – 128 – 64 – 10').click();
  await button(page, 'Remove layer 2').click();
  await setField(page, 'Units of layer 1', '16');
  await setField(page, 'Epochs', String(epochs));
}

export async function show(
  page: Page,
  view: 'Train' | 'Look inside' | 'Models' | 'Runs',
): Promise<void> {
  await page.getByRole('link', { name: view, exact: true }).click();
}

/** The first digits of the weights' checksum. */
export async function checksum(page: Page): Promise<string> {
  const shown = page.locator('mlp-run-details code').first();
  await expect(shown).toHaveText(/^[0-9a-f]{12}$/);
  return shown.innerText();
}

/** axe finds nothing, and nothing sticks out to the side, in both themes at both widths. */
export async function expectGoodLooks(page: Page, path: (name: string) => string, name: string) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1280, 390]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: width < 600 ? 844 : 800 });
      await page.screenshot({ path: path(`${name}-${colorScheme}-${width}.png`), fullPage: true });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    }
  }
}
