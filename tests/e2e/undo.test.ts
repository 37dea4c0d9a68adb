// SPDX-License-Identifier: MIT
// What ends a run never loses it: Undo brings it back, weights, curve, settings and all.
import type { Page } from '@playwright/test';
import {
  expect,
  pause,
  rows,
  setField,
  table,
  test,
  train,
  trainToTheEnd,
} from './page-under-test.ts';
import { button, checksum, kept, show, small, undo } from './runs-under-test.ts';
import { combobox, field, unfold } from './settings-under-test.ts';

/** The table without the seconds, which differ from run to run. */
const figures = async (page: Page) => (await table(page)).map((cells) => cells.slice(0, 4));

test('Undo after Reset, a preset, another seed, other layers and other data', async ({
  page,
  watched,
}) => {
  await watched.open();
  await small(page, 2);
  await unfold(page);
  await trainToTheEnd(page, 2);
  const weights = await checksum(page);
  const all = await table(page);
  const expectAllBack = async () => {
    await expect(rows(page)).toHaveCount(0);
    await expect(train(page)).toBeEnabled({ timeout: 60_000 });
    await undo(page).click();
    await expect(rows(page)).toHaveCount(2, { timeout: 60_000 });
    expect(await table(page)).toEqual(all);
    expect(await checksum(page)).toBe(weights);
    await expect(field(page, 'Units of layer 1')).toHaveValue('16');
    await expect(field(page, 'Seed')).toHaveValue('1');
    await expect(combobox(page, 'Data')).toHaveValue('generated');
    await expect(undo(page)).toHaveCount(0);
  };
  await button(page, 'Reset').click();
  await expectAllBack();
  await combobox(page, 'Preset').selectOption('Accurate');
  await expectAllBack();
  await setField(page, 'Seed', '9');
  await expectAllBack();
  await button(page, '+ Add layer').click();
  await expectAllBack();
  await combobox(page, 'Data').selectOption('MNIST');
  await expectAllBack();
});

test('a run that Reset ended in the middle goes on after Undo to the same weights', async ({
  page,
  watched,
}) => {
  await watched.open();
  await small(page, 15);
  await trainToTheEnd(page, 15);
  const weights = await checksum(page);
  const all = await figures(page);
  await button(page, 'Reset').click();
  await expect(rows(page)).toHaveCount(0);
  await button(page, 'Step').click();
  await expect(page.getByText(/128 of 60,000/)).toBeVisible();
  await button(page, 'Reset').click();
  await undo(page).click();
  await expect(page.getByText(/128 of 60,000/)).toBeVisible();
  await train(page).click();
  await expect(rows(page).first()).toBeVisible();
  await button(page, 'Reset').click(); // while it runs
  await expect(rows(page)).toHaveCount(0);
  await undo(page).click();
  await expect(page.getByText(/Paused in epoch/)).toBeVisible();
  await train(page).click();
  await expect(rows(page)).toHaveCount(15);
  await expect(pause(page)).toHaveCount(0);
  expect(await figures(page)).toEqual(all);
  expect(await checksum(page)).toBe(weights);
});

test('what was undone is in the list, whatever comes after', async ({ page, watched }) => {
  await watched.open();
  await small(page, 1);
  await trainToTheEnd(page, 1);
  await button(page, 'Reset').click();
  await expect(undo(page)).toBeVisible();
  await trainToTheEnd(page, 1);
  await expect(undo(page)).toHaveCount(0);
  await show(page, 'Runs');
  await expect(kept(page)).toHaveCount(2);
});
