// SPDX-License-Identifier: MIT
// The person's own drawings, by the names that the page gives to what is done with them.
import { readFileSync } from 'node:fs';
import { type Page, test } from '@playwright/test';
import { expect, prediction } from './page-under-test.ts';
import { draw, type Drawing } from './strokes.ts';

export const named = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true });
/** The button that says what the drawing was. */
export const wasA = (page: Page, digit: number) =>
  named(page, digit === 8 ? 'That was an 8' : `That was a ${digit}`);
export const learn = (page: Page) => named(page, 'Learn from my drawings').first();
export const list = (page: Page) => page.getByRole('list', { name: 'My drawings' });
export const kept = (page: Page) => list(page).getByRole('button', { name: /^Drawing \d/ });

/** A sign that is no digit: the network takes it for some digit, and can learn to take it for another. */
export const sign = (shift = 0): Pick<Drawing, 'strokes'> => ({
  strokes: [
    [0, 0, 20, 40 + shift, 40, 80, 60 + shift, 40, 80, 0],
    [0, 80, 40, 60 - shift, 80, 80],
  ],
});

/** Draws on an empty pad, and waits until all of it has been read. */
export async function drawAnew(page: Page, drawing: Pick<Drawing, 'strokes'>): Promise<number> {
  const clear = named(page, 'Clear');
  if (await clear.isEnabled()) await clear.click();
  await expect(prediction(page)).toHaveText(/draw a digit/);
  await page.getByLabel('Drawing pad', { exact: true }).scrollIntoViewIfNeeded();
  await draw(page, drawing);
  await expect(prediction(page)).toHaveText(/^\d$/);
  // The last stroke is read a moment after it is drawn.
  await page.waitForTimeout(200);
  return Number(await prediction(page).innerText());
}

/** Keeps some drawings of the sign, as a digit that it is not taken for. @returns that digit */
export async function keepSigns(page: Page, count = 3): Promise<number> {
  let label = -1;
  for (let i = 0; i < count; i += 1) {
    const answer = await drawAnew(page, sign(4 * i));
    if (label < 0) label = (answer + 5) % 10;
    await wasA(page, label).click();
    await expect(wasA(page, label)).toHaveAttribute('aria-pressed', 'true');
  }
  return label;
}

export async function showDrawings(page: Page): Promise<void> {
  await page.getByRole('link', { name: /drawings? kept$/ }).click();
  await expect(list(page)).toBeVisible();
}

/** What a button of 'Save as files' saves. */
export async function save(page: Page, name: 'Strokes' | 'Images' | 'Labels'): Promise<Uint8Array> {
  const saving = page.waitForEvent('download');
  await named(page, name).click();
  const file = await saving;
  test.info().annotations.push({ type: 'file', description: file.suggestedFilename() });
  return new Uint8Array(readFileSync(await file.path()));
}

export async function savedStrokes(page: Page): Promise<{ label: number; strokes: number[][] }[]> {
  const lines = new TextDecoder()
    .decode(await save(page, 'Strokes'))
    .trimEnd()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as { label: number; strokes: number[][] });
}
