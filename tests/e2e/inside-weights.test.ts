// SPDX-License-Identifier: MIT
// 'Look inside': the weights, against the library's numbers in Node.
import { createTrainer } from '../../build/package/index.js';
import { short } from '../../web/src/page/ui/heat-map/numbers.ts';
import { expect, pause, setField, test, train, trainToTheEnd } from './page-under-test.ts';
import { button, combobox, open, useGenerated, library, cells } from './inside-under-test.ts';

test('weights: images sorted and paged, histograms over the epochs, as in the library', async ({
  page,
  watched,
}) => {
  await watched.open();
  await useGenerated(page, '2');
  await open(page, 'Weights');
  const units = page.getByRole('list', { name: 'Units of the layer' });
  await expect(units.getByRole('button')).toHaveCount(36);
  // The row of the first weights, before the run.
  await page.getByText('Every epoch in numbers').click();
  const epochs = page.getByRole('table', { name: 'Layer over the epochs' }).locator('tbody tr');
  await expect(epochs).toHaveCount(1);
  const picture = () =>
    units
      .locator('canvas')
      .first()
      .evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
  const before = await picture();
  await train(page).click();
  await expect(train(page)).toBeVisible({ timeout: 60_000 });
  await expect(epochs).toHaveCount(3);
  await expect.poll(picture).not.toBe(before);

  const trainer = await library(2);
  const { layers: known } = await trainer.statistics({ examples: 512, bins: 41 });
  const [first] = known;
  if (!first) throw new Error('no layer');
  const row = await cells(epochs.last());
  expect(row[0]).toBe('2');
  expect(row.slice(1, 3)).toEqual([short(first.weights.from), short(first.weights.to)]);
  expect(row.slice(5)).toEqual([short(first.gradientNorm), String(first.dead.length)]);

  // The bars in numbers.
  await page.getByText('The bars in numbers').first().click();
  const bars = page.getByRole('table', { name: 'Weights now' }).locator('tbody tr');
  await expect(bars).toHaveCount(41);
  const counts = await Promise.all((await bars.all()).map(cells));
  expect(counts.map((bin) => Number(bin[2]?.replace(/,/g, '')))).toEqual([...first.weights.counts]);

  // By norm, the largest first; the last page holds the smallest.
  const byNorm = [...first.norms.keys()].sort(
    (a, b) => (first.norms[b] ?? 0) - (first.norms[a] ?? 0),
  );
  await combobox(page, 'Sort by').selectOption('norm of the weights');
  const shown = async () =>
    (await units.getByRole('button').allInnerTexts()).map((text) =>
      Number(/Unit (\d+)/.exec(text)?.[1]),
    );
  await expect.poll(shown).toEqual(byNorm.slice(0, 36));
  for (let i = 0; i < 3; i += 1) await button(page, 'Next units').click();
  await expect.poll(shown).toEqual(byNorm.slice(108));
  await expect(button(page, 'Next units')).toBeDisabled();
  await combobox(page, 'Colours').selectOption('a scale for each');
  await expect(units.getByText(/^±/).first()).toBeVisible();
  await units.getByRole('button').last().click();
  await expect(page.getByRole('heading', { name: `Unit ${byNorm.at(-1)}` })).toBeVisible();

  // A deeper layer is a heat map.
  await combobox(page, 'Layer').selectOption({ index: 1 });
  await expect(page.getByRole('application', { name: /^W₂, 64 rows, 128 columns/ })).toBeVisible();
  trainer.dispose();
});

test('weights: the pictures follow the training', async ({ page, watched }) => {
  await watched.open();
  await useGenerated(page, '60');
  await open(page, 'Weights');
  const first = page.getByRole('list', { name: 'Units of the layer' }).locator('canvas').first();
  const picture = () => first.evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
  await expect(first).toBeVisible();
  await train(page).click();
  for (let i = 0; i < 3; i += 1) {
    const before = await picture();
    await expect.poll(picture).not.toBe(before);
  }
  await combobox(page, 'Sort by').selectOption('mean activity');
  await expect(button(page, 'Sort again')).toBeVisible();
  await pause(page).click(); // it was training all the time
  await expect(button(page, 'Sort again')).toBeHidden();
});

test('weights: dead ReLU units are counted and named', async ({ page, watched }) => {
  await watched.open();
  await useGenerated(page, '1');
  // A rate that is too high pushes units below 0 for every image, where they stay.
  await setField(page, 'Learning rate', '2');
  await trainToTheEnd(page, 1);
  await open(page, 'Weights');
  const trainer = await createTrainer();
  await trainer.generateDigits();
  for await (const epoch of trainer.train({ epochs: 1, learningRate: 2 })) {
    expect(epoch.epoch).toBe(1);
  }
  const { layers: known } = await trainer.statistics({ examples: 512 });
  const dead = [...(known[0]?.dead ?? [])];
  expect(dead.length).toBeGreaterThan(0);
  const line = page.getByRole('listitem').filter({ hasText: /^Layer 1: / });
  await expect(line).toContainText(`${dead.length} of 128 units`);
  await expect(line).toContainText(dead.slice(0, 60).join(', '));
  trainer.dispose();
});
