// SPDX-License-Identifier: MIT
// The pen's pressure reaches the image that the network sees; deskewing sets it upright.
import type { Page } from '@playwright/test';
import { createTrainer } from '../../build/package/index.js';
import { expect, prediction, test } from './page-under-test.ts';
import { draw } from './strokes.ts';

const seen = (page: Page) =>
  page.getByRole('img', { name: /^What the network sees/ }).evaluate((canvas) => {
    const context = (canvas as HTMLCanvasElement).getContext('2d');
    const { data } = context?.getImageData(0, 0, 28, 28) ?? { data: new Uint8ClampedArray() };
    return [...data].filter((_, i) => i % 4 === 3);
  });

/** Draws a straight line down with a pen that is pressed harder and harder. */
async function drawPressed(page: Page, pointerType: 'pen' | 'touch'): Promise<void> {
  await page.getByLabel('Drawing pad', { exact: true }).evaluate((canvas, type) => {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    const fire = (name: string, i: number) =>
      canvas.dispatchEvent(
        new PointerEvent(name, {
          pointerType: type,
          pointerId: 1,
          isPrimary: true,
          button: name === 'pointermove' ? -1 : 0,
          clientX: left + width / 2,
          clientY: top + height * (0.2 + i / 16),
          pressure: 0.1 + i / 12,
          bubbles: true,
          composed: true,
        }),
      );
    // The browser knows no such pointer to capture.
    canvas.setPointerCapture = () => undefined;
    fire('pointerdown', 0);
    for (let i = 1; i <= 10; i += 1) fire('pointermove', i);
    fire('pointerup', 10);
  }, pointerType);
  await expect(prediction(page)).toHaveText(/^\d$/);
  await page.waitForTimeout(200);
}

/** By how much the line is wider below than above: the ink of its last five rows, of its first. */
function widerBelow(image: readonly number[]): number {
  const rows = Array.from({ length: 28 }, (_, y) =>
    image.slice(28 * y, 28 * (y + 1)).reduce((all, one) => all + one, 0),
  ).filter((ink) => ink > 0);
  const sum = (part: readonly number[]) => part.reduce((all, one) => all + one, 0);
  return sum(rows.slice(-6, -1)) / sum(rows.slice(1, 6));
}

test('where a pen is pressed harder the line is wider, on the pad and as it is seen', async ({
  page,
  watched,
}) => {
  await watched.open();
  const inkOfPad = () =>
    page.getByLabel('Drawing pad', { exact: true }).evaluate((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement;
      const data = (canvas as HTMLCanvasElement)
        .getContext('2d')
        ?.getImageData(0, 0, width, height);
      return [...(data?.data ?? [])].filter((_, i) => i % 4 === 3);
    });
  await drawPressed(page, 'touch'); // tells no pressure
  expect(widerBelow(await seen(page))).toBeLessThan(1.3);
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await drawPressed(page, 'pen');
  expect(widerBelow(await seen(page))).toBeGreaterThan(1.5);
  const pad = await inkOfPad();
  const row = (share: number) => {
    const side = Math.sqrt(pad.length);
    const from = Math.floor(share * side) * side;
    return pad.slice(from, from + side).filter((ink) => ink > 128).length;
  };
  expect(row(0.75)).toBeGreaterThan(1.5 * row(0.25));
});

test('deskewing sets a slanting digit upright, as the library does', async ({ page, watched }) => {
  await watched.open();
  const slanting = [[60, 0, 48, 30, 36, 60, 20, 100]];
  await draw(page, { strokes: slanting });
  await expect(prediction(page)).toHaveText(/^\d$/);
  await page.waitForTimeout(200);
  const as = await seen(page);
  const columns = (image: readonly number[]) =>
    new Set(image.flatMap((ink, i) => (ink > 128 ? [i % 28] : []))).size;
  await page.getByRole('button', { name: 'How the drawing is read' }).click();
  await page.getByRole('checkbox', { name: 'Deskew' }).check();
  await expect.poll(async () => columns(await seen(page))).toBeLessThan(columns(as));
  await page.keyboard.press('Escape');
  const trainer = await createTrainer();
  const { image } = await trainer.read(slanting, { deskew: true });
  trainer.dispose();
  expect(columns(await seen(page))).toBe(columns([...image]));
});
