// SPDX-License-Identifier: MIT
// What was found wrong in 'Step by step' by new users, and the chain rule in numbers.
import type { Page } from '@playwright/test';
import { createTrainer, type Walk } from '../../build/package/index.js';
import { short } from '../../web/src/page/ui/heat-map/numbers.ts';
import {
  at,
  button,
  choose,
  costShown,
  goTo,
  layerOf,
  library,
  link,
  matrix,
  openCode,
  openNotes,
} from './notes-under-test.ts';
import { expect, prediction, ready, setField, test, trainToTheEnd } from './page-under-test.ts';
import { draw, SEVEN } from './strokes.ts';

const figure = (page: Page, name: string) =>
  page.getByRole('figure', { name, exact: true }).first();
const verdict = (page: Page) => page.getByText(/That is (correct|wrong)/);

/** What a heat map says of a cell. */
async function reading(page: Page, name: string, row: number): Promise<string> {
  await choose(page, figure(page, name).getByRole('application'), row, 0);
  const text = await figure(page, name).locator('.reading').innerText();
  return text.replace(/^\(\d+, \d+\) /, '').trim();
}

/** The columns A, Y, dA, g'(Z), product and A - Y of the last layer, as the page should have them. */
function chainOf(walk: Walk, rows: number): string[][] {
  const last = layerOf(walk, walk.layers.length);
  return Array.from({ length: rows }, (_, k) =>
    [last.A, walk.Y, last.dA, last.slope, walk.dZChain, last.dZ].map((one) => short(at(one, k, 0))),
  );
}

async function chainShown(page: Page): Promise<string[][]> {
  const table = page.getByRole('table', { name: 'The chain rule in numbers' });
  const rows = await table.locator('tbody tr').all();
  return Promise.all(rows.map((row) => row.getByRole('cell').allInnerTexts()));
}

async function askIsItA3(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: 'Data' }).selectOption('Generated digits');
  await ready(page);
  await page.getByRole('radio', { name: /Is it a/ }).check();
  await ready(page);
}

test('(a) a drawing that nobody has named gets no verdict, no cost and no gradient', async ({
  page,
  watched,
}) => {
  await watched.open();
  await openNotes(page);
  await draw(page, SEVEN);
  await expect(page.getByRole('radio', { name: 'the drawing' })).toBeChecked();
  const label = page.getByRole('combobox', { name: 'This is' });
  await expect(label.locator('option:checked')).toHaveText('not said yet');
  await goTo(page, 'Predict');
  await expect(page.getByText(/The network answers \d/)).toBeVisible();
  await expect(verdict(page)).toHaveCount(0);
  for (const step of ['Cost', 'Backward', 'Update']) {
    await goTo(page, step);
    await expect(page.getByText(/Nobody has said yet what this drawing is/)).toBeVisible();
    await expect(costShown(page)).toHaveCount(0);
    await expect(matrix(page, /^d[WZA]/)).toHaveCount(0);
  }
  // Below the pad, where drawings are kept.
  await link(page, 'Train').click();
  await button(page, 'That was a 7').click();
  await link(page, 'Step by step').click();
  await expect(label.locator('option:checked')).toHaveText('a 7');
  await goTo(page, 'Cost');
  const seven = await costShown(page).innerText();
  await goTo(page, 'Predict');
  await expect(verdict(page)).toContainText(/it is a 7/);
  // Here.
  await label.selectOption('a 1');
  await expect(verdict(page)).toContainText(/it is a 1/);
  await goTo(page, 'Cost');
  await expect(costShown(page)).not.toHaveText(seven);
  // Another drawing is another thing.
  await button(page, 'Clear').click();
  await draw(page, { strokes: [[40, 5, 40, 95]] });
  await expect(page.getByText(/Nobody has said yet what this drawing is/)).toBeVisible();
});

test('(b) the yes/no question is answered by the threshold of the page', async ({
  page,
  watched,
}) => {
  await watched.open();
  await askIsItA3(page);
  await setField(page, 'Epochs', '1');
  await trainToTheEnd(page, 1);
  await draw(page, SEVEN);
  for (const [threshold, answer] of [
    ['0', 'yes'],
    ['1', 'no'],
  ] as const) {
    await link(page, 'Train').click();
    await page.getByRole('slider', { name: 'Threshold' }).fill(threshold);
    await expect(prediction(page)).toHaveText(new RegExp(`^${answer}`));
    await link(page, 'Step by step').click();
    await goTo(page, 'Predict');
    await expect(page.getByText(/The network answers/)).toContainText(`answers ${answer}`);
    await expect(page.getByText(/The threshold t is/)).toContainText(`${threshold}.00`);
  }
});

test("(c) the picture named g'(Z) shows g'(Z), and dA times it is dZ", async ({
  page,
  watched,
}) => {
  await watched.open();
  await openNotes(page);
  const { walk, trainer } = await library();
  await goTo(page, 'Backward', 2);
  const { A, dA, slope, dZ } = layerOf(walk, 2);
  const active = A.values.findIndex((value) => value > 0);
  const asleep = A.values.findIndex((value) => value === 0);
  expect(await reading(page, 'g′(Z₂)', active)).toBe('1.000');
  expect(await reading(page, 'g′(Z₂)', asleep)).toBe('0');
  expect(slope.values[active]).toBe(1);
  for (const row of [active, asleep]) {
    expect(await reading(page, 'dA₂', row)).toBe(short(at(dA, row, 0)));
    expect(await reading(page, 'dZ₂', row)).toBe(short(at(dZ, row, 0)));
    expect(at(dA, row, 0) * at(slope, row, 0)).toBeCloseTo(at(dZ, row, 0), 6);
  }
  trainer.dispose();
});

test('(d) the chain rule of the last layer has the numbers of walk(), for classes', async ({
  page,
  watched,
}) => {
  await watched.open();
  await openNotes(page);
  const { walk, trainer } = await library();
  await goTo(page, 'Backward', 3);
  await expect.poll(() => chainShown(page)).toEqual(chainOf(walk, 10));
  // All of its columns are in sight, on a phone and beside the code too.
  const hidden = () =>
    page
      .getByRole('table', { name: 'The chain rule in numbers' })
      .evaluate(({ parentElement: box }) => (box ? box.scrollWidth - box.clientWidth : NaN));
  await page.setViewportSize({ width: 390, height: 664 });
  await expect.poll(hidden).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1280, height: 800 });
  await openCode(page);
  await expect.poll(hidden).toBeLessThanOrEqual(0);
  const shown = await chainShown(page);
  expect(shown.map((row) => row[4])).toEqual(shown.map((row) => row[5]));
  // Of a batch, each image.
  await page.getByRole('radio', { name: 'a batch' }).check();
  await page.getByRole('combobox', { name: 'Image', exact: true }).selectOption('3');
  const one = await trainer.walk(await trainer.images('train', 3));
  await expect.poll(() => chainShown(page)).toEqual(chainOf(one, 10));
  trainer.dispose();
});

test('(d) the chain rule of the last layer has the numbers of walk(), for yes or no', async ({
  page,
  watched,
}) => {
  await watched.open();
  await askIsItA3(page);
  await link(page, 'Step by step').click();
  const trainer = await createTrainer({
    layers: [784, 128, 64, 1],
    output: 'sigmoid',
    positive: 3,
  });
  await trainer.generateDigits();
  const { labels } = await trainer.images('train', 0, 100);
  for (const number of [labels.indexOf(3), labels.findIndex((label) => label !== 3)]) {
    await page.getByRole('textbox', { name: 'Image', exact: true }).fill(String(number));
    await page.keyboard.press('Enter');
    const walk = await trainer.walk(await trainer.images('train', number));
    await goTo(page, 'Backward', 3);
    await expect.poll(() => chainShown(page)).toEqual(chainOf(walk, 1));
    // -(y/a) + (1 - y)/(1 - a), times a (1 - a), is a - y.
    const [a, y] = [at(layerOf(walk, 3).A, 0, 0), at(walk.Y, 0, 0)];
    expect(at(layerOf(walk, 3).dA, 0, 0)).toBeCloseTo(-(y / a) + (1 - y) / (1 - a), 5);
    expect(at(walk.dZChain, 0, 0)).toBeCloseTo(a - y, 6);
  }
  trainer.dispose();
});

test('(e) training data is walked, unless test data is chosen', async ({ page, watched }) => {
  await watched.open();
  await openNotes(page);
  const part = page.getByRole('combobox', { name: 'Images of' });
  await expect(part.locator('option:checked')).toHaveText('training data');
  const { trainer } = await library();
  await goTo(page, 'Update');
  for (const [name, data] of [
    ['training data', 'train'],
    ['test data', 'test'],
  ] as const) {
    await part.selectOption(name);
    await button(page, 'Apply one update').click();
    const after = await trainer.walk(await trainer.images(data, 0), { updates: 1 });
    await expect(costShown(page)).toHaveText(short(after.cost));
  }
  trainer.dispose();
});

test('a real sum stands there from the start, of the most active unit', async ({
  page,
  watched,
}) => {
  await watched.open();
  await openNotes(page);
  const { walk, trainer } = await library();
  await goTo(page, 'Forward', 2);
  const { A } = layerOf(walk, 2);
  const row = A.values.indexOf(Math.max(...A.values));
  const title = page.getByRole('heading', { name: /is a sum$/ });
  await expect(title).toHaveText(`Z₂(${row}, 0) is a sum`);
  await goTo(page, 'Backward', 2);
  await expect(title).toHaveText(new RegExp(`^dW₂\\(${row}, \\d+\\) is a sum$`));
  // What the sum is made of is marked: row 19 of W and column 0 of A.
  await goTo(page, 'Forward', 2);
  await choose(page, matrix(page, /^Z₂/), 19, 0);
  await expect(title).toHaveText('Z₂(19, 0) is a sum');
  const map = figure(page, 'W₂').locator('mlp-heat-map');
  const band = (await map.locator('.band').boundingBox()) ?? { y: 0, height: 0, width: 0 };
  const whole = (await map.locator('canvas').boundingBox()) ?? { y: 0, height: 0, width: 0 };
  const middle = (band.y + band.height / 2 - whole.y) / whole.height;
  expect(Math.abs(middle * 64 - 19.5)).toBeLessThan(1);
  expect(Math.abs(band.width - whole.width)).toBeLessThan(2);
  trainer.dispose();
});
