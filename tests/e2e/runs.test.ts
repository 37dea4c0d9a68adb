// SPDX-License-Identifier: MIT
// Every run is kept: named, compared, drawn in the charts, restored, deleted, and there after a reload.
import type { Page } from '@playwright/test';
import {
  expect,
  pause,
  ready,
  rows,
  setField,
  test,
  train,
  trainToTheEnd,
  withoutDatabase,
} from './page-under-test.ts';
import { button, checksum, expectGoodLooks, kept, show, small } from './runs-under-test.ts';
import { field, unfold } from './settings-under-test.ts';

const comparison = (page: Page) => page.getByRole('table', { name: 'Side by side' });

test('two runs are kept, named, compared, restored, deleted, and survive a reload', async ({
  page,
  watched,
}, info) => {
  await watched.open();
  await small(page, 2);
  await unfold(page);
  await trainToTheEnd(page, 2);
  const first = await checksum(page);
  await button(page, 'Reset').click();
  await setField(page, 'Learning rate', '0.05');
  await trainToTheEnd(page, 2);
  const second = await checksum(page);
  expect(second).not.toBe(first);

  await show(page, 'Runs');
  await expect(kept(page)).toHaveCount(2);
  await expect(kept(page).first()).toContainText('on the page now');
  await expect(kept(page).first()).toContainText(/test \d+\.\d\d % · 2 epochs/);
  await field(page, 'Name of run 1').fill('quick one');
  await field(page, 'Name of run 1').press('Enter');
  await page.getByRole('checkbox', { name: 'Compare quick one' }).check();
  await expect(comparison(page)).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'Compare Run 2' }).check();
  const rate = comparison(page).getByRole('row', { name: /^Learning rate/ });
  await expect(rate).toContainText('(differs)');
  expect(await rate.getByRole('cell').allInnerTexts()).toEqual(['0.2', '0.05']);
  const seed = comparison(page).getByRole('row', { name: /^Seed/ });
  await expect(seed).not.toContainText('differs');
  expect(
    await comparison(page)
      .getByRole('row', { name: /^Weights, SHA/ })
      .getByRole('cell')
      .allInnerTexts(),
  ).toEqual([first, second]);
  await expectGoodLooks(page, (name) => info.outputPath(name), 'runs');
  await page.setViewportSize({ width: 1280, height: 800 });

  await page.reload();
  await ready(page);
  await expect(kept(page)).toHaveCount(2);
  await expect(kept(page).nth(1)).toContainText('test');
  await expect(field(page, 'Name of run 1')).toHaveValue('quick one');
  await button(page, 'Restore quick one').click();
  await expect(page.getByText(/quick one is back/)).toBeVisible({ timeout: 60_000 });
  await expect(kept(page).nth(1)).toContainText('on the page now');
  await show(page, 'Train');
  await expect(rows(page)).toHaveCount(2);
  expect(await checksum(page)).toBe(first);
  await expect(field(page, 'Learning rate')).toHaveValue('0.2');
  await expect(page.getByText('784 – 16 – 10')).toBeVisible();

  // Train goes on from there; what comes of it is another run.
  await train(page).click();
  await expect(rows(page)).toHaveCount(4);
  await expect(pause(page)).toHaveCount(0);
  await show(page, 'Runs');
  await expect(kept(page)).toHaveCount(3);
  await expect(kept(page).first()).toContainText('went on from run 1');

  await button(page, 'Delete Run 2').click();
  await expect(page.getByText('Run 2 is deleted.')).toBeVisible();
  await expect(button(page, 'Undo: keep Run 2')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(button(page, 'Delete Run 2')).toBeVisible();
  await button(page, 'Delete Run 2').click();
  await expect(page.getByText('Run 2 is deleted.')).toBeVisible();
  await page.reload();
  await expect(kept(page)).toHaveCount(2);
});

test('a kept run is drawn in the charts, with a name in their key', async ({ page, watched }) => {
  await watched.open();
  await small(page, 2);
  await trainToTheEnd(page, 2);
  await show(page, 'Runs');
  await field(page, 'Name of run 1').fill('at first');
  await field(page, 'Name of run 1').press('Enter');
  await page.getByRole('checkbox', { name: 'at first in the charts' }).check();
  await show(page, 'Train');
  await button(page, 'Reset').click();
  await expect(page.locator('mlp-line-chart.cost')).toContainText('at first');
});

test('where the browser stores nothing, runs stay for as long as the tab is open', async ({
  page,
  watched,
}) => {
  await withoutDatabase(page);
  await watched.open();
  await small(page, 1);
  await trainToTheEnd(page, 1);
  const weights = await checksum(page);
  await button(page, 'Reset').click();
  await show(page, 'Runs');
  await expect(page.getByText(/they stay until this tab is closed/)).toBeVisible();
  await button(page, 'Restore Run 1').click();
  await expect(page.getByText(/Run 1 is back/)).toBeVisible();
  await show(page, 'Train');
  expect(await checksum(page)).toBe(weights);
});
