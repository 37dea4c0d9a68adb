// SPDX-License-Identifier: MIT
// Answers by several: copies of each image, and networks together, at their honest cost.
import type { Page } from '@playwright/test';
import {
  createTrainer,
  type Snapshot,
  type Trainer,
  type TrainSettings,
} from '../../build/package/index.js';
import { expect, setField, test, train, trainToTheEnd } from './page-under-test.ts';
import { button, checksum, expectGoodLooks, kept, show, small } from './runs-under-test.ts';
import { combobox, unfold } from './settings-under-test.ts';
import { figures, tick, panel, open, answer, answers } from './committee-under-test.ts';

async function cells(page: Page): Promise<string[][]> {
  const all = await figures(page).locator('tbody').getByRole('row').all();
  return Promise.all(
    all.map((row) => row.getByRole('rowheader').or(row.getByRole('cell')).allInnerTexts()),
  );
}

/** The same network as that of small(), in Node. */
async function make(): Promise<Trainer> {
  const trainer = await createTrainer({ layers: [784, 16, 10] });
  await trainer.generateDigits();
  return trainer;
}

async function trainOnce(trainer: Trainer, settings: Partial<TrainSettings>): Promise<Snapshot> {
  for await (const epoch of trainer.train(settings)) expect(epoch.cost).toBeGreaterThan(0);
  return trainer.save();
}

const grouped = (value: number): string => new Intl.NumberFormat('en').format(value);

test('shifted copies: the figures of the library, what they change and what they cost', async ({
  page,
  watched,
}, info) => {
  await watched.open();
  await small(page, 1);
  await open(page);
  await expect(button(page, 'Answer')).toBeDisabled();
  await expect(panel(page)).toContainText('It is not trained yet.');
  await show(page, 'Train');
  await trainToTheEnd(page, 1);
  const weights = await checksum(page);
  await show(page, 'Runs');
  await expect(combobox(page, 'Shifted copies')).toHaveValue('5');
  await combobox(page, 'Shifted copies').selectOption('1');
  await expect(button(page, 'Answer')).toBeDisabled();
  await expect(panel(page)).toContainText('Choose 5 or 9 copies, or a second network');
  await combobox(page, 'Shifted copies').selectOption('5');
  await expect(figures(page)).toContainText('–');
  const below = async () => (await kept(page).first().boundingBox())?.y;
  const place = await below();
  await answer(page);
  expect(await below()).toBe(place); // nothing has moved

  const trainer = await make();
  await trainOnce(trainer, { epochs: 1 });
  const [one, five] = [await trainer.evaluate(), await trainer.evaluate({ copies: 5 })];
  const [before, after] = [await answers(trainer, 1), await answers(trainer, 5)];
  trainer.dispose();
  const changed = [...before.labels].reduce(
    ({ right, wrong }, label, i) => ({
      right: right + Number(before.given[i] !== label && after.given[i] === label),
      wrong: wrong + Number(before.given[i] === label && after.given[i] !== label),
    }),
    { right: 0, wrong: 0 },
  );
  const shown = await cells(page);
  expect(shown.map((row) => row.slice(0, 3))).toEqual([
    ['Run 1', grouped(one.correct), `${(100 * one.accuracy).toFixed(2)} %`],
    ['with 5 copies', grouped(five.correct), `${(100 * five.accuracy).toFixed(2)} %`],
  ]);
  await expect(panel(page)).toContainText(
    `(${grouped(changed.right)} became right, ${grouped(changed.wrong)} wrong)`,
  );
  // Its cost: five answers take about five times as long; machines are noisy.
  const [alone = 0, together = 0] = shown.map((row) => Number(row[4]));
  expect(together / alone).toBeGreaterThan(2);
  await expect(panel(page)).toContainText(/[\d.]+ times the time: [\d.]+ s instead of [\d.]+ s;/);
  await expect(panel(page)).toContainText('figures of the test images');
  await expectGoodLooks(page, (name) => info.outputPath(name), 'copies');
  await page.setViewportSize({ width: 1280, height: 800 });
  await combobox(page, 'Shifted copies').selectOption('9');
  await expect(figures(page)).toContainText('–');
  await show(page, 'Train');
  expect(await checksum(page)).toBe(weights);
  await expect(train(page)).toBeEnabled();
});

test('an ensemble of runs: those that fit answer together, the others say why not', async ({
  page,
  watched,
}, info) => {
  await watched.open();
  await small(page, 1);
  await unfold(page);
  for (const seed of ['1', '2', '3']) {
    await setField(page, 'Seed', seed);
    await trainToTheEnd(page, 1);
  }
  await page.getByRole('radio', { name: /^Is it/ }).check();
  await trainToTheEnd(page, 1);
  await page.getByRole('radio', { name: 'Which digit?' }).check();
  await setField(page, 'Seed', '4');
  await trainToTheEnd(page, 1);
  const weights = await checksum(page);
  await open(page);
  await expect(tick(page, 'Run 5, on the page now')).toBeChecked();
  await expect(tick(page, 'Run 4')).toBeDisabled();
  await expect(tick(page, 'Run 4')).toHaveAccessibleDescription(/answers another question/);
  // Of run 1 the weights are lost.
  await page.evaluate(
    () =>
      new Promise((done) => {
        indexedDB.open('mlp-scratchpad').onsuccess = ({ target }) => {
          const { result } = target as IDBOpenDBRequest;
          const snapshots = result.transaction('snapshots', 'readwrite').objectStore('snapshots');
          snapshots.getAllKeys().onsuccess = (event) => {
            const [first] = (event.target as IDBRequest<IDBValidKey[]>).result;
            if (first !== undefined) snapshots.delete(first).onsuccess = done;
          };
        };
      }),
  );
  await page.getByText('Answers by several', { exact: true }).click();
  await page.getByText('Answers by several', { exact: true }).click();
  await expect(tick(page, 'Run 1')).toBeDisabled();
  await expect(tick(page, 'Run 1')).toHaveAccessibleDescription(/weights are not kept/);

  await tick(page, 'Run 2').check();
  await tick(page, 'Run 3').check();
  await combobox(page, 'Shifted copies').selectOption('5');
  await expect(panel(page)).toContainText('3 networks × 5 copies: 15 answers to each image');
  await answer(page);

  const trainer = await make();
  const members: Snapshot[] = [];
  const alone: number[] = [];
  for (const seed of [2, 3, 4]) {
    await trainer.configure({ seed });
    members.push(await trainOnce(trainer, { epochs: 1 }));
    alone.push((await trainer.evaluate()).correct);
  }
  const others = members.slice(0, 2);
  const together = (await trainer.evaluate({ with: others })).correct;
  const copied = (await trainer.evaluate({ with: others, copies: 5 })).correct;
  trainer.dispose();
  const shown = await cells(page);
  const [two = 0, three = 0, four = 0] = alone;
  expect(shown.map((row) => row.slice(0, 2))).toEqual([
    ['Run 5', grouped(four)],
    ['Run 3', grouped(three)],
    ['Run 2', grouped(two)],
    ['all together', grouped(together)],
    ['all together, 5 copies', grouped(copied)],
  ]);
  const parameters = 16 * 785 + 10 * 17;
  expect(shown.map((row) => row[7])).toEqual([1, 1, 1, 3, 3].map((n) => grouped(n * parameters)));
  await expect(panel(page)).toContainText(
    `${grouped(3 * parameters)} weights to keep instead of ${grouped(parameters)}`,
  );
  await expect(panel(page)).toContainText(/\(\d+ became right, \d+ wrong\)/);
  await expectGoodLooks(page, (name) => info.outputPath(name), 'ensemble');
  await page.setViewportSize({ width: 1280, height: 800 });

  // The network on the page can stay away, and is on the page afterwards.
  await tick(page, 'Run 5, on the page now').uncheck();
  await combobox(page, 'Shifted copies').selectOption('1');
  await answer(page);
  expect((await cells(page)).map(([name]) => name)).toEqual(['Run 3', 'Run 2', 'all together']);
  await show(page, 'Train');
  expect(await checksum(page)).toBe(weights);
});

test('validation images are answered by networks that have set aside the same ones', async ({
  page,
  watched,
}) => {
  await watched.open();
  await small(page, 1);
  await unfold(page);
  await setField(page, 'Validation', '0.1');
  await setField(page, 'Seed', '2');
  await trainToTheEnd(page, 1);
  await setField(page, 'Seed', '1');
  await trainToTheEnd(page, 1);
  await button(page, 'Reset').click();
  await setField(page, 'Learning rate', '0.05');
  await trainToTheEnd(page, 1);
  await open(page);
  await combobox(page, 'Images').selectOption('validation');
  await combobox(page, 'Shifted copies').selectOption('1');
  await expect(tick(page, 'Run 1')).toHaveAccessibleDescription(/learned from some of these/);
  await tick(page, 'Run 2').check();
  await answer(page);

  const trainer = await make();
  const common = { epochs: 1, validation: 0.1 };
  const first = await trainOnce(trainer, common);
  await trainer.reset();
  await trainOnce(trainer, { ...common, learningRate: 0.05 });
  const { correct, examples } = await trainer.evaluate({ part: 'validation', with: [first] });
  trainer.dispose();
  expect((await cells(page)).at(-1)?.slice(0, 2)).toEqual(['all together', grouped(correct)]);
  await expect(panel(page)).toContainText(
    `${grouped(correct)} of ${grouped(examples)} validation images`,
  );
  await expect(panel(page)).toContainText('figures of the validation images, to choose by');
});
