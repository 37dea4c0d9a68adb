// SPDX-License-Identifier: MIT
// What the person draws and tells the label of is kept, learned from, looked at, saved and deleted.
import { gunzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { pairImagesWithLabels, parseIdx } from '../../build/package/index.js';
import { expectGoodLooks } from './axe-looks.ts';
import {
  drawAnew,
  keepSigns,
  kept,
  learn,
  list,
  named,
  save,
  savedStrokes,
  showDrawings,
  sign,
  wasA,
} from './drawings-under-test.ts';
import {
  expect,
  prediction,
  ready,
  rows,
  setField,
  test,
  trainToTheEnd,
  withoutDatabase,
} from './page-under-test.ts';
import { button, checksum, show, undo } from './runs-under-test.ts';
import { useGeneratedDigits } from './settings-under-test.ts';
import { draw, SEVEN } from './strokes.ts';

/** A network that reads digits, on generated ones, after a moment. */
async function trained(page: Page, epochs = 1): Promise<void> {
  await useGeneratedDigits(page);
  await setField(page, 'Epochs', String(epochs));
  await trainToTheEnd(page, epochs);
}

test('a misread sign is kept, learned from in seconds, read rightly then, and there after a reload', async ({
  page,
  watched,
}) => {
  await watched.open();
  await trained(page);
  await expect(learn(page)).toHaveCount(0);
  const label = await keepSigns(page);
  await expect(page.getByText('3 drawings kept')).toBeVisible();
  const before = await checksum(page);

  const began = Date.now();
  await learn(page).click();
  const said = page.getByText(/Learned from your 3 drawings/);
  await expect(said).toBeVisible({ timeout: 60_000 });
  test.info().annotations.push({ type: 'learning, ms', description: String(Date.now() - began) });
  await expect(said).toContainText(
    /Read correctly: 0 before, 3 now\. Test accuracy: [\d.]+ % before/,
  );
  // Another drawing of the sign, which is not among the kept ones.
  expect(await drawAnew(page, sign(2))).toBe(label);
  // It has not forgotten the digits of others.
  const accuracies = /accuracy: ([\d.]+) % before, ([\d.]+) % now/.exec(await said.innerText());
  expect(Number(accuracies?.[2])).toBeGreaterThan(Number(accuracies?.[1]) - 2);

  // It is a change of the run like others, and Undo brings the network of before back.
  const epochs = await rows(page).count();
  expect(epochs).toBeGreaterThan(1);
  await expect(page.locator('mlp-line-chart.cost')).toContainText('Learned from 3 drawings');
  const after = await checksum(page);
  expect(after).not.toBe(before);
  await expect(page.getByText(/drawings are part of these weights/)).toBeAttached();
  await undo(page).click();
  await expect(rows(page)).toHaveCount(1, { timeout: 60_000 });
  expect(await checksum(page)).toBe(before);
  expect(await drawAnew(page, sign(2))).not.toBe(label);
  await show(page, 'Runs');
  await expect(page.getByRole('list', { name: 'Kept runs' }).getByRole('listitem')).toHaveCount(2);

  await page.reload();
  await ready(page);
  await show(page, 'Train');
  await expect(page.getByText('3 drawings kept')).toBeVisible();
  // The network is there again too, and could learn more; a new one could not.
  await expect(learn(page)).toBeEnabled();
  await button(page, 'Reset').click();
  await expect(learn(page)).toBeDisabled();
  await showDrawings(page);
  await expect(page.getByText(/Press Train first/)).toBeVisible();
  await expect(kept(page)).toHaveCount(3);
});

test('learning can be stopped, and the network is then what it was', async ({ page, watched }) => {
  await watched.open();
  await page.getByText('784 – 128 – 64 – 10').click();
  await setField(page, 'Units of layer 1', '1500'); // so that there is time to stop it
  await trained(page);
  await keepSigns(page, 1);
  const before = await checksum(page);
  await learn(page).click();
  await named(page, 'Stop learning').first().click();
  await expect(page.getByText(/Stopped after [\d.]+ s/)).toBeVisible({ timeout: 60_000 });
  await expect(rows(page)).toHaveCount(1);
  expect(await checksum(page)).toBe(before);
  await expect(learn(page)).toBeEnabled();
});

test('a label is told again, taken back, changed; drawings are deleted and brought back', async ({
  page,
  watched,
}) => {
  await watched.open();
  await trained(page);
  await drawAnew(page, sign());
  await wasA(page, 3).click();
  await wasA(page, 5).click(); // the same drawing: the new label counts
  await expect(page.getByText('1 drawing kept')).toBeVisible();
  await expect(page.getByText('Kept as a 5.')).toBeVisible();
  await named(page, /^Undo: do not keep/).click();
  await expect(page.getByText('Kept as a 3.')).toBeVisible();
  await drawAnew(page, sign(8));
  await wasA(page, 8).click();
  await expect(page.getByText('Kept as an 8.')).toBeVisible();
  await named(page, /^Undo: do not keep/).click();
  await expect(page.getByText('1 drawing kept')).toBeVisible();
  await wasA(page, 7).click();

  await showDrawings(page);
  await expect(kept(page)).toHaveCount(2);
  await expect(kept(page).first()).toHaveAccessibleName(/^Drawing 2, a 7, was read /);
  await kept(page).first().click();
  await named(page, 'It is a 4').click();
  await expect(kept(page).first()).toHaveAccessibleName(/^Drawing 2, a 4, was read /);
  await named(page, 'Delete drawing 2').click();
  await expect(kept(page)).toHaveCount(1);
  await expect(named(page, 'Undo: keep what was deleted')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(kept(page)).toHaveCount(2);
  await named(page, 'Delete all').click();
  await expect(page.getByText('2 drawings are deleted.')).toBeVisible();
  await expect(list(page)).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(kept(page)).toHaveCount(2);
  await named(page, 'Delete all').click();
  await page.reload();
  await ready(page);
  await expect(page.getByText(/^None yet\./)).toBeVisible();
});

test('strokes that are added to a kept drawing are kept when its label is told again', async ({
  page,
  watched,
}) => {
  await watched.open();
  await trained(page);
  const strokesKept = async (): Promise<number | undefined> => {
    await showDrawings(page);
    const [drawing] = await savedStrokes(page);
    await show(page, 'Train');
    return drawing?.strokes.length;
  };
  await drawAnew(page, SEVEN);
  await wasA(page, 7).click();
  await expect(page.getByText('Kept as a 7.')).toBeVisible();
  expect(await strokesKept()).toBe(1);
  await draw(page, { strokes: [[25, 50, 60, 50]] });
  await expect(page.getByText('Kept as it was before.')).toBeVisible();
  await expect(wasA(page, 7)).toHaveAttribute('aria-pressed', 'false');
  await wasA(page, 7).click();
  await expect(page.getByText('Kept as a 7.')).toBeVisible();
  await expect(page.getByText('1 drawing kept')).toBeVisible();
  expect(await strokesKept()).toBe(2);
  await named(page, /^Undo: do not keep/).click();
  await expect(page.getByText('Kept as it was before.')).toBeVisible();
  expect(await strokesKept()).toBe(1);
  await named(page, /^Undo/).first().click(); // of the pad: the stroke
  await expect(page.getByText('Kept as a 7.')).toBeVisible();
});

test('the files that are saved hold the drawings', async ({ page, watched }) => {
  await watched.open();
  await trained(page);
  const label = await keepSigns(page, 2);
  await showDrawings(page);
  const unzip = async (name: 'Images' | 'Labels') =>
    new Uint8Array(gunzipSync(await save(page, name)));
  const drawings = await savedStrokes(page);
  expect(drawings.map((one) => [one.label, one.strokes.length])).toEqual([
    [label, 2],
    [label, 2],
  ]);
  const numbers = drawings.flatMap(({ strokes }) => strokes.flat());
  expect(Math.min(...numbers)).toBe(0);
  const [images, labels] = [await unzip('Images'), await unzip('Labels')];
  const pair = pairImagesWithLabels(
    parseIdx(images, 'images'),
    parseIdx(labels, 'labels'),
    'images',
    'labels',
  );
  expect([...pair.labels]).toEqual([label, label]);
  expect(pair.images).toHaveLength(2 * 784);
  expect(pair.images.reduce((sum, ink) => sum + ink, 0)).toBeGreaterThan(10_000);
});

test('by keyboard alone; nothing moves when there is an answer and when a drawing is kept', async ({
  page,
  watched,
}) => {
  await watched.open();
  await trained(page);
  await page.setViewportSize({ width: 390, height: 844 });
  const place = async () => {
    const boxes = [
      page.getByLabel('Drawing pad', { exact: true }),
      page.getByRole('list', { name: 'Probabilities' }),
      page.getByRole('figure', { name: 'Cost per epoch' }),
    ].map(async (part) => (await part.boundingBox())?.height);
    const top = page.getByRole('figure', { name: 'Cost per epoch' });
    return [
      ...(await Promise.all(boxes)),
      await top.evaluate((one) => (one as HTMLElement).offsetTop),
    ];
  };
  const empty = await place();
  await page.getByLabel('Drawing pad', { exact: true }).focus();
  await page.keyboard.press('Space');
  for (let i = 0; i < 14; i += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(prediction(page)).toHaveText(/^\d$/);
  await page.waitForTimeout(200);
  await page.keyboard.press('Tab'); // to how it is read
  await page.keyboard.press('Tab');
  await expect(wasA(page, 0)).toBeFocused();
  expect(await place()).toEqual(empty);
  await page.keyboard.press('ArrowLeft');
  await expect(wasA(page, 9)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(wasA(page, 1)).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('7');
  await expect(wasA(page, 7)).toHaveAttribute('aria-pressed', 'true');
  await expect(wasA(page, 7)).toBeFocused();
  await expect(page.getByText('Kept as a 7.')).toBeVisible();
  expect(await place()).toEqual(empty);
  // As large as a finger needs.
  for (const digit of [0, 4, 9]) {
    const box = await wasA(page, digit).boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  }
});

test('where the browser stores nothing, drawings stay for as long as the tab is open', async ({
  page,
  watched,
}) => {
  await withoutDatabase(page);
  await watched.open();
  await trained(page);
  await keepSigns(page, 1);
  await showDrawings(page);
  await expect(page.getByText(/they stay until this tab is closed/)).toBeVisible();
  await expect(kept(page)).toHaveCount(1);
});

test('an answer that is not sure says so, with the second guess', async ({ page, watched }) => {
  await watched.open();
  await trained(page);
  const second = page.locator('mlp-prediction-view .second');
  // From a 4 to a 9, by closing its top.
  let found = false;
  for (let open = 30; open >= 0 && !found; open -= 3) {
    await drawAnew(page, {
      strokes: [
        [10 + open / 3, 0, 5, 45, 50, 45, 55, 0, 50, 100],
        [10 + open / 3, 0, 55 - open, 0],
      ],
    });
    found = await second.isVisible();
  }
  expect(found).toBe(true);
  await expect(second).toHaveText(/^or \d\?$/);
  await expect(page.getByText(/^Not sure: \d+ % or \d+ %$/)).toBeVisible();
});

test('axe finds nothing, at the pad and in the panel', async ({ page, watched }) => {
  await watched.open();
  await trained(page);
  await keepSigns(page, 2);
  await expectGoodLooks(page);
  await learn(page).click();
  await expect(page.getByText(/Learned from your/)).toBeVisible({ timeout: 60_000 });
  await showDrawings(page);
  await kept(page).first().click();
  await expectGoodLooks(page);
});
