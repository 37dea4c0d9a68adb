// SPDX-License-Identifier: MIT
// For people: little motion, colours of one's own, zoom, and fingers.
import type { Page } from '@playwright/test';
import { expect, setField, test, trainToTheEnd } from './page-under-test.ts';
import { combobox, useGeneratedDigits } from './settings-under-test.ts';
import { draw } from './strokes.ts';
import { ONE, CONTROLS } from './people-under-test.ts';

/** Whether anything sticks out to the side, and the controls that are cut off. */
async function expectAllInSight(page: Page): Promise<void> {
  const lost = await page.evaluate<string[]>(`${CONTROLS}
    .filter((e) => {
      const { left, right } = e.getBoundingClientRect();
      return left < -1 || right > innerWidth + 1;
    })
    .map((e) => e.outerHTML.slice(0, 80))`);
  expect(lost).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
}

test('nothing moves by itself where little motion is asked for', async ({ page, watched }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await watched.open();
  const moving = await page.evaluate(() => {
    const found: string[] = [];
    const walk = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        if (!element.checkVisibility()) continue;
        const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
        const still = animationName === 'none' && !/[1-9]/.test(transitionDuration);
        if (!still || scrollBehavior === 'smooth') found.push(element.outerHTML.slice(0, 80));
        if (element.shadowRoot) walk(element.shadowRoot);
      }
    };
    walk(document);
    return found;
  });
  expect(moving).toEqual([]);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});

test('in colours of one’s own, bars, lines and strokes are still to be seen', async ({
  page,
  watched,
}) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await watched.open();
  await useGeneratedDigits(page);
  await setField(page, 'Epochs', '1');
  await trainToTheEnd(page, 1);
  await draw(page, ONE);
  const list = page.getByRole('list', { name: 'Probabilities' });
  await expect(list.getByRole('listitem').filter({ hasText: '%' })).toHaveCount(10);
  const colours = await page.evaluate(() => {
    const probe = document.createElement('i');
    document.body.append(probe);
    const of = (name: string) => {
      probe.style.color = name;
      return getComputedStyle(probe).color;
    };
    return { paper: of('Canvas'), ink: of('CanvasText') };
  });
  const bar = list.locator('.top .bar span');
  const background = await bar.evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(background).not.toBe(colours.paper);
  // The stroke has the colour of text.
  const ink = await page.getByLabel('Drawing pad', { exact: true }).evaluate((element) => {
    const canvas = element as HTMLCanvasElement;
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
    for (let i = 0; i < (pixels?.length ?? 0); i += 4) {
      if (pixels?.[i + 3] === 255) return `rgb(${pixels.slice(i, i + 3).join(', ')})`;
    }
    return 'nothing drawn';
  });
  expect(ink).toBe(colours.ink);
});

test('zoomed to 200 %, or with letters twice as large, nothing is lost', async ({
  page,
  watched,
}) => {
  await page.setViewportSize({ width: 640, height: 400 }); // 1280 x 800 at 200 %
  await watched.open();
  await page.getByText('Settings', { exact: true }).click();
  await page.getByText('more', { exact: true }).click();
  await expectAllInSight(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  await expectAllInSight(page);
});

test('at 390 px every control is large enough for a finger', async ({ page, watched }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await watched.open();
  await page.getByText('Settings', { exact: true }).click();
  await page.getByText('more', { exact: true }).click();
  await expect(combobox(page, 'Activation g')).toBeVisible();
  await expectAllInSight(page);
  const sizes = await page.evaluate<{ name: string; width: number; height: number }[]>(`${CONTROLS}
    .map((e) => {
      // A dot and its label are one target.
      const target = e.matches('[type=radio], [type=checkbox]') ? e.parentElement : e;
      const { width, height } = target.getBoundingClientRect();
      return { name: e.ariaLabel ?? e.textContent.trim().slice(0, 30), width, height };
    })`);
  expect(sizes.length).toBeGreaterThan(20);
  expect(sizes.filter(({ width, height }) => width < 24 || height < 24)).toEqual([]);
  const small = sizes.filter(({ width, height }) => width < 32 || height < 43);
  test.info().annotations.push({
    type: 'targets below 44 px',
    description: small.map(({ name }) => name).join(', ') || 'none',
  });
  expect(small.map(({ name }) => name)).toEqual([]);
});
