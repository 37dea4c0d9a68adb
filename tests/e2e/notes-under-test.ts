// SPDX-License-Identifier: MIT
// 'Step by step' by the names that it promises, and the same walk by the library in Node.
import type { Locator, Page } from '@playwright/test';
import { createTrainer, type Trainer, type Walk } from '../../build/package/index.js';
import { expect, ready } from './page-under-test.ts';

export const STEPS = ['Reshape', 'Initialise', 'Forward', 'Cost', 'Backward', 'Update', 'Predict'];

export const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true });
export const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name });
export const heading = (page: Page) => page.locator('mlp-notes').getByRole('heading', { level: 2 });
export const matrix = (page: Page, name: string | RegExp) =>
  page.getByRole('application', { name });
export const costShown = (page: Page) => page.getByRole('status', { name: 'Cost of this walk' });

/** The network's first weights and generated digits, so that Node can make the same. */
export async function openNotes(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: 'Data' }).selectOption('Generated digits');
  await ready(page);
  await link(page, 'Step by step').click();
  await expect(button(page, 'Next')).toBeVisible();
}

export async function goTo(page: Page, step: string, layer?: number): Promise<void> {
  await link(page, new RegExp(`${step}$`)).click();
  if (layer !== undefined) await link(page, `Layer ${layer}`).click();
}

/** Moves the cursor of a heat map to a cell, by keyboard, and chooses it. */
export async function choose(page: Page, map: Locator, row: number, column: number): Promise<void> {
  await map.focus();
  await page.keyboard.press('Home');
  for (let i = 0; i < 28 * 30; i += 28) await page.keyboard.press('PageUp');
  const move = async (key: string, times: number) => {
    for (let i = 0; i < Math.floor(times / 10); i += 1) await page.keyboard.press(`Shift+${key}`);
    for (let i = 0; i < times % 10; i += 1) await page.keyboard.press(key);
  };
  await move('ArrowDown', row);
  await move('ArrowRight', column);
  await page.keyboard.press('Enter');
}

/** The row of a table of terms that begins with these words: its number. */
export const foot = (page: Page, name: string | RegExp) =>
  page
    .getByRole('table', { name: 'Sum of the chosen cell' })
    .getByRole('row', { name })
    .getByRole('cell');

/** The same walk in Node. */
export async function library(count = 1): Promise<{ walk: Walk; trainer: Trainer }> {
  const trainer = await createTrainer();
  await trainer.generateDigits();
  const walk = await trainer.walk(await trainer.images('train', 0, count));
  return { walk, trainer };
}

export const at = ({ rows, values }: Walk['X'], row: number, column: number) =>
  values[row + rows * column] ?? NaN;

export function layerOf(walk: Walk, l: number) {
  const layer = walk.layers[l - 1];
  if (!layer) throw new Error(`no layer ${l}`);
  return layer;
}

/** Shows the code of the first formula. */
export async function openCode(page: Page): Promise<void> {
  await button(page, /^Show the code/)
    .first()
    .click();
  await expect(page.locator('mlp-code-panel .marked').first()).toBeVisible();
}
