// SPDX-License-Identifier: MIT
// 'Look inside' as a person opens it, and the same network in Node.
import type { Locator, Page } from '@playwright/test';
import { createTrainer, type Trainer } from '../../build/package/index.js';
import { expect, ready, setField } from './page-under-test.ts';

export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

export const combobox = (page: Page, name: string) =>
  page.getByRole('combobox', { name, exact: true });

export const layers = (page: Page) =>
  page.getByRole('list', { name: 'Layers of the network' }).getByRole('listitem');

export type PanelName = 'Weights' | 'Activations' | 'Network';

export async function open(page: Page, panel: PanelName): Promise<void> {
  await page.getByRole('link', { name: 'Look inside' }).click();
  await page.getByRole('link', { name: panel, exact: true }).click();
}

/** Back to Train, with generated digits, so that Node can make the same. */
export async function useGenerated(page: Page, epochs: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Data' }).selectOption('Generated digits');
  await ready(page);
  await setField(page, 'Epochs', epochs);
}

/** The same network in Node, trained for so many epochs. */
export async function library(epochs: number): Promise<Trainer> {
  const trainer = await createTrainer();
  await trainer.generateDigits();
  if (epochs > 0) {
    for await (const epoch of trainer.train({ epochs })) expect(epoch.epoch).toBeGreaterThan(0);
  }
  return trainer;
}

export const cells = (row: Locator) => row.getByRole('cell').allInnerTexts();
