// SPDX-License-Identifier: MIT
// Two labs in somebody else's page: each with its own state, and the page round them as it was.
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { button, more, open, rows, seed } from './lesson-under-test.ts';
import { expect, test } from './page-under-test.ts';

interface Heard {
  readonly name: string;
  readonly lab: string;
  readonly detail: Record<string, unknown>;
}

const VIEWS = ['Step by step', 'Look inside', 'Data', 'Runs', 'Train'];

const heard = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { heard: Heard[] }).heard);

/** All of the page that is the lesson's own. */
const facts = (page: Page) =>
  page.evaluate(() => {
    const style = (selector: string, ...names: string[]) => {
      const element = document.querySelector(selector);
      const computed = element && getComputedStyle(element);
      return names.map((name) => computed?.getPropertyValue(name));
    };
    return {
      title: document.title,
      data: Object.entries(document.documentElement.dataset),
      classes: document.documentElement.className + document.body.className,
      head: [...document.head.children].map((element) => element.outerHTML),
      sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
      body: style('body', 'margin', 'font-family', 'font-size', 'background-color', 'color'),
      prose: style('#prose', 'margin', 'font-style', 'text-align', 'letter-spacing'),
    };
  });

async function draw(page: Page, lab: Locator): Promise<void> {
  const pad = lab.getByLabel('Drawing pad', { exact: true });
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error('no drawing pad');
  await page.mouse.move(box.x + box.width / 2, box.y + 0.2 * box.height);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + 0.8 * box.height, { steps: 5 });
  await page.mouse.up();
}

const answer = (lab: Locator) => lab.getByRole('status', { name: 'Prediction' });

test('two labs have a state each, and tell the lesson what happens', async ({ page }) => {
  const { first, second } = await open(page);
  // As their attributes say.
  await expect(first.getByRole('link', { name: 'Weights' })).toHaveAttribute(
    'aria-current',
    'page',
  );
  expect(await first.evaluate((lab) => getComputedStyle(lab).colorScheme)).toBe('dark');
  expect(await second.evaluate((lab) => getComputedStyle(lab).colorScheme)).toBe('light');
  await expect(second.getByText('Everything runs in this tab')).toBeHidden();
  await expect(first.getByText('Everything runs in this tab')).toBeVisible();
  await more(second);
  await expect(seed(second)).toHaveValue('7');

  await button(second, 'Train').click();
  await expect(rows(second)).toHaveCount(1, { timeout: 60_000 });
  await draw(page, second);
  await expect(answer(second)).toHaveText(/^\d/);
  await first.getByRole('link', { name: 'Train', exact: true }).click();
  await expect(rows(first)).toHaveCount(0);
  await more(first);
  await expect(seed(first)).toHaveValue('5');
  await expect(answer(first)).toHaveText(/draw a digit/);
  await button(second, 'Dark theme').click();
  await button(first, 'Light theme').click();
  expect(await first.evaluate((lab) => getComputedStyle(lab).colorScheme)).toBe('light');
  expect(await second.evaluate((lab) => getComputedStyle(lab).colorScheme)).toBe('dark');

  await expect
    .poll(async () => (await heard(page)).map(({ name }) => name))
    .toEqual(expect.arrayContaining(['mlp-epoch', 'mlp-trained', 'mlp-prediction']));
  const all = await heard(page);
  expect(new Set(all.map(({ lab }) => lab))).toEqual(new Set(['second']));
  const detail = (name: string) => all.find((one) => one.name === name)?.detail;
  expect(all.filter(({ name }) => name === 'mlp-epoch')).toHaveLength(1);
  expect(detail('mlp-epoch')).toMatchObject({ epoch: 1, cost: expect.any(Number) });
  expect(detail('mlp-trained')).toMatchObject({
    epochs: 1,
    reason: 'finished',
    accuracy: expect.any(Number),
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(detail('mlp-prediction')).toMatchObject({ of: 'drawing' });
  expect(detail('mlp-prediction')?.probabilities).toHaveLength(10);
});

test('the page round them stays as it was, whatever is opened', async ({ page }) => {
  const { first, second, address } = await open(page);
  const before = await facts(page);
  expect(before.title).toBe('Stunde 7: Ein Netz lernt Ziffern');
  expect(before.data).toEqual([['theme', 'sepia']]);
  expect(before.body.slice(0, 3)).toEqual(['40px 60px', 'Georgia, serif', '21px']);
  expect(before.sheets).toBe(1);
  for (const lab of [first, second]) {
    for (const view of VIEWS) {
      await lab.getByRole('link', { name: view, exact: true }).click();
      await expect(lab.getByRole('link', { name: view, exact: true })).toHaveAttribute(
        'aria-current',
        'page',
      );
      await page.waitForLoadState('networkidle');
    }
    await more(lab);
  }
  await button(second, 'Train').click();
  await expect(rows(second)).toHaveCount(1, { timeout: 60_000 });
  expect(await facts(page)).toEqual(before);
  expect(page.url()).toBe(address);
  // Nor does the lesson's way of writing get into the labs.
  const inside = await first.getByRole('button', { name: 'Train', exact: true }).evaluate((one) => {
    const { textAlign, textTransform, letterSpacing, cursor } = getComputedStyle(
      (one.getRootNode() as ShadowRoot).host,
    );
    return { textAlign, textTransform, letterSpacing, cursor };
  });
  expect(inside).toEqual({
    textAlign: 'start',
    textTransform: 'none',
    letterSpacing: 'normal',
    cursor: 'auto',
  });
  expect(
    await first.evaluate((lab) => lab.shadowRoot?.querySelector<HTMLElement>('[lang]')?.lang),
  ).toBe('en');
});

test('in a column of 320 px nothing sticks out, and axe finds nothing', async ({ page }) => {
  const { first } = await open(page);
  await first.evaluate((lab) => lab.classList.add('column'));
  for (const view of VIEWS) {
    await first.getByRole('link', { name: view, exact: true }).click();
    await page.waitForLoadState('networkidle');
    const panels = view === 'Look inside' ? ['Weights', 'Activations', 'Network', 'Answers'] : [''];
    for (const panel of panels) {
      if (panel) await first.getByRole('link', { name: panel, exact: true }).click();
      await page.waitForTimeout(300);
      const out = await first.evaluate((lab) => lab.scrollWidth - lab.clientWidth);
      expect(out, `${view} ${panel}`).toBeLessThanOrEqual(0);
    }
    const page320 = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(page320).toBeLessThanOrEqual(0);
  }
  // Two labs have regions of the same names, which the lesson's headings tell apart.
  const { violations } = await new AxeBuilder({ page }).disableRules('landmark-unique').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});
