// SPDX-License-Identifier: MIT
// Presets, optimizers, schedules, early stopping and bad settings; on generated digits, which are
// quick.
import { AxeBuilder } from '@axe-core/playwright';
import { createTrainer } from '../../build/package/index.js';
import { expect, rows, setField, table, test, train, trainToTheEnd } from './page-under-test.ts';
import { combobox, field, unfold, useGeneratedDigits } from './settings-under-test.ts';

test("the preset 'Quick' sets network and training, and trains", async ({ page, watched }) => {
  await watched.open();
  await useGeneratedDigits(page);
  await expect(combobox(page, 'Preset')).toHaveValue('defaults');
  await page.locator('summary').filter({ hasText: 'Layers:' }).click();
  await combobox(page, 'Preset').selectOption('Accurate');
  await expect(field(page, 'Units of layer 1')).toHaveValue('800');
  await combobox(page, 'Preset').selectOption('Quick');
  await expect(field(page, 'Units of layer 1')).toHaveValue('128');
  await expect(field(page, 'Batch size')).toHaveValue('64');
  await setField(page, 'Epochs', '2');
  await expect(combobox(page, 'Preset').locator('option:checked')).toHaveText('own settings');
  await train(page).click();
  await expect(combobox(page, 'Preset')).toBeDisabled();
  await expect(page.getByText(/^rate 0\.\d+/)).toBeVisible();
  await expect(rows(page)).toHaveCount(2, { timeout: 150_000 });
  const cells = await table(page);
  expect(parseFloat(cells[1]?.[3] ?? '')).toBeGreaterThan(95);
  await combobox(page, 'Preset').selectOption('Plain');
  await expect(rows(page)).toHaveCount(0);
  await expect(page.getByText(/A new network with the first weights/)).toBeVisible();
});

test('Adam, cosine and dropout: only their own parameters show, and the weights are the library’s', async ({
  page,
  watched,
}) => {
  await watched.open();
  await useGeneratedDigits(page);
  await unfold(page);
  await expect(field(page, 'Mean β₁')).toHaveCount(0);
  await expect(field(page, 'Warm-up')).toHaveCount(0);
  await combobox(page, 'Optimizer').selectOption('Adam');
  await expect(field(page, 'Mean β₁')).toBeVisible();
  await expect(field(page, 'Momentum μ')).toHaveCount(0);
  await combobox(page, 'Schedule').selectOption('cosine');
  await setField(page, 'Warm-up', '0.5');
  await setField(page, 'Dropout', '0.2');
  await setField(page, 'Learning rate', '0.002');
  await setField(page, 'Epochs', '2');
  await trainToTheEnd(page, 2);
  const cells = await table(page);
  expect(Number(cells[1]?.[1])).toBeLessThan(Number(cells[0]?.[1]));

  const trainer = await createTrainer();
  await trainer.generateDigits();
  const run = trainer.train({
    optimizer: 'adam',
    schedule: 'cosine',
    warmUp: 0.5,
    dropout: 0.2,
    learningRate: 0.002,
    epochs: 2,
  });
  for await (const epoch of run) expect(epoch.cost).toBeGreaterThan(0);
  const { sha256 } = await trainer.weights();
  trainer.dispose();
  await expect(page.getByText(sha256.slice(0, 12)).first()).toBeVisible();
});

test('early stopping ends a run, says so, and goes back to the best weights', async ({
  page,
  watched,
}) => {
  await watched.open();
  await useGeneratedDigits(page);
  await unfold(page);
  await setField(page, 'Validation', '0.2');
  await setField(page, 'Patience', '1');
  await setField(page, 'Learning rate', '1');
  await setField(page, 'Epochs', '200');
  await page.locator('summary').filter({ hasText: 'Layers:' }).click();
  await page.getByRole('button', { name: 'Remove layer 2' }).click();
  await setField(page, 'Units of layer 1', '4');
  await train(page).click();
  const outcome = page.getByText(/Early stopping after/);
  await expect(outcome).toBeVisible({ timeout: 150_000 });
  const [, epochs, kept] = /after (\d+) epochs? .* weights of epoch (\d+)/.exec(
    await outcome.innerText(),
  ) ?? ['', '', ''];
  await expect(rows(page)).toHaveCount(Number(epochs));
  expect(Number(kept)).toBe(Number(epochs) - 1);
  const names = page.getByRole('table', { name: 'Epochs' }).getByRole('columnheader');
  expect(await names.allInnerTexts()).toEqual([
    'epoch',
    'training cost',
    'test cost',
    'test accuracy',
    'seconds',
    'validation cost',
    'validation accuracy',
  ]);
  // What is shown is of the weights that were kept, and they have the lowest validation cost.
  const cells = await table(page);
  const best = cells[Number(kept) - 1] ?? [];
  const costs = cells.map((row) => Number(row[5]));
  expect(Number(best[5])).toBe(Math.min(...costs));
  const shown = await page.getByRole('status', { name: 'Test accuracy' }).innerText();
  expect(parseFloat(shown)).toBeCloseTo(parseFloat(best[3] ?? ''), 0);
});

test('each bad setting is named at its field, and Train waits', async ({ page, watched }) => {
  await watched.open();
  await useGeneratedDigits(page);
  await unfold(page);
  await combobox(page, 'Optimizer').selectOption('AdamW');
  await combobox(page, 'First weights').selectOption('normal');
  const bad = [
    ['Units of layer 1', '0', '128', /from 1 to/],
    ['Learning rate', '-0.1', '0.1', /above 0/],
    ['Batch size', '60001', '128', /from 1 to 60,000/],
    ['Epochs', '0', '5', /from 1 to/],
    ['Scale', '-1', '0.05', /above 0/],
    ['Seed', '1.5', '1', /whole number/],
    ['Mean β₁', '1', '0.9', /below 1/],
    ['Small ε', '0', '1e-8', /Must be a number/],
    ['Clipping', '-1', '0', /at least 0/],
    ['Weight decay', '-1', '0', /at least 0/],
    ['Dropout', '1', '0.5', /at least 0 and below 1/],
    ['Max-norm', 'two', '2', /Write a number/],
    ['Label smoothing', '1', '0', /below 1/],
    ['Validation', '1', '0', /below 1/],
    ['Patience', '3', '0', /validation above 0/],
  ] as const;
  for (const [name, wrong, right, message] of bad) {
    await setField(page, name, wrong);
    await expect(field(page, name)).toHaveAttribute('aria-invalid', 'true');
    await expect(field(page, name)).toHaveAccessibleDescription(message);
    await expect(train(page)).toBeDisabled();
    await expect(page.getByText(/Training waits for a valid setting/)).toBeVisible();
    await setField(page, name, right);
    await expect(field(page, name)).toHaveAttribute('aria-invalid', 'false');
    await expect(train(page)).toBeEnabled();
  }
  // Fewer images are left to train on when some are set aside.
  await setField(page, 'Batch size', '60000');
  await setField(page, 'Validation', '0.25');
  await expect(field(page, 'Batch size')).toHaveAccessibleDescription(/from 1 to 45,000/);
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1280, 390]) {
    test(`axe finds nothing with all unfolded: ${colorScheme}, ${width} px`, async ({
      page,
      watched,
    }, info) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 844 });
      await watched.open();
      if (width < 600) await page.getByText('Settings', { exact: true }).click();
      await useGeneratedDigits(page);
      await page.getByRole('radio', { name: /Is it a/ }).check();
      await unfold(page);
      await page.getByRole('button', { name: 'About: Dropout' }).click();
      await setField(page, 'Epochs', '1');
      await trainToTheEnd(page, 1);
      await page.locator('summary').filter({ hasText: 'The curves in numbers' }).click();
      await setField(page, 'Dropout', '1');
      const path = info.outputPath(`methods-${colorScheme}-${width}.png`);
      await page.screenshot({ path, fullPage: true });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    });
  }
}
