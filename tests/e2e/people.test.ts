// SPDX-License-Identifier: MIT
// For people: keyboard, screen reader, touch, and a tab in the background.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, pause, rows, setField, test, train } from './page-under-test.ts';
import { combobox, useGeneratedDigits } from './settings-under-test.ts';
import { draw } from './strokes.ts';
import { ONE, CONTROLS } from './people-under-test.ts';

test('Tab reaches every control, in the order of the page, and shows where it is', async ({
  page,
  watched,
}) => {
  await watched.open();
  await page
    .locator('summary')
    .filter({ hasText: /^more$/ })
    .click();
  await expect(combobox(page, 'Activation g')).toBeVisible();
  await expect(page.getByRole('button', { name: 'How the drawing is read' })).toBeVisible(); // loaded last
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const all = await page.evaluate<number>(`${CONTROLS}.forEach((e, i) => (e.place = i + 1)) ??
    ${CONTROLS}.length`);
  const seen: { place: number; name: string; outline: boolean }[] = [];
  for (let i = 0; i < 2 * all; i += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      let element = document.activeElement as (HTMLElement & { place?: number }) | null;
      while (element?.shadowRoot?.activeElement)
        element = element.shadowRoot.activeElement as never;
      if (!element || element === document.body) return null;
      const style = getComputedStyle(element);
      const name = element.getAttribute('aria-label') ?? element.textContent.trim();
      const outline = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
      return { place: element.place ?? 0, name, outline };
    });
    if (!at) continue; // the browser's own turn, after the last one
    if (at.place === seen[0]?.place) break;
    seen.push(at);
  }
  // Tab may have begun anywhere in the round.
  const first = seen.findIndex(({ place }) => place === 1);
  seen.unshift(...seen.splice(first));
  // Of the two answers to the question one is a tab stop; arrow keys reach the other.
  expect(seen.length).toBe(all - 1);
  expect(seen.filter(({ outline }) => !outline)).toEqual([]);
  expect(seen.map(({ place }) => place)).toEqual(
    seen.map(({ place }) => place).sort((a, b) => a - b),
  );
  const names = seen.map(({ name }) => name);
  for (const name of ['Train', 'Copy link', 'Drawing pad', 'About: Data', 'About: these buttons']) {
    expect(names).toContain(name);
  }
  expect(names.indexOf('Train', 1)).toBeLessThan(names.indexOf('Drawing pad'));
});

test('an explanation opens by mouse, keyboard and touch; Escape closes it', async ({
  browser,
  page,
  site,
  watched,
}) => {
  await watched.open();
  const about = page.getByRole('button', { name: 'About: Learning rate' });
  const text = page.getByRole('status').filter({ hasText: 'W = W − α dW' });
  await about.click();
  await expect(text).toBeVisible();
  await expect(about).toHaveAttribute('aria-expanded', 'true');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await page.getByRole('heading', { name: 'Cost per epoch' }).click();
  await expect(text).toHaveCount(0);
  await about.focus();
  await page.keyboard.press('Enter');
  await expect(text).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(text).toHaveCount(0);
  await expect(about).toBeFocused();

  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  });
  const phone = await context.newPage();
  await phone.goto(`${site.url}?v=1`);
  await phone.getByRole('button', { name: 'About: these buttons' }).tap();
  const bubble = phone.getByRole('status').filter({ hasText: 'makes the cost smaller' });
  await expect(bubble).toBeVisible();
  const box = await bubble.boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
  await phone.touchscreen.tap(200, 700);
  await expect(bubble).toHaveCount(0);
  await context.close();
});

test('nothing lies over the question marks', async ({ page, watched }) => {
  await watched.open();
  const marks = page.getByRole('button', { name: /^About: / });
  const count = await marks.count();
  expect(count).toBeGreaterThan(8);
  for (let i = 0; i < count; i += 1) await marks.nth(i).click({ trial: true });
});

test('on a phone the pad stays where it is when training ends', async ({ page, watched }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await watched.open();
  await page
    .locator('summary')
    .filter({ hasText: /^Settings$/ })
    .click();
  await useGeneratedDigits(page);
  await setField(page, 'Epochs', '3');
  const pad = page.getByLabel('Drawing pad', { exact: true });
  const top = () => pad.evaluate((element) => element.getBoundingClientRect().top + scrollY);
  await train(page).click();
  await expect(rows(page)).not.toHaveCount(0);
  const during = await top();
  await expect(page.getByText(/^Done/).first()).toBeVisible({ timeout: 60_000 });
  expect(Math.abs((await top()) - during)).toBeLessThan(2);
});

test('a screen reader is not told more than it can say while the network trains', async ({
  page,
  watched,
}) => {
  await watched.open();
  await useGeneratedDigits(page);
  await setField(page, 'Units of layer 1', '8');
  await setField(page, 'Epochs', '300');
  await page.evaluate(() => {
    const told: string[] = [];
    Object.assign(globalThis, { told });
    const LIVE = '[role=status], [role=alert], [aria-live], output';
    const watch = (root: ParentNode & Node): void => {
      new MutationObserver((changes) => {
        for (const { target } of changes) {
          const element = target instanceof Element ? target : target.parentElement;
          const live = element?.closest(LIVE);
          if (live && live.getAttribute('aria-live') !== 'off') told.push(live.textContent.trim());
        }
      }).observe(root, { subtree: true, childList: true, characterData: true });
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) watch(element.shadowRoot);
      }
    };
    watch(document);
  });
  const told = () =>
    page.evaluate(() => (globalThis as unknown as { told: string[] }).told.filter(Boolean));
  await train(page).click();
  await expect(rows(page)).not.toHaveCount(0, { timeout: 30_000 });
  await draw(page, ONE);
  const [before, began] = [(await told()).length, Date.now()];
  // A report comes every ten seconds.
  await expect
    .poll(told, { timeout: 14_000 })
    .toContainEqual(expect.stringMatching(/^epoch \d+ of/));
  const said = (await told()).slice(before);
  const perSecond = said.length / ((Date.now() - began) / 1000);
  test.info().annotations.push({
    type: 'told per second',
    description: `${perSecond.toFixed(2)}: ${said.slice(0, 20).join(' | ')}`,
  });
  expect(perSecond).toBeLessThan(1);
  await pause(page).click();
  await expect.poll(told).toContainEqual(expect.stringMatching(/^Paused in epoch/));
});

test('a tab in the background goes on training and says so in its title', async ({
  page,
  watched,
}) => {
  await watched.open();
  await useGeneratedDigits(page);
  await setField(page, 'Units of layer 1', '8');
  await setField(page, 'Epochs', '1000');
  await train(page).click();
  await expect(page.getByText(/images\/s/)).toBeVisible();
  await expect(page.getByText(/ left$/)).toBeVisible();
  await expect(page).toHaveTitle(/^\d+ % · epoch \d+ of 1000 · MLP Scratchpad$/);
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    // What a browser does to a tab that is not in front: no frames.
    globalThis.requestAnimationFrame = () => 0;
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect(page).toHaveTitle(/^\d+ % · epoch \d+ of 1000 · training in the background · MLP/);
  const epoch = async () => Number(/epoch (\d+)/.exec(await page.title())?.[1] ?? 0);
  const before = await epoch();
  await expect.poll(epoch, { timeout: 30_000 }).toBeGreaterThan(before + 1);
  await pause(page).click();
  await expect(page).toHaveTitle('paused · MLP Scratchpad');
});
