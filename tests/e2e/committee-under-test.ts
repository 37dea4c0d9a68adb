// SPDX-License-Identifier: MIT
// 'Answers by several' as a person opens it.
import type { Page } from '@playwright/test';
import { type Trainer } from '../../build/package/index.js';
import { expect } from './page-under-test.ts';
import { button, show } from './runs-under-test.ts';

export const figures = (page: Page) =>
  page.getByRole('table', { name: 'What each answers, and all together' });

export const tick = (page: Page, name: string) => page.getByRole('checkbox', { name, exact: true });

export const panel = (page: Page) => page.locator('mlp-committee');

export async function open(page: Page): Promise<void> {
  await show(page, 'Runs');
  await page.getByText('Answers by several', { exact: true }).click();
}

/** Presses Answer and waits for the figures. */
export async function answer(page: Page): Promise<void> {
  await button(page, 'Answer').click();
  await expect(figures(page)).not.toContainText('–', { timeout: 60_000 });
  await expect(button(page, 'Answer')).toBeEnabled();
}

/** Of each test image: the likeliest class, of the mean over copies. */
export async function answers(
  trainer: Trainer,
  copies: 1 | 5,
): Promise<{ given: number[]; labels: Uint8Array }> {
  const { images, labels } = await trainer.images('test', 0, 10_000);
  const p = await trainer.predict(images, { copies });
  const given = Array.from({ length: 10_000 }, (_, i) => {
    const of = Array.from(p.subarray(10 * i, 10 * i + 10));
    return of.indexOf(Math.max(...of));
  });
  return { given, labels };
}
