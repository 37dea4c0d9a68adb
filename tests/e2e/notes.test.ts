// SPDX-License-Identifier: MIT
// 'Step by step': the seven steps forward and back, and its numbers against the library's in Node.
import { AxeBuilder } from '@axe-core/playwright';
import { createTrainer } from '../../build/package/index.js';
import { short } from '../../web/src/page/ui/heat-map/numbers.ts';
import {
  at,
  button,
  choose,
  costShown,
  foot,
  goTo,
  heading,
  layerOf,
  library,
  link,
  matrix,
  openCode,
  openNotes,
  STEPS,
} from './notes-under-test.ts';
import { expect, ready, test } from './page-under-test.ts';

test('walks all seven steps forward and back', async ({ page, watched }) => {
  await watched.open();
  await openNotes(page);
  await expect(button(page, 'Back')).toBeDisabled();
  const seen: string[] = [];
  const title = async () => (await heading(page).innerText()).trim();
  for (;;) {
    seen.push(await title());
    await expect(page.locator('math').first()).toBeVisible();
    if (await button(page, 'Next').isDisabled()) break;
    await button(page, 'Next').click();
  }
  // 3 layers: forward 1 2 3, backward 3 2 1, update 1 2 3.
  expect(seen).toHaveLength(13);
  expect([...new Set(seen.map((one) => one.split(',')[0]))]).toEqual(STEPS);
  expect(seen[6]).toMatch(/Backward, layer 3/);
  const back: string[] = [];
  for (;;) {
    back.push(await title());
    if (await button(page, 'Back').isDisabled()) break;
    await button(page, 'Back').click();
  }
  expect(back).toEqual(seen.toReversed());
});

test('shows the numbers of the library', async ({ page, watched }) => {
  await watched.open();
  await openNotes(page);
  const { walk, trainer } = await library();
  await goTo(page, 'Cost');
  await expect(costShown(page)).toHaveText(short(walk.cost));

  await goTo(page, 'Forward', 1);
  const first = layerOf(walk, 1);
  await choose(page, matrix(page, /^Z₁/), 37, 0);
  await expect(foot(page, /of the core/)).toHaveText(short(at(first.Z, 37, 0)));
  await expect(foot(page, /^total/)).toHaveText(short(at(first.Z, 37, 0)));
  const terms = page.getByRole('table', { name: 'Sum of the chosen cell' }).locator('tbody tr');
  await expect(terms).toHaveCount(12);

  await goTo(page, 'Backward', 2);
  const second = layerOf(walk, 2);
  await choose(page, matrix(page, /^dW₂/), 21, 55);
  await expect(foot(page, /of the core/)).toHaveText(short(at(second.dW, 21, 55)));
  await expect(foot(page, /^total/)).toHaveText(short(at(second.dW, 21, 55)));

  await goTo(page, 'Predict');
  const p = page.getByRole('table', { name: 'Probability of each answer' }).locator('tbody tr');
  const last = layerOf(walk, 3);
  await expect(p).toHaveCount(10);
  for (let k = 0; k < 10; k += 1) {
    await expect(p.nth(k).getByRole('cell').last()).toHaveText(short(at(last.A, k, 0)));
  }

  // A batch too.
  await page.getByRole('radio', { name: 'a batch' }).check();
  await goTo(page, 'Cost');
  const batch = await trainer.walk(await trainer.images('train', 0, 8));
  await expect(costShown(page)).toHaveText(short(batch.cost));
  trainer.dispose();
});

test('updates on one image lower its cost, as in the library', async ({ page, watched }) => {
  await watched.open();
  await openNotes(page);
  await goTo(page, 'Update');
  const { trainer } = await library();
  const image = await trainer.images('train', 0);
  const costs = page.getByRole('table', { name: 'Cost after each update' }).locator('tbody tr');
  const fallen: number[] = [];
  for (let updates = 0; updates <= 3; updates += 1) {
    const { cost } = await trainer.walk(image, { updates });
    fallen.push(cost);
    await expect(costShown(page)).toHaveText(short(cost));
    await expect(costs).toHaveCount(updates + 1);
    if (updates < 3) await button(page, 'Apply one update').click();
  }
  expect(fallen).toEqual(fallen.toSorted((a, b) => b - a));
  for (const [row, cost] of fallen.entries()) {
    await expect(costs.nth(row).getByRole('cell').last()).toHaveText(short(cost));
  }
  await button(page, 'Start over').click();
  await expect(costs).toHaveCount(1);
  trainer.dispose();
});

test('checks the gradient: 200 random weights, then a chosen one', async ({ page, watched }) => {
  await watched.open();
  await openNotes(page);
  await expect(button(page, 'Check gradient')).toHaveCount(0);
  await goTo(page, 'Backward', 3);
  await button(page, 'Check gradient').click();
  const verdict = page.getByRole('status', { name: 'Is the gradient right?' });
  await expect(verdict).toHaveText(/^\s*Passed: all 200 weights agree/, { timeout: 30_000 });
  await expect(verdict).toHaveText(/It took (\d+|[1-9]\.\d|0\.[1-9]) (ms|s)\./);
  const table = page.getByRole('table', { name: 'Checked weights' });
  const rows = table.locator('tbody tr');
  const names = await rows.evaluateAll((all) =>
    all.map((row) => row.querySelector('td')?.textContent.trim()),
  );
  expect(names).toHaveLength(200);
  expect(new Set(names).size).toBe(200);
  // Nothing of it is cut off at 1280 px.
  const cut = await table.evaluate((one) => {
    const box = one.closest('.scroll');
    return box ? box.scrollWidth - box.clientWidth : NaN;
  });
  expect(cut).toBeLessThanOrEqual(0);

  await choose(page, matrix(page, /^dW₃/), 4, 7);
  await page.getByRole('combobox', { name: 'Weights to check' }).selectOption('only W₃(4, 7)');
  await button(page, 'Check gradient').click();
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('W₃(4, 7)');
  await expect(verdict).toHaveText(/^\s*Passed/);
});

test("walks 'is it a 3?' and another depth", async ({ page, watched }) => {
  await watched.open();
  await page.getByRole('combobox', { name: 'Data' }).selectOption('Generated digits');
  await ready(page);
  await page.getByRole('radio', { name: /Is it a/ }).check();
  await page.locator('summary').filter({ hasText: 'Layers:' }).click();
  await page.getByRole('button', { name: 'Remove layer 2' }).click();
  await link(page, 'Step by step').click();
  await expect(button(page, 'Next')).toBeVisible();
  const trainer = await createTrainer({ layers: [784, 128, 1], output: 'sigmoid', positive: 3 });
  await trainer.generateDigits();
  const walk = await trainer.walk(await trainer.images('train', 0));
  await goTo(page, 'Cost');
  await expect(costShown(page)).toHaveText(short(walk.cost));
  await goTo(page, 'Reshape');
  let stops = 1;
  for (; !(await button(page, 'Next').isDisabled()); stops += 1) await button(page, 'Next').click();
  expect(stops).toBe(10);
  await expect(page.getByText(/The network answers (yes|no)/)).toBeVisible();
  trainer.dispose();
});

test('the four cases of the cost, by button, range and mouse', async ({ page, watched }) => {
  await watched.open();
  await openNotes(page);
  await goTo(page, 'Cost');
  for (const [name, cost] of [
    ['y = 1, p = 0.9', '0.105'],
    ['y = 1, p = 0.2', '1.609'],
    ['y = 0, p = 0.1', '0.105'],
    ['y = 0, p = 0.8', '1.609'],
  ] as const) {
    await button(page, name).click();
    await expect(page.locator('mlp-loss-curve output')).toContainText(cost);
  }
  await page.getByRole('slider', { name: 'Probability p' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('mlp-loss-curve output')).toContainText('0.81');
  // In the middle both curves have the same height; then along to the left.
  await page.locator('mlp-loss-curve svg').scrollIntoViewIfNeeded();
  const box = await page.locator('mlp-loss-curve svg').boundingBox();
  if (!box) throw new Error('no plot');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await expect(page.locator('mlp-loss-curve output')).toContainText('−log 0.50 = 0.693');
  await page.mouse.move(box.x + 0.2 * box.width, box.y + box.height / 2);
  await page.mouse.up();
  await expect(page.locator('mlp-loss-curve output')).toContainText('−log 0.20 = 1.609');
});

test('while it trains the numbers stay, until refreshed or paused', async ({ page, watched }) => {
  await watched.open();
  await openNotes(page);
  await goTo(page, 'Cost');
  const before = await costShown(page).innerText();
  await link(page, 'Train').click();
  await button(page, 'Train').click();
  await link(page, 'Step by step').click();
  await button(page, 'Refresh').click();
  await expect(costShown(page)).not.toHaveText(before);
  await link(page, 'Train').click();
  await button(page, 'Pause').click();
  await expect(button(page, 'Train')).toBeVisible();
  await link(page, 'Step by step').click();
  await expect(costShown(page)).not.toHaveText(before);
  await expect(button(page, 'Refresh')).toBeHidden();
});

test('by keyboard alone', async ({ page, watched }) => {
  await watched.open();
  await link(page, 'Step by step').focus();
  await page.keyboard.press('Enter');
  await button(page, 'Next').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /Forward, layer 1/ })).toBeVisible();
  await choose(page, matrix(page, /^Z₁/), 3, 0);
  await expect(page.getByRole('heading', { name: 'Z₁(3, 0) is a sum' })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [width, height] of [
    [1280, 800],
    [390, 664],
  ] as const) {
    test(`axe finds nothing: ${colorScheme}, ${width} px`, async ({ page, watched }, info) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height });
      await watched.open();
      await link(page, 'Step by step').click();
      await expect(button(page, 'Next')).toBeVisible();
      for (const step of STEPS) {
        await goTo(page, step);
        if (step === 'Forward') await matrix(page, /^Z₁/).click();
        if (step === 'Backward') await openCode(page); // it stays open from here on
        const path = info.outputPath(`${colorScheme}-${width}-${step}.png`);
        await page.screenshot({ path, fullPage: true });
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${step}: ${id}: ${nodes[0]?.html}`)).toEqual([]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - innerWidth,
        );
        expect(overflow).toBeLessThanOrEqual(0);
      }
    });
  }
}
