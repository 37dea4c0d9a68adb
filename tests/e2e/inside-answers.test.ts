// SPDX-License-Identifier: MIT
// 'Look inside', Answers: the confusion matrix and the mistakes, against the library in Node.
import type { Page } from '@playwright/test';
import { countAt, createTrainer, type Trainer } from '../../build/package/index.js';
import { expectGoodLooks } from './axe-looks.ts';
import { expect, prediction, setField, test, train, trainToTheEnd } from './page-under-test.ts';
import { useGeneratedDigits } from './settings-under-test.ts';
import { draw } from './strokes.ts';

const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true });
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) });
const grid = (page: Page) => page.getByRole('grid', { name: 'Confusion matrix' });
const gallery = (page: Page, name: string) => page.getByRole('list', { name, exact: true });
const figures = (page: Page) => page.getByRole('table', { name: 'Precision and recall' });

/** counts[truth][answer], as they stand there. */
async function matrix(page: Page): Promise<number[][]> {
  const rows = await grid(page).locator('tbody').getByRole('row').all();
  return Promise.all(
    rows.map(async (row) => (await row.getByRole('gridcell').allInnerTexts()).map(Number)),
  );
}

const expectMatrix = (page: Page, confusion: readonly (readonly number[])[]): Promise<void> =>
  expect.poll(() => matrix(page)).toEqual(confusion);

/** The images of a gallery, by what is said of them. */
async function pictures(page: Page, name: string) {
  const names = await gallery(page, name)
    .getByRole('button')
    .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
  return names.map((text) => {
    const found =
      /^test image ([\d,]+), labelled (\d), answered (\S+), ([\d.]+) % sure, cost (\S+)$/.exec(
        text,
      );
    if (!found) throw new Error(`an image without its figures: '${text}'`);
    const [, number = '', label, answer, sure, cost] = found;
    return { number: Number(number.replace(',', '')), label, answer, sure, cost: Number(cost) };
  });
}

/** The same network with the same digits. */
async function library(settings: Parameters<typeof createTrainer>[0] = {}): Promise<Trainer> {
  const trainer = await createTrainer(settings);
  await trainer.generateDigits();
  return trainer;
}

async function trainInNode(trainer: Trainer, epochs: number): Promise<void> {
  const run = trainer.train({ epochs });
  while (!(await run.next()).done); // to its end
}

test('the matrix follows Step, each epoch, and Reset; a cell opens its images', async ({
  page,
  watched,
}) => {
  await watched.open();
  await useGeneratedDigits(page);
  await setField(page, 'Epochs', '8');
  const trainer = await library();
  const first = (await trainer.evaluate()).confusion;
  await link(page, 'Look inside').click();
  await expect(link(page, 'Answers')).toHaveAttribute('aria-current', 'page');
  await expect(page.getByText(/Not trained yet: with the first weights/)).toBeVisible();
  await expectMatrix(page, first);

  await button(page, 'Step').click();
  await trainer.step();
  await expectMatrix(page, (await trainer.evaluate()).confusion);
  await button(page, 'Reset').click();
  await expectMatrix(page, first);

  // While it trains, and without holding up the page.
  await page.evaluate(() => {
    const longest = { ms: 0 };
    Object.assign(globalThis, { longest });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest.ms = Math.max(longest.ms, duration);
    }).observe({ type: 'longtask' });
  });
  await train(page).click();
  const epochs = new Set<string>();
  const underWay = page.getByText(/With weights of epoch \d, which is under way/);
  while (await button(page, 'Pause').isVisible()) {
    for (const text of await underWay.allInnerTexts())
      epochs.add(/of (epoch \d)/.exec(text)?.[1] ?? '');
  }
  expect(epochs.size).toBeGreaterThan(2);
  const longest = await page.evaluate(
    () => (globalThis as unknown as { longest: { ms: number } }).longest.ms,
  );
  test
    .info()
    .annotations.push({ type: 'longest task while training', description: `${longest} ms` });

  await expect(page.getByText(/With the weights after epoch 8/)).toBeVisible();
  await trainer.reset();
  await trainInNode(trainer, 8);
  const { confusion, correct } = await trainer.evaluate();
  trainer.dispose();
  await expectMatrix(page, confusion);
  const right = `${correct.toLocaleString('en')} of 10,000 test images`;
  await expect(page.locator('mlp-answers-panel').getByText(right)).toBeVisible();

  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);
  const expected = confusion.map((row, k) => {
    const answered = sum(confusion.map((other) => other[k] ?? 0));
    const [images, found] = [sum(row), row[k] ?? 0];
    const numbers = [images, answered].map((one) => one.toLocaleString('en'));
    return [String(k), ...numbers, percent(found / answered), percent(found / images)].join(' ');
  });
  const shown = await figures(page).locator('tbody').getByRole('row').allInnerTexts();
  expect(shown.map((text) => text.replace(/\s+/g, ' ').trim())).toEqual(expected);

  // By keyboard: to a cell that has some images, though they are mistakes.
  const [count, truth, answer] = confusion
    .flatMap((row, k) => row.map((n, j) => [k === j ? 0 : n, k, j] as const))
    .reduce((most, one) => (one[0] > most[0] ? one : most));
  await grid(page).getByRole('gridcell').first().focus();
  for (let k = 0; k < truth; k += 1) await page.keyboard.press('ArrowDown');
  for (let j = 0; j < answer; j += 1) await page.keyboard.press('ArrowRight');
  const name = `True ${truth}, answered ${answer}`;
  const cell = grid(page).getByRole('gridcell', { name: `true ${truth}, answered ${answer}:` });
  await expect(cell).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(cell).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('heading', { name })).toBeVisible();
  await expect(gallery(page, name).getByRole('button')).toHaveCount(Math.min(24, count));
  for (const one of await pictures(page, name)) {
    expect([one.label, one.answer]).toEqual([String(truth), String(answer)]);
  }
  await cell.focus();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Mistakes' })).toBeVisible();

  // Weights that come back bring their matrix back.
  await button(page, 'Reset').click();
  await expectMatrix(page, first);
  await button(page, /^Undo, bring the trained network back/).click();
  await expectMatrix(page, confusion);
  await expect(page.getByText(/With the weights after epoch 8/)).toBeVisible();
});

test('the mistakes, the worst first, go to the pad and into Step by step', async ({
  page,
  watched,
}) => {
  await watched.open();
  await useGeneratedDigits(page);
  await setField(page, 'Epochs', '1');
  await trainToTheEnd(page, 1);
  await link(page, 'Look inside').click();
  await expect(page.getByText(/With the weights after epoch 1/)).toBeVisible();

  const trainer = await library();
  await trainInNode(trainer, 1);
  const { answers, costs, probabilities } = await trainer.answers('test');
  const { labels } = await trainer.images('test', 0, 10_000);
  trainer.dispose();
  const wrong = [...labels.keys()]
    .filter((i) => labels[i] !== answers[i])
    .sort((a, b) => (costs[b] ?? 0) - (costs[a] ?? 0));
  const expectPictures = async (numbers: readonly number[]): Promise<void> => {
    const wanted = numbers.map((i) => ({
      number: i,
      label: String(labels[i]),
      answer: String(answers[i]),
      sure: (100 * (probabilities[i] ?? NaN)).toFixed(1),
      cost: Number((costs[i] ?? NaN).toFixed(4)),
    }));
    await expect.poll(() => pictures(page, 'Mistakes')).toEqual(wanted);
  };
  const list = `${wrong.length.toLocaleString('en')} images, the worst first`;
  await expect(page.getByText(list)).toBeVisible();
  await expectPictures(wrong.slice(0, 24));
  await button(page, 'Next page').click();
  await expectPictures(wrong.slice(24, 48));
  await button(page, 'Last page').click();
  await expectPictures(wrong.slice(24 * Math.floor((wrong.length - 1) / 24)));
  const digit = labels[wrong[0] ?? 0] ?? 0;
  await page.getByRole('combobox', { name: 'Digit' }).selectOption(`only ${digit}`);
  await expectPictures(wrong.filter((i) => labels[i] === digit).slice(0, 24));

  const [worst = 0] = wrong;
  const name = `test image ${worst.toLocaleString('en')}`;
  await gallery(page, 'Mistakes').getByRole('button').first().click();
  const pad = page.locator('mlp-drawing-pad');
  await expect(pad.getByText(`${name}, labelled ${digit}`)).toBeVisible();
  await expect(prediction(page)).toHaveText(String(answers[worst]));
  const sure = `${(100 * (probabilities[worst] ?? NaN)).toFixed(1)} % sure`;
  await expect(page.locator('mlp-prediction-view').getByText(sure)).toBeVisible();

  await link(page, 'See it step by step').click();
  await expect(page.getByRole('radio', { name: 'one image' })).toBeChecked();
  const number = page.getByRole('textbox', { name: 'Image', exact: true });
  await expect(number).toHaveValue(String(worst));
  await expect(page.getByText(`labelled ${digit}`, { exact: true })).toBeVisible();

  // Clear takes it away, and so does a drawing, which is then walked.
  await button(page, 'Clear').click();
  await expect(pad.getByText(name)).toHaveCount(0);
  await expect(prediction(page)).toHaveText('draw a digit');
  await page.goBack();
  await gallery(page, 'Mistakes').getByRole('button').first().click();
  await expect(pad.getByText(name)).toBeVisible();
  await draw(page, { strokes: [[10, 10, 60, 10, 30, 90]] });
  await expect(pad.getByText(name)).toHaveCount(0);
  await expect(prediction(page)).toHaveText(/^\d$/);
  await link(page, 'Step by step').click();
  await expect(page.getByRole('radio', { name: 'the drawing' })).toBeChecked();
});

test('the yes/no question has a matrix of four, at the threshold of the page', async ({
  page,
  watched,
}) => {
  await watched.open();
  await useGeneratedDigits(page);
  await page.getByRole('radio', { name: /Is it a/ }).check();
  await setField(page, 'Epochs', '1');
  await trainToTheEnd(page, 1);
  await page.getByRole('slider', { name: 'Threshold' }).fill('0.8');
  await link(page, 'Look inside').click();

  const trainer = await library({ layers: [784, 128, 64, 1], output: 'sigmoid', positive: 3 });
  await trainInNode(trainer, 1);
  const { found, missed, falseYes, rejected } = countAt(await trainer.scores(), 0.8);
  trainer.dispose();
  await expectMatrix(page, [
    [found, missed],
    [falseYes, rejected],
  ]);
  await expect(page.getByText(/Yes is said from a probability of 0.80 on/)).toBeVisible();
  await grid(page).getByRole('gridcell', { name: 'is a 3, answered no' }).click();
  const shown = await pictures(page, 'is a 3, answered no');
  expect(shown).toHaveLength(Math.min(24, missed));
  expect(new Set(shown.map(({ label }) => label))).toEqual(new Set(['3']));
});

test('axe finds nothing in Answers', async ({ page, watched }) => {
  await watched.open();
  await link(page, 'Look inside').click();
  await grid(page).getByRole('gridcell').first().click();
  await gallery(page, 'True 0, answered 0').or(page.getByText('No images here.')).first().waitFor();
  await button(page, 'All mistakes').click();
  await gallery(page, 'Mistakes').getByRole('button').first().click();
  await expect(page.getByText(/On the drawing pad/)).toBeVisible();
  await expectGoodLooks(page);
});
