// SPDX-License-Identifier: MIT
// Pause, step, reset, settings; on generated digits, which are quick.
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
import { useGeneratedDigits } from './settings-under-test.ts';

/** The table without the seconds, which differ from run to run. */
const figures = async (page: Page) => (await table(page)).map((cells) => cells.slice(0, 4));

test('Reset gives the same numbers again, and so does the path by Pause and Step', async ({
  page,
  watched,
}) => {
  await watched.open();
  await useGeneratedDigits(page);
  await setField(page, 'Epochs', '2');
  await trainToTheEnd(page, 2);
  const first = await figures(page);
  expect(first).toHaveLength(2);

  await page.getByRole('button', { name: 'Reset', exact: true }).click();
  await expect(rows(page)).toHaveCount(0);
  await trainToTheEnd(page, 2);
  expect(await figures(page)).toEqual(first);

  await page.getByRole('button', { name: 'Reset', exact: true }).click();
  await expect(rows(page)).toHaveCount(0);
  for (let i = 0; i < 3; i += 1) await page.getByRole('button', { name: 'Step' }).click();
  await expect(page.getByText(/384 of 60,000/)).toBeVisible();
  await train(page).click();
  await page.waitForTimeout(300);
  await pause(page).click();
  await expect(train(page)).toBeVisible();
  await page.getByRole('button', { name: 'Step' }).click();
  await trainToTheEnd(page, 2);
  expect(await figures(page)).toEqual(first);
});

test('while paused nothing moves', async ({ page, watched }) => {
  await watched.open();
  await train(page).click();
  await page.waitForTimeout(400);
  await pause(page).click();
  await expect(page.getByText(/Paused in epoch/)).toBeVisible();
  const progress = page.getByRole('progressbar', { name: 'Progress of the training' });
  await page.waitForTimeout(200);
  const before = await progress.getAttribute('value');
  await page.waitForTimeout(500);
  expect(await progress.getAttribute('value')).toBe(before);
});

test('by keyboard alone: train, pause, draw', async ({ page, watched }) => {
  await watched.open();
  await train(page).focus();
  await page.keyboard.press('Enter');
  await expect(pause(page)).toBeFocused();
  await page.keyboard.press('Space');
  await expect(train(page)).toBeFocused();
  await page.getByLabel('Drawing pad', { exact: true }).focus();
  await page.keyboard.press('Space');
  for (let i = 0; i < 8; i += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(page.getByRole('status', { name: 'Prediction' })).toHaveText(/^\d/);
  await page.keyboard.press('Delete');
  await expect(page.getByRole('status', { name: 'Prediction' })).toHaveText(/draw a digit/);
});

test("'Is it a 3?' is answered by yes or no, with precision, recall and F1", async ({
  page,
  watched,
}) => {
  await watched.open();
  await useGeneratedDigits(page);
  await page.getByRole('radio', { name: /Is it a/ }).check();
  await setField(page, 'Epochs', '2');
  await trainToTheEnd(page, 2);
  for (const name of ['Precision', 'Recall', 'F1']) {
    await expect(page.getByText(name, { exact: true })).toBeVisible();
  }
  await expect(page.getByRole('list', { name: 'Probabilities' }).getByRole('listitem')).toHaveCount(
    2,
  );
});

test('a bad setting is named at its field, and Train waits', async ({ page, watched }) => {
  await watched.open();
  await setField(page, 'Learning rate', '-1');
  const field = page.getByLabel('Learning rate').first();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText(/must be a number above 0/i)).toBeVisible();
  await expect(train(page)).toBeDisabled();
  await setField(page, 'Learning rate', '0.1');
  await expect(train(page)).toBeEnabled();
  await setField(page, 'Batch size', '70000');
  const batch = page.getByRole('textbox', { name: 'Batch size' });
  await expect(batch).toHaveAttribute('aria-invalid', 'true');
  await expect(batch).toHaveAccessibleDescription(/from 1 to 60,000, the images to train on/);
  await expect(train(page)).toBeDisabled();
  await setField(page, 'Batch size', '128');
  await expect(train(page)).toBeEnabled();
});

test('a cost that explodes stops the run and says what to do', async ({ page, watched }) => {
  await watched.open();
  await setField(page, 'Learning rate', '1e20');
  await train(page).click();
  await expect(page.getByText(/infinite or not a number/)).toBeVisible();
  await expect(
    page.getByText(/smaller learning rate|Lower the learning rate/).first(),
  ).toBeVisible();
  await expect(train(page)).toBeEnabled();
});
