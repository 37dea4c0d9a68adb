// SPDX-License-Identifier: MIT
// A sweep over a grid of settings.
import type { Page } from '@playwright/test';
import { expect, rows, test, train, trainToTheEnd } from './page-under-test.ts';
import { button, checksum, expectGoodLooks, kept, show, small } from './runs-under-test.ts';
import { combobox, field } from './settings-under-test.ts';

const results = (page: Page) =>
  page.getByRole('table', { name: 'Results of the sweep' }).locator('tbody').getByRole('row');

async function open(page: Page): Promise<void> {
  await show(page, 'Runs');
  await page.getByText('Sweep over a grid of settings').click();
}

test('a grid of four is trained, judged by validation images, and kept; the network of before is back', async ({
  page,
  watched,
}, info) => {
  await watched.open();
  await small(page, 1);
  await trainToTheEnd(page, 1);
  const weights = await checksum(page);
  await open(page);
  await field(page, 'Values of Learning rate').fill('0.01, 0.3');
  await combobox(page, 'Setting 2').selectOption('Units of layer 1');
  await field(page, 'Values of Units of layer 1').fill('8, 24');
  await expect(page.getByText(/^4 runs of 1 epoch, about \d/)).toBeVisible();
  await button(page, 'Start the sweep').click();
  await expect(page.getByRole('progressbar', { name: 'Progress of the sweep' })).toBeVisible();
  await expect(page.getByText(/images\/s/).first()).toBeVisible();
  await expect(train(page)).toBeDisabled();
  await expect(page.getByText(/The sweep under Runs has the network/).first()).toBeVisible();
  await expect(page).toHaveTitle(/% · sweep/);
  await expect(page.getByText(/^Done: 4 runs/)).toBeVisible();
  await expect(train(page)).toBeEnabled();

  await expect(results(page)).toHaveCount(4);
  const cells = await Promise.all(
    (await results(page).all()).map((row) => row.getByRole('cell').allInnerTexts()),
  );
  const validation = cells.map((row) => parseFloat(row[2] ?? ''));
  expect(validation).toEqual([...validation].sort((one, other) => other - one));
  expect(validation[0]).toBeGreaterThan(validation[3] ?? 100);
  await expect(results(page).first()).toContainText('(best)');
  expect(cells[0]?.[0]).toBe('0.3');
  await button(page, 'Units of layer 1').click();
  const units = await results(page).locator('td:nth-child(3)').allInnerTexts();
  expect(units).toEqual(['8', '8', '24', '24']);
  await expect(kept(page)).toHaveCount(5);
  await expect(kept(page).first()).toContainText('from a sweep');
  await expectGoodLooks(page, (name) => info.outputPath(name), 'sweep');
  await page.setViewportSize({ width: 1280, height: 800 });

  await show(page, 'Train');
  await expect(rows(page)).toHaveCount(1);
  expect(await checksum(page)).toBe(weights);
  await expect(field(page, 'Units of layer 1')).toHaveValue('16');
});

test('a sweep can be stopped, and one too large or wrong is not begun', async ({
  page,
  watched,
}) => {
  await watched.open();
  await small(page, 30);
  await open(page);
  await field(page, 'Values of Learning rate').fill('0.1, nothing');
  await expect(field(page, 'Values of Learning rate')).toHaveAccessibleDescription(
    /Write a number/,
  );
  await expect(button(page, 'Start the sweep')).toBeDisabled();
  await field(page, 'Values of Learning rate').fill('1 2 3 4 5 6 7');
  await combobox(page, 'Setting 2').selectOption('Seed');
  await field(page, 'Values of Seed').fill('1 2 3 4 5 6 7');
  await expect(page.getByText(/49 runs; at most 48/)).toBeVisible();
  await expect(button(page, 'Start the sweep')).toBeDisabled();
  await field(page, 'Values of Learning rate').fill('0.1');
  await field(page, 'Values of Seed').fill('1, 2');
  await field(page, 'Epochs of each run').fill('30');
  await field(page, 'Epochs of each run').press('Tab');
  await button(page, 'Start the sweep').click();
  await expect(page.getByText(/run 1 of 2, epoch \d+ of 30/)).toBeVisible();
  await button(page, 'Stop the sweep').click();
  await expect(page.getByText(/Stopped after 0 of 2 runs/)).toBeVisible();
  await expect(train(page)).toBeEnabled();
  await show(page, 'Train');
  await trainToTheEnd(page, 30);
});
