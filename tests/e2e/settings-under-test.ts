// SPDX-License-Identifier: MIT
// The settings of the page, by the names of their fields.
import type { Page } from '@playwright/test';
import { ready } from './page-under-test.ts';

const GROUPS = ['Network', 'Descent', 'Regularisation', 'Schedule', 'Early stopping', 'Engine'];

export const combobox = (page: Page, name: string) =>
  page.getByRole('combobox', { name, exact: true });
export const field = (page: Page, name: string) => page.getByRole('textbox', { name });

export async function useGeneratedDigits(page: Page): Promise<void> {
  await combobox(page, 'Data').selectOption('Generated digits');
  await ready(page);
}

/** Opens 'more' and all of its groups. */
export async function unfold(page: Page): Promise<void> {
  const more = page.locator('mlp-more-settings');
  if (!(await combobox(page, 'Activation g').isVisible())) {
    await page.getByText('more', { exact: true }).click();
  }
  for (const group of GROUPS) {
    const details = more.locator('.groups > details').filter({ hasText: group }).first();
    const summary = more.locator('summary').filter({ hasText: new RegExp(`^${group}$`) });
    if ((await details.getAttribute('open')) === null) await summary.click();
  }
}
