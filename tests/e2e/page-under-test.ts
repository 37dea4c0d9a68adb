// SPDX-License-Identifier: MIT
// The page as a person uses it: by the names that it promises.
import { expect, test as base, type Page } from '@playwright/test';
import { DIST, serve, type Site } from './static-site.ts';

interface Watched {
  /** Open the page and wait until it can train. */
  open: (url?: string) => Promise<void>;
  /** Messages of the console and errors, which fail the test unless it empties the list. */
  complaints: string[];
}

export const test = base.extend<{ watched: Watched }, { site: Site }>({
  site: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names from the pattern
    async ({}, use) => {
      const site = await serve(DIST);
      await use(site);
      site.close();
    },
    { scope: 'worker' },
  ],
  watched: [
    async ({ page, site }, use) => {
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
      page.on('console', (message) => {
        const text = message.text();
        if (text === 'Service Worker registration blocked by Playwright') return;
        if (['error', 'warning'].includes(message.type())) complaints.push(text);
      });
      page.on('request', (request) => {
        const { protocol, host } = new URL(request.url());
        const own = host === new URL(page.url()).host || ['blob:', 'data:'].includes(protocol);
        if (!own && page.url() !== 'about:blank') complaints.push(`request to ${request.url()}`);
      });
      // A link without settings has the library's defaults; no link has those of 'quick'.
      const open = async (url = `${site.url}?v=1`): Promise<void> => {
        await page.goto(url);
        await ready(page);
      };
      await use({ open, complaints });
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

export const train = (page: Page) => page.getByRole('button', { name: 'Train', exact: true });
export const pause = (page: Page) => page.getByRole('button', { name: 'Pause', exact: true });
export const prediction = (page: Page) => page.getByRole('status', { name: 'Prediction' });
export const accuracy = (page: Page) => page.getByRole('status', { name: 'Test accuracy' });
export const rows = (page: Page) =>
  page.getByRole('table', { name: 'Epochs' }).locator('tbody').getByRole('row');

export async function ready(page: Page): Promise<void> {
  await expect(train(page)).toBeEnabled({ timeout: 60_000 });
}

/** Writes a number into a field, by its label. */
export async function setField(page: Page, label: string, value: string): Promise<void> {
  const field = page
    .getByRole('textbox', { name: label })
    .or(page.getByRole('spinbutton', { name: label }));
  const folded = label.startsWith('Units') ? 'Layers:' : /^more$/;
  if (!(await field.isVisible())) await page.locator('summary').filter({ hasText: folded }).click();
  await field.fill(value);
  await field.press('Tab');
}

/** The cells of the table of epochs. */
export async function table(page: Page): Promise<string[][]> {
  const all = await rows(page).all();
  return Promise.all(
    all.map((row) => row.getByRole('cell').or(row.getByRole('rowheader')).allInnerTexts()),
  );
}

/** Trains to the end of the run. */
export async function trainToTheEnd(page: Page, epochs: number): Promise<void> {
  await train(page).click();
  await expect(rows(page)).toHaveCount(epochs, { timeout: 150_000 });
  await expect(train(page)).toBeVisible();
}

/** From the next page on, the browser stores nothing, as in a private window of some. */
export async function withoutDatabase(page: Page): Promise<void> {
  await page.addInitScript(() =>
    Object.defineProperty(globalThis, 'indexedDB', {
      get: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    }),
  );
}
