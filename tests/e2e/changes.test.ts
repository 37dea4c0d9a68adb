// SPDX-License-Identifier: MIT
// Settings that change while it trains, and between two trainings.
import { createTrainer } from '../../build/package/index.js';
import { expect, pause, rows, setField, test, train, trainToTheEnd } from './page-under-test.ts';
import { button, checksum, kept, show, small } from './runs-under-test.ts';
import { combobox, unfold } from './settings-under-test.ts';

test('the learning rate changes while it trains, from the batch on that is said', async ({
  page,
  watched,
}) => {
  await watched.open();
  await small(page, 8);
  await unfold(page);
  await train(page).click();
  await expect(rows(page).first()).toBeVisible();
  await setField(page, 'Learning rate', '0.05');
  const applied = page.getByText(/From update [\d,]+ on: Learning rate 0.2 → 0.05/);
  await expect(applied).toBeVisible();
  const updates = Number(/update ([\d,]+)/.exec(await applied.innerText())?.[1]?.replace(',', ''));
  await expect(rows(page)).toHaveCount(8);
  await expect(pause(page)).toHaveCount(0);

  // The library, told to change at that very update, comes to the same weights.
  const trainer = await createTrainer({ layers: [784, 16, 10] });
  await trainer.generateDigits();
  const all = 8 * Math.ceil(60_000 / 128);
  expect(updates).toBeGreaterThan(0);
  expect(updates).toBeLessThan(all);
  for (let i = 0; i < all; i += 1) await trainer.step({ learningRate: i < updates ? 0.2 : 0.05 });
  const { sha256 } = await trainer.weights();
  trainer.dispose();
  expect(await checksum(page)).toBe(sha256.slice(0, 12));
});

test('what can change at once does, the rest waits, and the run keeps all of it', async ({
  page,
  watched,
}) => {
  await watched.open();
  await small(page, 40);
  await unfold(page);
  await train(page).click();
  await expect(rows(page).first()).toBeVisible();
  await setField(page, 'Batch size', '256');
  await expect(page.getByText(/on: Batch size 128 → 256/)).toBeVisible();
  await setField(page, 'Dropout', '0.1');
  await expect(page.getByText(/on: Dropout 0 → 0.1/)).toBeVisible();
  await setField(page, 'Dropout', '1');
  await expect(page.getByText(/below 1/)).toBeVisible();
  await setField(page, 'Dropout', '0.1');
  await combobox(page, 'Optimizer').selectOption('momentum');
  await expect(page.getByText(/Waits until you pause and train on: Optimizer/)).toBeVisible();
  await pause(page).click();
  await setField(page, 'Learning rate', '0.1');
  await train(page).click();
  await expect(
    page.getByText(/on: Learning rate 0.2 → 0.1, Optimizer plain descent/),
  ).toBeVisible();
  await pause(page).click();
  await show(page, 'Runs');
  await expect(kept(page).first()).toContainText('changed 3 times on the way');
});

test('a change after the end of a run is a part of it too', async ({ page, watched }) => {
  await watched.open();
  await small(page, 1);
  await trainToTheEnd(page, 1);
  await setField(page, 'Learning rate', '0.1');
  await button(page, 'Step').click();
  await expect(page.getByText(/128 of 60,000/)).toBeVisible();
  await button(page, 'Reset').click();
  await show(page, 'Runs');
  await expect(kept(page).first()).toContainText('changed once on the way');
});
