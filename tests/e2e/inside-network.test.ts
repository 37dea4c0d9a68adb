// SPDX-License-Identifier: MIT
// 'Look inside': activations and the network itself, against the library's numbers in Node.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { short } from '../../web/src/page/ui/heat-map/numbers.ts';
import { expect, pause, setField, test, train, trainToTheEnd } from './page-under-test.ts';
import { draw, SEVEN } from './strokes.ts';
import {
  button,
  combobox,
  layers,
  open,
  useGenerated,
  library,
  cells,
} from './inside-under-test.ts';

const ONE = { strokes: [[20, 5, 20, 90]] };

const slider = (page: Page, layer: number) =>
  page.getByRole('slider', { name: `Layer ${layer}: units` });

/** What is on the pad, as it was sent to be read. */
function strokesOf(page: Page): Promise<number[][]> {
  return page
    .locator('mlp-drawing-pad')
    .evaluate((pad) => (pad as unknown as { strokes: number[][] }).strokes);
}

test('activations: live while one draws, and which pixels spoke for an answer', async ({
  page,
  watched,
}) => {
  await watched.open();
  await useGenerated(page, '1');
  await trainToTheEnd(page, 1);
  await open(page, 'Activations');
  await expect(page.getByText(/Draw a digit on the pad/)).toBeVisible();
  await draw(page, SEVEN);
  const panel = page.locator('mlp-activations-panel');
  await expect(page.getByRole('application', { name: /^A₁/ })).toBeVisible();
  await expect(panel.getByText(/of 128 units are above 0/)).toBeVisible();
  const answer = panel.getByRole('radio', { name: /the network’s answer/ });
  await expect(answer).toBeChecked();
  const said = await page.getByRole('status', { name: 'Prediction' }).innerText();
  await expect(answer).toHaveAccessibleName(new RegExp(`answer, ${said.trim().charAt(0)}`));

  // Another output has other pixels that spoke for it, and they are those of the library.
  await panel.getByRole('radio', { name: /^3/ }).check();
  await expect(panel.getByText(/^For 3: pixels in favour/)).toBeVisible();
  await panel.getByText('The pixels that spoke most').click();
  const rows = panel.getByRole('table', { name: 'The pixels that spoke most' }).locator('tbody tr');
  await expect(rows).toHaveCount(10);
  const strokes = await strokesOf(page);
  const trainer = await library(1);
  const { image } = await trainer.read(strokes);
  const { contributions } = await trainer.inspect(image, { output: 3 });
  const [most = NaN] = [...contributions.keys()].sort(
    (a, b) => Math.abs(contributions[b] ?? 0) - Math.abs(contributions[a] ?? 0),
  );
  expect(await cells(rows.first())).toEqual([
    String(Math.floor(most / 28)),
    String(most % 28),
    short((image[most] ?? 0) / 255),
    short(contributions[most] ?? NaN),
  ]);
  trainer.dispose();

  // It follows the pen: before it is lifted the layers have other numbers.
  const text = panel.getByText(/of 128 units are above 0/);
  const before = await text.innerText();
  const box = await page.getByLabel('Drawing pad', { exact: true }).boundingBox();
  if (!box) throw new Error('no drawing pad');
  await page.mouse.move(box.x + 0.3 * box.width, box.y + 0.8 * box.height);
  await page.mouse.down();
  await page.mouse.move(box.x + 0.7 * box.width, box.y + 0.8 * box.height, { steps: 5 });
  await expect(text).not.toHaveText(before);
  await page.mouse.up();
});

test('the network: its strongest connections for the drawn digit', async ({ page, watched }) => {
  await watched.open();
  await useGenerated(page, '1');
  await trainToTheEnd(page, 1);
  await open(page, 'Network');
  const panel = page.locator('mlp-network-panel');
  await expect(panel.getByText(/784 inputs → 128 units \(ReLU\) → 64 units/)).toBeVisible();
  await expect(panel.getByText(/109,386 weights and biases/)).toBeVisible();
  await expect(panel.getByText(/The largest weights of the network/)).toBeVisible();
  await draw(page, ONE);
  await expect(panel.getByText(/The strongest connections for the drawn digit/)).toBeVisible();
  await expect(panel.getByText(/For the drawing it answers \d, with probability/)).toBeVisible();
  await expect(panel.locator('path.for').first()).toBeAttached();
  await expect(panel.locator('path.against').first()).toBeAttached();

  await panel.getByText('The strongest connections in numbers').click();
  const rows = panel.getByRole('table', { name: /strongest connections/ }).locator('tbody tr');
  await expect(rows).toHaveCount(15);
  const trainer = await library(1);
  const { image } = await trainer.read(await strokesOf(page));
  const { activations } = await trainer.inspect(image);
  const [, second] = (await trainer.weights()).layers;
  const a = activations[1];
  if (!second || !a) throw new Error('no second layer');
  const through = second.W.map((w, i) => w * (a[Math.floor(i / second.rows)] ?? 0));
  const most = through.reduce(
    (best, value, i) => (Math.abs(value) > Math.abs(through[best] ?? 0) ? i : best),
    0,
  );
  const from = Math.floor(most / second.rows);
  expect(await cells(rows.nth(5))).toEqual([
    '2',
    `unit ${from}`,
    `unit ${most % second.rows}`,
    short(second.W[most] ?? NaN),
    short(a[from] ?? NaN),
    short(through[most] ?? NaN),
  ]);
  trainer.dispose();

  const lines = () =>
    panel.locator('path').evaluateAll((paths) => {
      return paths.reduce(
        (sum, path) => sum + (path.getAttribute('d') ?? '').split('M').length - 1,
        0,
      );
    });
  expect(await lines()).toBe(60);
  await combobox(page, 'Connections between two layers').selectOption('50');
  await expect.poll(lines).toBe(150);
});

test('the network is changed in place by keyboard, buttons and mouse', async ({
  page,
  watched,
}) => {
  await watched.open();
  await useGenerated(page, '1');
  await open(page, 'Network');
  const summary = (text: string | RegExp) =>
    page.locator('mlp-network-panel').getByText(text).first();
  await expect(summary(/A change here starts a new network/)).toBeVisible();
  await expect(layers(page)).toHaveCount(4);

  await slider(page, 1).focus();
  await page.keyboard.press('PageUp');
  await expect(slider(page, 1)).toHaveAttribute('aria-valuetext', '144 units');
  await page.keyboard.press('ArrowDown');
  await expect(summary(/→ 143 units \(ReLU\) → 64 units/)).toBeVisible();
  await button(page, 'One unit more in layer 1').click();
  await expect(summary(/→ 144 units/)).toBeVisible();

  // By mouse: some doublings up.
  const handle = await slider(page, 2).boundingBox();
  if (!handle) throw new Error('no handle');
  await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
  await page.mouse.down();
  await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2 - 44, {
    steps: 4,
  });
  await expect(slider(page, 2)).toHaveAttribute('aria-valuenow', '256');
  await expect(summary(/→ 64 units/)).toBeVisible(); // not before it is let go
  await page.mouse.up();
  await expect(summary(/→ 256 units/)).toBeVisible();

  // A layer more, whose bar has the focus at once; and one fewer.
  await button(page, 'Add a layer after layer 2').focus();
  await page.keyboard.press('Enter');
  await expect(layers(page)).toHaveCount(5);
  await expect(slider(page, 3)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(summary(/→ 33 units/)).toBeVisible();
  await button(page, 'Remove layer 2').focus();
  await page.keyboard.press('Enter');
  await expect(layers(page)).toHaveCount(4);
  await expect(button(page, 'Add a layer after layer 1')).toBeFocused();
  await combobox(page, 'Activation g').selectOption('tanh');
  await expect(summary(/144 units \(tanh\) → 33 units \(tanh\) → 10 outputs/)).toBeVisible();

  // The very network is trained.
  await train(page).click();
  await expect(summary(/Pause to change the network/)).toBeVisible();
  await expect(summary(/Pausing halts the training where it is/)).toBeVisible();
  await expect(button(page, 'Remove layer 1')).toBeDisabled();
  await expect(slider(page, 1)).toHaveAttribute('aria-disabled', 'true');
  await expect(combobox(page, 'Activation g')).toBeDisabled();
  await slider(page, 1).press('ArrowUp');
  await expect(summary(/→ 144 units/)).toBeVisible();
  const done = pause(page).or(train(page));
  await done.click();
  await expect(button(page, 'Remove layer 1')).toBeEnabled();
  await page.getByRole('link', { name: 'Train', exact: true }).click();
  await expect(page.getByLabel('Units of layer 2')).toHaveValue('33');
});

test('the network says what is wrong with it', async ({ page, watched }) => {
  await watched.open();
  await setField(page, 'Units of layer 1', '0');
  await open(page, 'Network');
  const panel = page.locator('mlp-network-panel');
  await expect(panel.getByRole('alert')).toHaveText(/Layer 1: Must be a whole number from 1/);
  await button(page, 'One unit more in layer 1').click();
  await expect(panel.getByRole('alert')).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [width, height] of [
    [1280, 800],
    [390, 844],
  ] as const) {
    test(`axe finds nothing: ${colorScheme}, ${width} px`, async ({ page, watched }, info) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height });
      await watched.open();
      for (const panel of ['Weights', 'Activations', 'Network'] as const) {
        await open(page, panel);
        if (panel === 'Activations') {
          await page.getByLabel('Drawing pad', { exact: true }).scrollIntoViewIfNeeded();
          await draw(page, SEVEN);
        }
        const shown = { Weights: /^w of unit/, Activations: /^A₁/, Network: /./ }[panel];
        if (panel === 'Network') await expect(page.locator('path').first()).toBeAttached();
        else await expect(page.getByRole('application', { name: shown }).first()).toBeVisible();
        const path = info.outputPath(`${colorScheme}-${width}-${panel}.png`);
        await page.screenshot({ path, fullPage: true });
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${panel}: ${id}: ${nodes[0]?.html}`)).toEqual([]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - innerWidth,
        );
        expect(overflow).toBeLessThanOrEqual(0);
      }
    });
  }
}
