// SPDX-License-Identifier: MIT
// 'Show the code' beside the formulas and the numbers; and what the view says of where one is.
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { CODE_PLACES, type CodeKey } from '../../web/src/page/notes/code/code-places.ts';
import { findLines } from '../../web/src/page/notes/code/find-lines.ts';
import { button, goTo, heading, link, openNotes } from './notes-under-test.ts';
import { expect, test } from './page-under-test.ts';

const panel = (page: Page) => page.locator('mlp-code-panel');
const show = (page: Page) => page.getByRole('button', { name: /^Show the code/ });
const file = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** The lines of the source that a formula should have marked, without their indents. */
function expected(key: CodeKey): string[] {
  const place = CODE_PLACES[key];
  const source = file(place.path);
  const lines = findLines(source, place);
  if (!lines) throw new Error(`${key} is not in ${place.path}`);
  return source
    .split('\n')
    .slice(lines.from, lines.to + 1)
    .map((line) => line.trim());
}

async function box(locator: Locator) {
  const found = await locator.boundingBox();
  if (!found) throw new Error('not to be seen');
  return found;
}

test('each formula shows the very lines of the core that compute it', async ({ page, watched }) => {
  await watched.open();
  await openNotes(page);
  const seen = new Set<string>();
  for (;;) {
    for (const one of await show(page).all()) {
      const key = await one.evaluate(
        (node) => ((node.getRootNode() as ShadowRoot).host as unknown as { key: CodeKey }).key,
      );
      if ((await one.getAttribute('aria-expanded')) === 'false') await one.click();
      await expect(one).toHaveAttribute('aria-expanded', 'true');
      await expect(panel(page).locator('.path')).toHaveText(CODE_PLACES[key].path);
      await expect(panel(page).locator('.marked').first()).toBeVisible();
      const marked = await panel(page).locator('.marked code').allInnerTexts();
      expect(marked.map((line) => line.trim())).toEqual(expected(key));
      await expect(panel(page).locator('.marked').first()).toBeInViewport();
      seen.add(key);
    }
    if (await button(page, 'Next').isDisabled()) break;
    await button(page, 'Next').click();
  }
  for (const key of ['X', 'Z', 'J', 'dA_L softmax', 'dZ_L', 'dZ', 'dW', 'W', 'predict softmax']) {
    expect([...seen]).toContain(key);
  }
  await button(page, 'Hide the code').click();
  await expect(panel(page)).toHaveCount(0);
});

test('formula, numbers and code stand side by side, or below on a phone', async ({
  page,
  watched,
}) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  await watched.open();
  await openNotes(page);
  await goTo(page, 'Forward', 2);
  expect(loaded.filter((url) => /forward-[\w-]+\.js/.test(url))).toEqual([]);
  await show(page).first().click();
  await expect(panel(page).getByText('section 3, forward')).toBeVisible();
  expect(loaded.filter((url) => /forward-[\w-]+\.js/.test(url))).toHaveLength(1);
  const about = panel(page).locator('dl');
  for (const text of ['Called by', 'Fast twin', 'cpp/src/kernels/forward.cpp', 'Held together by'])
    await expect(about).toContainText(text);

  const numbers = page.getByRole('figure', { name: 'Z₂', exact: true });
  const step = page.locator('mlp-forward-step');
  const [code, beside] = [await box(panel(page)), await box(step)];
  expect(code.x).toBeGreaterThanOrEqual(beside.x + beside.width);
  const formula = await box(page.locator('mlp-coded-formula').first());
  expect(Math.abs(code.y - formula.y)).toBeLessThan(60);
  const marked = panel(page).locator('.marked').first();
  expect((await box(marked)).y).toBeLessThan(800);
  expect((await box(numbers)).y).toBeLessThan(800);
  // It goes with the step.
  await button(page, 'Next').click();
  await expect(panel(page).locator('.path')).toHaveText('cpp/src/notes/forward.cpp');
  await button(page, 'Next').click();
  await expect(panel(page).locator('.path')).toHaveText('cpp/src/notes/cost.cpp');

  await page.setViewportSize({ width: 390, height: 664 });
  const below = await box(page.locator('mlp-cost-step'));
  expect((await box(panel(page))).y).toBeGreaterThanOrEqual(below.y + below.height);
  await show(page).first().click();
  await expect(panel(page)).toHaveCount(0);
  await show(page).first().click();
  await expect(panel(page).locator('.marked').first()).toBeInViewport();
});

test('says which weights these are, and Train is at hand', async ({ page, watched }) => {
  await watched.open();
  await openNotes(page);
  await expect(page.getByText('Weights: untrained.')).toBeVisible();
  await link(page, 'Train').click();
  await button(page, 'Step').click();
  await link(page, 'Step by step').click();
  await expect(page.getByText('Weights: in epoch 1, after 1 update.')).toBeVisible();
  await button(page, 'Train').click();
  await expect(button(page, 'Pause')).toBeVisible();
  await expect(page.getByText(/The network has learned on since/)).toBeVisible();
  await button(page, 'Pause').click();
  await expect(button(page, 'Train')).toBeVisible();
});

test('shows the loop, and where in it one is', async ({ page, watched }) => {
  await watched.open();
  await openNotes(page);
  const steps = page.getByRole('navigation', { name: 'Steps of the notes' });
  const round = steps.getByRole('listitem').filter({ hasText: 'again, for every batch' });
  await expect(round.getByRole('link')).toHaveText([/Forward/, /Cost/, /Backward/, /Update/]);
  await expect(round).not.toHaveClass(/here/);
  await expect(page.getByRole('heading', { name: 'The strategy' })).toBeVisible();
  await goTo(page, 'Cost');
  await expect(round).toHaveClass(/here/);
  await expect(steps.locator('[aria-current]')).toHaveText(/Cost/);
  // 'Learn from this alone' and 'Is the gradient right?' stand where they belong.
  await expect(page.getByRole('heading', { name: 'Learn from this alone' })).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Is the gradient right?' })).toHaveCount(0);
  await goTo(page, 'Update');
  await expect(page.getByRole('heading', { name: 'Learn from this alone' })).toBeVisible();
});

test('pixels by image, classes by name, and the picture beside', async ({ page, watched }) => {
  await watched.open();
  await openNotes(page);
  await expect(heading(page)).toHaveText(/Reshape/);
  const table = page.getByRole('table', { name: 'Pixels by image' });
  await expect(table.getByRole('columnheader')).toHaveText(['X', 'image 0']);
  await page.getByRole('button', { name: 'Later image' }).click();
  const beside = page.getByText(/training image 1, labelled \d/);
  await expect(beside).toBeVisible();
  const [, label] = /labelled (\d)/.exec(await beside.innerText()) ?? [];
  await expect(table.getByRole('row', { name: /label/ })).toContainText(label ?? 'none');
  const names = page.getByRole('figure', { name: 'Y', exact: true }).locator('.names li');
  await expect(names).toHaveText(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
  await page.getByRole('radio', { name: 'a batch' }).check();
  await expect(table.getByRole('columnheader')).toHaveCount(9);
  await goTo(page, 'Cost');
  const classes = page.getByRole('figure', { name: 'A₃', exact: true }).locator('.names li');
  await expect(classes).toHaveCount(10);
  // The pad is empty again where one is to draw.
  await link(page, 'Train').click();
  await expect(page.getByRole('status', { name: 'Prediction' })).toHaveText(/draw a digit/);
});
