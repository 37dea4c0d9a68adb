// SPDX-License-Identifier: MIT
// What accuracy hides: the yes/no question at every threshold; on generated digits.
import type { Page } from '@playwright/test';
import { countAt, createTrainer, toCurves } from '../../build/package/index.js';
import { expect, prediction, setField, table, test, trainToTheEnd } from './page-under-test.ts';
import { useGeneratedDigits } from './settings-under-test.ts';
import { draw } from './strokes.ts';

const panel = (page: Page) => page.getByRole('region', { name: 'What accuracy hides' });

/** The four counts of the table: found, missed, taken for yes, rejected. */
async function confusion(page: Page): Promise<number[]> {
  const cells = page.getByRole('table', { name: 'Confusion of four' }).getByRole('cell');
  return (await cells.allInnerTexts()).map((text) => Number(text.replace(/[^\d]/g, '')));
}

/** The number that stands under a name in the panel. */
const figure = (page: Page, name: string) =>
  panel(page).locator('dl > div').filter({ hasText: name }).locator('dd');

test('the yes/no question at every threshold, with the numbers of the library', async ({
  page,
  watched,
}) => {
  await watched.open();
  await useGeneratedDigits(page);
  await page.getByRole('radio', { name: /Is it a/ }).check();
  await setField(page, 'Epochs', '2');
  await trainToTheEnd(page, 2);
  await expect(page.getByText(/^Done/)).toBeVisible();

  const trainer = await createTrainer({
    layers: [784, 128, 64, 1],
    output: 'sigmoid',
    positive: 3,
  });
  await trainer.generateDigits();
  const epochs = [];
  for await (const epoch of trainer.train({ epochs: 2 })) epochs.push(epoch);
  const scores = await trainer.scores();
  const evaluation = await trainer.evaluate();
  trainer.dispose();
  const { rocArea, averagePrecision } = toCurves(scores);
  const half = countAt(scores, 0.5);
  expect(half.f1).toBeCloseTo(evaluation.f1 ?? NaN, 10);

  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  await expect(figure(page, 'Precision')).toHaveText(percent(half.precision));
  await expect(figure(page, 'Recall')).toHaveText(percent(half.recall));
  await expect(figure(page, 'F1')).toHaveText(percent(half.f1));
  expect((await table(page))[1]?.[5]).toBe(`${(100 * (epochs[1]?.binary?.f1 ?? 0)).toFixed(2)} %`);
  await expect(panel(page).getByText(`area ${rocArea.toFixed(4)}`)).toBeVisible();
  const average = `average precision ${averagePrecision.toFixed(4)}`;
  await expect(panel(page).getByText(average)).toBeVisible();
  const no = scores.yes.filter((yes) => yes === 0).length / scores.yes.length;
  await expect(panel(page).getByText(`would be right in ${percent(no)}`)).toBeVisible();

  const slider = page.getByRole('slider', { name: 'Threshold' });
  const expectCounts = async (threshold: number): Promise<void> => {
    const { found, missed, falseYes, rejected } = countAt(scores, threshold);
    await expect.poll(() => confusion(page)).toEqual([found, missed, falseYes, rejected]);
    expect(found + missed + falseYes + rejected).toBe(10_000);
  };
  await expectCounts(0.5);
  await slider.focus();
  for (let i = 0; i < 20; i += 1) await page.keyboard.press('ArrowRight');
  await expect(slider).toHaveValue('0.7');
  await expectCounts(0.7);
  await page.keyboard.press('Home');
  await expectCounts(0);
  await page.keyboard.press('End');
  await expectCounts(1);
});

test('the drawn digit is answered by the threshold', async ({ page, watched }) => {
  await watched.open();
  await useGeneratedDigits(page);
  await page.getByRole('radio', { name: /Is it a/ }).check();
  await setField(page, 'Epochs', '1');
  await trainToTheEnd(page, 1);
  await draw(page, { strokes: [[10, 25, 25, 5, 45, 10, 50, 30, 30, 45, 50, 60, 50, 85, 10, 85]] });
  await expect(page.getByText(/probability of a 3: [\d.]+ %/)).toBeVisible();
  await page.getByRole('slider', { name: 'Threshold' }).fill('0');
  await expect(prediction(page)).toHaveText('yes, a 3');
  await page.getByRole('slider', { name: 'Threshold' }).fill('1');
  await expect(prediction(page)).toHaveText('no');
});
