// SPDX-License-Identifier: MIT
// What the charts can do besides drawing: values, zoom, log, smoothing, further runs, marks, files.
import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, rows, setField, table, test, train, trainToTheEnd } from './page-under-test.ts';
import { useGeneratedDigits } from './settings-under-test.ts';

const figure = (page: Page, name = 'Cost per epoch') => page.getByRole('figure', { name });
const chart = (page: Page) => page.locator('mlp-line-chart.cost');
const readout = (page: Page) => chart(page).locator('mlp-chart-readout');
const said = (page: Page) => chart(page).locator('.plot').getByRole('status');
const button = (page: Page, name: string) => chart(page).getByRole('button', { name, exact: true });
const plot = (page: Page) => page.getByRole('application', { name: 'Cost per epoch: values' });

/** From which epoch to which the chart is drawn, read from what it says on a key. */
const shown = async (page: Page) => {
  const text = await said(page).innerText();
  const [, from, to] = /^epoch ([\d.]+) to ([\d.]+)$/.exec(text) ?? [];
  return [Number(from), Number(to)] as const;
};

/** The middle of the drawing, at a share of the x axis. */
async function place(page: Page, share: number) {
  const box = await chart(page).locator('.u-over').boundingBox();
  if (!box) throw new Error('no plot');
  return { x: box.x + share * box.width, y: box.y + box.height / 2 };
}

async function trained(page: Page, epochs: number) {
  await useGeneratedDigits(page);
  await setField(page, 'Epochs', String(epochs));
  await trainToTheEnd(page, epochs);
  // What it came to takes room too.
  await expect(page.getByText(/^Done: /)).toBeVisible();
}

/** The canvas as it is drawn now. */
const drawn = (page: Page) =>
  chart(page)
    .locator('canvas')
    .evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());

async function saved(page: Page, format: string): Promise<{ name: string; bytes: Buffer }> {
  await button(page, 'Save the chart').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button(page, format).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test('values, zoom, scale, smoothing, lines and files', async ({ page, watched }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await watched.open();
  expect(asked.join(), 'the tools are not loaded before they are needed').not.toMatch(
    /assets\/(tools|save)-/,
  );
  await trained(page, 4);
  const cells = await table(page);

  // Under the pointer: the nearest epoch, below the lines, and nothing moves.
  const before = await figure(page).boundingBox();
  const at = await place(page, 0.52);
  await page.mouse.move(at.x, at.y);
  await expect(readout(page)).toContainText(/epoch 2.*training.*test/s);
  await expect(readout(page)).toContainText(Number(cells[1]?.[1]).toFixed(3).slice(0, 4));
  expect(await figure(page).boundingBox()).toEqual(before);
  const lines = await chart(page).locator('.u-over').boundingBox();
  const shownAt = await readout(page).boundingBox();
  expect(shownAt?.y).toBeGreaterThanOrEqual((lines?.y ?? 0) + (lines?.height ?? 0));
  await expect(said(page), 'a pointer is not announced').toHaveText('');
  await page.mouse.move(5, 5);
  await expect(readout(page)).toHaveText('');

  // By keyboard: point by point, announced.
  await plot(page).focus();
  await page.keyboard.press('Home');
  await expect(said(page)).toHaveText(/^epoch 1: training [\d.]+, test [\d.]+$/);
  await page.keyboard.press('ArrowRight');
  await expect(said(page)).toHaveText(/^epoch 2: /);
  await expect(readout(page)).toContainText('epoch 2');
  await page.keyboard.press('End');
  await expect(said(page)).toHaveText(/^epoch 4: /);
  await page.keyboard.press('ArrowLeft');
  await expect(said(page)).toHaveText(/^epoch 3: /);
  const spoken = Number(/test ([\d.]+)/.exec(await said(page).innerText())?.[1]);
  expect(spoken).toBeCloseTo(Number(cells[2]?.[2]), 3);

  // Zoom by keyboard, and back.
  await page.keyboard.press('+');
  await expect(said(page)).toHaveText(/^epoch .* to /);
  const [from, to] = await shown(page);
  expect(to - from).toBeCloseTo(2.5, 1);
  expect(from).toBeLessThan(3);
  expect(to).toBeGreaterThan(3);
  await page.keyboard.press('Escape');
  await expect.poll(() => shown(page)).toEqual([0, 4]);

  // By dragging, which survives new points; a double click resets it.
  const whole = await drawn(page);
  const start = await place(page, 0.5);
  const end = await place(page, 0.9);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 4 });
  await page.mouse.up();
  await expect(button(page, 'Show the whole run')).toBeEnabled();
  await train(page).click();
  await expect(rows(page)).toHaveCount(8, { timeout: 60_000 });
  await plot(page).focus();
  await page.keyboard.press('+');
  await expect.poll(async () => (await shown(page))[0]).toBeGreaterThan(1.9);
  expect((await shown(page))[1]).toBeLessThan(3.7);
  await page.mouse.dblclick(start.x, start.y);
  await expect(button(page, 'Show the whole run')).toBeDisabled();
  await button(page, 'Zoom in').click();
  await expect(button(page, 'Zoom out')).toBeEnabled();
  await button(page, 'Show the whole run').click();
  expect(await drawn(page)).not.toBe(whole);

  // Logarithmic, smoothed, a line off: each changes the drawing, and back again.
  await page.mouse.move(5, 5);
  await expect(readout(page)).toHaveText('');
  const plain = await drawn(page);
  await button(page, 'Logarithmic scale').click();
  await expect(button(page, 'Logarithmic scale')).toHaveAttribute('aria-pressed', 'true');
  const log = await drawn(page);
  expect(log).not.toBe(plain);
  await button(page, 'Logarithmic scale').click();
  expect(await drawn(page)).toBe(plain);
  await button(page, 'Smoothing: off').click();
  const light = await drawn(page);
  await button(page, 'Smoothing: light').click();
  expect(await drawn(page)).not.toBe(light);
  expect(light).not.toBe(plain);
  await button(page, 'Smoothing: strong').click();
  expect(await drawn(page)).toBe(plain);
  await button(page, 'test').press('Enter');
  await expect(button(page, 'test')).toHaveAttribute('aria-pressed', 'false');
  expect(await drawn(page)).not.toBe(plain);

  // Files: what is switched off is left out; the smoothed values stand beside.
  await button(page, 'Smoothing: off').click();
  const csv = await saved(page, 'CSV numbers');
  expect(csv.name).toBe('cost-per-epoch.csv');
  const [head, ...lower] = csv.bytes.toString().trim().split('\r\n');
  expect(head).toBe('epoch,training,"training, smoothed"');
  expect(lower).toHaveLength(8);
  const values = lower.map((row) => row.split(',').map(Number));
  expect((values[2]?.[1] ?? 0).toFixed(4)).toBe(cells[2]?.[1]);
  // y_1, then (0.6 * 0.4 y_1 + 0.4 y_2) / (1 - 0.36)
  const [y1 = 0, y2 = 0] = values.map(([, value = 0]) => value);
  expect(values[0]?.[2]).toBeCloseTo(y1, 12);
  expect(values[1]?.[2]).toBeCloseTo((0.24 * y1 + 0.4 * y2) / 0.64, 12);
  await button(page, 'test').click();
  await button(page, 'Smoothing: light').click();
  await button(page, 'Smoothing: strong').click();
  const svg = (await saved(page, 'SVG drawing')).bytes.toString();
  await checkSvg(page, svg, ['Cost per epoch', 'epoch', 'training', 'test']);
  const png = (await saved(page, 'PNG picture')).bytes;
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)], 'twice as many pixels').toEqual([1600, 900]);
});

/** That it is XML and says these texts. */
async function checkSvg(page: Page, svg: string, texts: string[]) {
  const read = await page.evaluate((source) => {
    const parsed = new DOMParser().parseFromString(source, 'image/svg+xml');
    return {
      error: parsed.querySelector('parsererror')?.textContent ?? '',
      texts: [...parsed.querySelectorAll('text')].map(({ textContent }) => textContent),
      dashes: parsed.querySelectorAll('[stroke-dasharray]').length,
    };
  }, svg);
  expect(read.error).toBe('');
  expect(read.texts).toEqual(expect.arrayContaining(texts));
  expect(read.dashes).toBeGreaterThan(0);
}

test('further runs and marks are drawn, named, read out, switched and saved', async ({
  page,
  watched,
}) => {
  await watched.open();
  await trained(page, 2);
  // As the list of runs hands them over.
  await page.evaluate(() => {
    const lab = document.querySelector('mlp-scratchpad');
    const cost = lab?.shadowRoot?.querySelector('mlp-line-chart.cost');
    const table = lab?.shadowRoot?.querySelector('mlp-epoch-table')?.shadowRoot;
    const epochs = [...(table?.querySelectorAll('tbody tr') ?? [])].map((row) => ({
      epoch: Number(row.children[0]?.textContent),
      testCost: Number(row.children[2]?.textContent),
    }));
    const run = (i: number) => ({
      id: String(i),
      name: i === 0 ? 'wide & <fast>' : `run ${i}`,
      epochs: epochs.map((epoch) => ({ ...epoch, testCost: epoch.testCost + 0.05 * i })),
    });
    Object.assign(cost ?? {}, {
      overlays: Array.from({ length: 7 }, (_, i) => run(i)),
      marks: [{ x: 1.4, text: 'learning rate 0.05' }],
    });
  });
  await expect(button(page, 'A: wide & <fast>')).toHaveAttribute('aria-pressed', 'true');
  await expect(button(page, 'F: run 5')).toBeVisible();
  await expect(chart(page).getByRole('button', { name: /run 6/ })).toHaveCount(0);
  await expect(chart(page).getByText('1 more run is chosen, but not shown here')).toBeVisible();
  await expect(chart(page).getByRole('list', { name: 'Changes while it trained' })).toHaveText(
    'epoch 1.4: learning rate 0.05',
  );

  await plot(page).focus();
  await page.keyboard.press('Home');
  await expect(said(page)).toHaveText(
    /^epoch 1: this run, training .*, wide & <fast> [\d.]+, run 1 .*learning rate 0\.05$/,
  );
  await button(page, 'B: run 1').click();
  await expect(button(page, 'B: run 1')).toHaveAttribute('aria-pressed', 'false');
  await plot(page).focus();
  await page.keyboard.press('End');
  await expect(said(page)).toHaveText(/^epoch 2: /);
  await expect(said(page)).not.toContainText('run 1 ');

  const svg = (await saved(page, 'SVG drawing')).bytes.toString();
  await checkSvg(page, svg, ['A: wide & <fast>', 'learning rate 0.05', 'C']);
  expect(svg).toContain('wide &amp; &lt;fast&gt;');
  const csv = (await saved(page, 'CSV numbers')).bytes.toString();
  expect(csv.split('\r\n')[0]).toBe(
    'epoch,"this run, training","this run, test",wide & <fast>,run 2,run 3,run 4,run 5',
  );
});

test('at 390 px: the tools by touch, and nothing for axe in both themes', async ({
  browser,
  site,
}, info) => {
  const viewport = { width: 390, height: 844 };
  const context = await browser.newContext({ colorScheme: 'light', hasTouch: true, viewport });
  const page = await context.newPage();
  await page.goto(`${site.url}?v=1`);
  await expect(train(page)).toBeEnabled({ timeout: 60_000 });
  await page.getByText('Settings', { exact: true }).click();
  await trained(page, 2);
  await figure(page).scrollIntoViewIfNeeded();
  // What the run came to may still push the chart down after its place was read.
  await expect(async () => {
    const at = await place(page, 0.5);
    await page.touchscreen.tap(at.x, at.y);
    await expect(readout(page)).toContainText('epoch 1', { timeout: 1000 });
  }).toPass();
  await pinch(page);
  await expect(button(page, 'Show the whole run')).toBeEnabled();
  await button(page, 'Show the whole run').tap();
  await button(page, 'Zoom in').tap();
  await expect(button(page, 'Zoom out')).toBeEnabled();
  await button(page, 'Save the chart').tap();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(button(page, 'PNG picture')).toBeVisible();
    await page.screenshot({ path: info.outputPath(`charts-390-${colorScheme}.png`) });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  }
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await context.close();
});

/** Two fingers that move apart, by Chromium's own input. */
async function pinch(page: Page) {
  const client = await page.context().newCDPSession(page);
  const [left, right] = [await place(page, 0.4), await place(page, 0.6)];
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart: number) =>
    client.send('Input.dispatchTouchEvent', {
      type,
      touchPoints:
        type === 'touchEnd'
          ? []
          : [
              { x: left.x - apart, y: left.y, id: 0 },
              { x: right.x + apart, y: right.y, id: 1 },
            ],
    });
  await touch('touchStart', 0);
  for (const apart of [10, 20, 40]) await touch('touchMove', apart);
  await touch('touchEnd', 0);
}
