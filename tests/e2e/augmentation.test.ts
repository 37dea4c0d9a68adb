// SPDX-License-Identifier: MIT
// Augmentation and other hands: their fields, what is shown of them, and training with them, against
// the library in Node.
import type { Locator, Page } from '@playwright/test';
import { createTrainer, PRESETS, type Trainer } from '../../build/package/index.js';
import { expectGoodLooks } from './axe-looks.ts';
import { expect, setField, test, train, trainToTheEnd } from './page-under-test.ts';
import { checksum, small } from './runs-under-test.ts';
import { combobox, field, useGeneratedDigits } from './settings-under-test.ts';

const strip = (page: Page, name: string) => page.getByRole('list', { name, exact: true });
const pictures = (list: Locator) => list.getByRole('img');

async function openGroup(page: Page, title: string): Promise<void> {
  const more = page.locator('mlp-more-settings');
  if (!(await more.isVisible())) await page.getByText('more', { exact: true }).click();
  await more.locator('summary').filter({ hasText: title }).click();
  const first = title === 'Augmentation' ? 'Shift' : 'Other hands';
  await expect(field(page, first)).toBeVisible(); // its code is loaded now
}

/** The bytes of the images that a strip shows: the ink's opacity is the byte. */
const bytesOf = (list: Locator): Promise<number[][]> =>
  pictures(list).evaluateAll((all) =>
    all.map((canvas) => {
      const context = (canvas as HTMLCanvasElement).getContext('2d');
      const { data } = context?.getImageData(0, 0, 28, 28) ?? { data: new Uint8ClampedArray() };
      return [...data].filter((_, i) => i % 4 === 3);
    }),
  );

function split(images: Uint8Array): number[][] {
  const all = [...images];
  return Array.from({ length: all.length / 784 }, (_, i) => all.slice(784 * i, 784 * (i + 1)));
}

async function library(work: (trainer: Trainer) => Promise<void>): Promise<void> {
  const trainer = await createTrainer();
  await work(trainer);
  trainer.dispose();
}

test('the previews follow the settings, and are what the library makes', async ({
  page,
  watched,
}) => {
  await watched.open();
  await useGeneratedDigits(page);
  await openGroup(page, 'Augmentation');
  await expect(page.getByText(/^Nothing is changed yet/)).toBeVisible();
  await setField(page, 'Rotation', '20');
  const alone = strip(page, 'Rotation alone');
  const together = strip(page, 'All together');
  await expect(pictures(alone)).toHaveCount(4);
  await expect(pictures(together)).toHaveCount(8);
  await expect(field(page, 'Elastic σ')).toHaveCount(0);
  await setField(page, 'Elastic α', '40');
  await expect(field(page, 'Elastic σ')).toBeVisible();
  await expect(pictures(strip(page, 'Elastic α alone'))).toHaveCount(4);

  await library(async (trainer) => {
    await trainer.generateDigits();
    const shows = async (number: number, rotation: number, seed: number) => {
      const { images } = await trainer.images('train', number);
      const turned = await trainer.augment({ images, settings: { rotation }, seed, count: 4 });
      const settings = { rotation, elastic: 40 };
      const all = await trainer.augment({ images, settings, seed, count: 8 });
      await expect.poll(() => bytesOf(alone)).toEqual(split(turned));
      await expect.poll(() => bytesOf(together)).toEqual(split(all));
    };
    await shows(0, 20, 1);
    await setField(page, 'Rotation', '5');
    await shows(0, 5, 1);
    await page.getByRole('button', { name: 'Next image' }).click();
    await expect(page.getByText('training image 1', { exact: true })).toBeVisible();
    await shows(1, 5, 1);
    await page.getByRole('button', { name: 'Draw the variants again' }).click();
    await shows(1, 5, 2);
  });
  await setField(page, 'Rotation', '0');
  await expect(alone).toHaveCount(0);
});

test('the generated digits of other hands are the library’s, and others come on demand', async ({
  page,
  watched,
}) => {
  await watched.open();
  await openGroup(page, 'Other hands');
  const digits = strip(page, 'Generated digits');
  await library(async (trainer) => {
    for (const first of [0, 8]) {
      const { images, labels } = await trainer.digits({ seed: 1, first, count: 8, hands: 'other' });
      await expect.poll(() => bytesOf(digits)).toEqual(split(images));
      await expect(pictures(digits).nth(3)).toHaveAccessibleName(`A generated ${labels[3]}`);
      await page.getByRole('button', { name: 'Show others' }).click();
    }
  });
});

test('training with changed images and other hands gives the library’s weights', async ({
  page,
  watched,
}) => {
  await watched.open();
  await small(page, 1);
  await openGroup(page, 'Augmentation');
  await setField(page, 'Shift', '1.5');
  await setField(page, 'Thickness', '0.5');
  await setField(page, 'Elastic α', '30');
  await openGroup(page, 'Other hands');
  await setField(page, 'Other hands', '0.2');
  await trainToTheEnd(page, 1);
  await library(async (trainer) => {
    await trainer.configure({ layers: [784, 16, 10] });
    await trainer.generateDigits();
    const settings = { shift: 1.5, thickness: 0.5, elastic: 30, otherHands: 0.2 };
    for await (const epoch of trainer.train({ epochs: 1, ...settings })) {
      expect(epoch.examples).toBeGreaterThan(60_000);
    }
    const { sha256 } = await trainer.weights();
    expect(await checksum(page)).toBe(sha256.slice(0, 12));
  });
});

test('a number outside its limits says so, and a share of drawings needs drawings', async ({
  page,
  watched,
}) => {
  await watched.open();
  await openGroup(page, 'Augmentation');
  await setField(page, 'Shear', '2');
  await expect(field(page, 'Shear')).toHaveAccessibleDescription(/from 0 to 0\.6/);
  await expect(page.getByText(/waits for a valid setting: Shear/)).toBeVisible();
  await setField(page, 'Shear', '0.2');
  await page.getByRole('button', { name: 'About: Elastic α' }).click();
  await expect(page.getByText(/Simard 2003/)).toBeVisible();
  await page.keyboard.press('Escape');
  await openGroup(page, 'Other hands');
  await setField(page, 'My drawings', '0.1');
  await train(page).click();
  await expect(page.getByText(/There is no drawing of yours to learn from/)).toBeVisible();
  await expect(train(page)).toBeEnabled();
});

test('each preset is set as the library has it', async ({ page, watched }) => {
  await watched.open();
  await useGeneratedDigits(page);
  await expect(combobox(page, 'Preset')).toHaveValue('defaults');
  for (const [preset, { network, training }] of Object.entries(PRESETS)) {
    await combobox(page, 'Preset').selectOption(preset);
    await expect(field(page, 'Learning rate')).toHaveValue(String(training.learningRate));
    await expect(field(page, 'Epochs')).toHaveValue(String(training.epochs));
    const layers = (network.layers ?? [784, 128, 64, 10]).join(' – ');
    await expect(page.getByText(layers)).toBeVisible();
    await expect(combobox(page, 'Preset')).toHaveValue(preset);
  }
  await combobox(page, 'Preset').selectOption('accurate');
  await openGroup(page, 'Augmentation');
  await expect(field(page, 'Shift')).toHaveValue(String(PRESETS.accurate.training.shift));
});

test('axe finds nothing in the groups', async ({ page, watched }) => {
  await watched.open();
  await combobox(page, 'Preset').selectOption('accurate');
  await openGroup(page, 'Augmentation');
  await openGroup(page, 'Other hands');
  await expect(pictures(strip(page, 'All together'))).toHaveCount(8);
  await expect(pictures(strip(page, 'Generated digits'))).toHaveCount(8);
  await expectGoodLooks(page);
});
