// SPDX-License-Identifier: MIT
// A network as one HTML file, opened from the disk with the network cut off: it answers as the page.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { createTrainer } from '../../build/package/index.js';
import { writeHtml } from '../../web/src/lib/formats/documents/html.ts';
import { NO_NOTES } from '../../web/src/lib/formats/model.ts';
import { expect, prediction, test, trainToTheEnd } from './page-under-test.ts';
import { draw, drawings, SEVEN } from './strokes.ts';

/** The file of the network that the page has after so many epochs: the same seed, the same bits. */
async function fileOf(epochs: number): Promise<Uint8Array> {
  const trainer = await createTrainer();
  await trainer.generateDigits();
  for await (const { cost } of trainer.train({ epochs })) expect(cost).toBeGreaterThan(0);
  const snapshot = await trainer.save();
  trainer.dispose();
  return writeHtml({ snapshot, notes: { ...NO_NOTES, name: 'Mine' } });
}

test('the file from a disk answers as the page does, without any network', async ({
  page,
  site,
  watched,
  browser,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'mlp-'));
  const path = join(folder, 'mine.html');
  writeFileSync(path, await fileOf(2));
  const context = await browser.newContext({ offline: true, colorScheme: 'dark' });
  const file = await context.newPage();
  const complaints: string[] = [];
  file.on('pageerror', ({ message }) => complaints.push(message));
  file.on('console', (message) => complaints.push(message.text()));
  file.on('request', (request) => complaints.push(request.url()));
  const url = pathToFileURL(path).href;
  await file.goto(url);
  await expect(file).toHaveTitle('Mine');
  await expect(prediction(file)).toHaveText('draw a digit');

  await watched.open(`${site.url}?v=1&data=generated&epochs=2`);
  await trainToTheEnd(page, 2);
  for (const drawing of drawings(1) ?? [SEVEN]) {
    await draw(page, drawing);
    await draw(file, drawing);
    await expect(prediction(file)).toHaveText(/^\d$/);
    await expect(prediction(page)).toHaveText((await prediction(file).textContent()) ?? '');
    await expect(file.getByRole('list', { name: 'Probabilities' }).locator('.top')).toHaveCount(1);
    for (const one of [page, file]) {
      await one.getByRole('button', { name: 'Clear', exact: true }).click();
    }
    await expect(prediction(file)).toHaveText('draw a digit');
  }

  // By keyboard: a line down.
  await file.getByLabel('Drawing pad').focus();
  await file.keyboard.press(' ');
  for (let i = 0; i < 14; i += 1) await file.keyboard.press('ArrowDown');
  await expect(prediction(file)).toHaveText('1');
  await file.keyboard.press('Backspace');
  await expect(prediction(file)).toHaveText('draw a digit');

  for (const colorScheme of ['dark', 'light'] as const) {
    await file.emulateMedia({ colorScheme });
    await draw(file, SEVEN);
    const { violations } = await new AxeBuilder({ page: file }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  }
  await file.setViewportSize({ width: 390, height: 664 });
  const wide = await file.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
  expect(complaints.filter((one) => one !== url)).toEqual([]);
  await context.close();
  rmSync(folder, { recursive: true });
});
