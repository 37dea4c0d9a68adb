// SPDX-License-Identifier: MIT
// What a lesson may ask of the labs in it, and whether all of that is written down.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { CHOSEN_FROM } from '../../web/src/page/model/presets.ts';
import type { LabEvents } from '../../web/src/page/shell/lab-events.ts';
import { PARTS, VIEW_WORDS } from '../../web/src/page/shell/wishes.ts';
import { button, more, open, rows, seed } from './lesson-under-test.ts';
import { expect, test } from './page-under-test.ts';
import { DIST } from './static-site.ts';

interface Declaration {
  readonly tagName: string;
  readonly attributes: readonly { readonly name: string }[];
  readonly events: readonly { readonly name: string }[];
}

interface Observed {
  readonly observedAttributes: readonly string[];
}

/** By the types: one that is added must be added here, and so to the manifest. */
const EVENTS: Record<keyof LabEvents, true> = {
  'mlp-epoch': true,
  'mlp-trained': true,
  'mlp-prediction': true,
};

test('attributes are followed when they change, and a wrong one is named', async ({ page }) => {
  const { first, second } = await open(page);
  const set = (lab: Locator, name: string, value: string) =>
    lab.evaluate(
      (element, [key, text]) => element.setAttribute(key ?? '', text ?? ''),
      [name, value],
    );
  await set(second, 'view', 'step-by-step');
  await expect(second.getByRole('button', { name: 'Next' })).toBeVisible();
  await set(second, 'view', 'train');
  await more(second);
  await set(second, 'seed', '11');
  await expect(seed(second)).toHaveValue('11');
  await set(second, 'preset', 'dropout');
  await expect(second.getByRole('combobox', { name: 'Preset' })).toHaveValue(/dropout/i);
  await expect(seed(second)).toHaveValue('11');
  await set(second, 'theme', 'dark');
  await expect.poll(() => second.evaluate((lab) => getComputedStyle(lab).colorScheme)).toBe('dark');
  await set(second, 'hide', 'header settings pad');
  await expect(second.getByRole('heading', { name: 'MLP Scratchpad' })).toBeHidden();
  await expect(second.getByLabel('Drawing pad', { exact: true })).toBeHidden();
  await set(second, 'hide', '');
  await expect(second.getByLabel('Drawing pad', { exact: true })).toBeVisible();

  for (const [name, value] of [
    ['preset', 'best'],
    ['data', 'letters'],
    ['seed', '-1'],
    ['view', 'outside'],
    ['hide', 'everything'],
    ['theme', 'blue'],
    ['settings', 'nothing'],
  ] as const) {
    await set(first, name, value);
    await expect(first.getByRole('alert').first()).toContainText(`The attribute ${name} of`);
  }
  await set(first, 'settings', 'v=1&rate=-3');
  await expect(first.getByRole('alert').first()).toContainText('‘rate’');
});

test('a link of settings trains by itself, unless the address has others', async ({ page }) => {
  const { first, second, address } = await open(page);
  const settings = 'v=1&data=generated&layers=784-8-10&rate=0.2&batch=128&epochs=1&seed=3&train';
  await first.evaluate((lab) => lab.remove());
  await second.evaluate((lab, query) => {
    const third = document.createElement('mlp-scratchpad');
    third.id = 'third';
    third.setAttribute('settings', query);
    lab.replaceWith(third);
  }, settings);
  const third = page.locator('#third');
  await expect(rows(third)).toHaveCount(1, { timeout: 60_000 });
  const layers = third.locator('summary').filter({ hasText: 'Layers:' });
  await expect(layers).toContainText('784 – 8 – 10');
  // Of a page of its own the address counts.
  await page.goto(address.replace(/\?.*/, '?v=1&data=generated&layers=784-24-10'));
  await page.evaluate((query) => {
    for (const lab of document.querySelectorAll('mlp-scratchpad')) lab.remove();
    const own = document.createElement('mlp-scratchpad');
    own.id = 'third';
    own.setAttribute('address', '');
    own.setAttribute('settings', query);
    own.setAttribute('seed', '-4');
    document.querySelector('main')?.append(own);
  }, settings);
  await expect(layers).toContainText('784 – 24 – 10');
  await expect(button(third, 'Train')).toBeEnabled({ timeout: 60_000 });
  await expect(rows(third)).toHaveCount(0);
});

test('custom-elements.json has the attributes, events and names that the element has', async ({
  page,
}) => {
  await open(page);
  const text = readFileSync(join(DIST, 'custom-elements.json'), 'utf8');
  const { modules } = JSON.parse(text) as { modules: { declarations: Declaration[] }[] };
  const element = modules[0]?.declarations[0];
  if (!element) throw new Error('no element');
  const observed = await page.evaluate((tag) => {
    const { observedAttributes } = customElements.get(tag) as unknown as Observed;
    return observedAttributes;
  }, element.tagName);
  expect(element.attributes.map(({ name }) => name).sort()).toEqual([...observed].sort());
  const events = { ...EVENTS, 'mlp-status': true };
  expect(element.events.map(({ name }) => name).sort()).toEqual(Object.keys(events).sort());
  // What a lesson may choose from is written out.
  const about = (name: string) =>
    JSON.stringify(element.attributes.find((attribute) => attribute.name === name));
  for (const part of PARTS) expect(about('hide')).toContain(part);
  for (const view of VIEW_WORDS) expect(about('view')).toContain(view);
  for (const preset of Object.keys(CHOSEN_FROM)) expect(about('preset')).toContain(`'${preset}'`);
  // And stands in the README.
  const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
  for (const { name } of [...element.attributes, ...element.events]) {
    expect(readme).toMatch(new RegExp(`^\\| +\`${name}\` +\\|`, 'm'));
  }
});
