// SPDX-License-Identifier: MIT
// The network as a file: saved in every form, and opened again to the same bits.
import { FORMS, LINK, open, opened, reading, save, visit } from './models-under-test.ts';
import { drop } from './own-data-under-test.ts';
import {
  accuracy,
  expect,
  pause,
  rows,
  table,
  test,
  train,
  trainToTheEnd,
} from './page-under-test.ts';
import { checksum, show } from './runs-under-test.ts';

test('every form is a file with a name and something in it', async ({ page, watched, site }) => {
  await watched.open(`${site.url}${LINK}`);
  await trainToTheEnd(page, 2);
  const options = page.getByRole('combobox', { name: 'as', exact: true }).locator('option');
  await show(page, 'Models');
  await expect(options).toHaveText(FORMS.map(([form]) => form));
  const sizes: number[] = [];
  for (const [form, extension] of FORMS) {
    const file = await save(page, form);
    expect(file.name).toBe(`Run-1${extension}`);
    await expect(page.getByText(`Saved as Run-1${extension}.`)).toBeVisible();
    sizes.push(file.bytes.length);
  }
  // 25,450 weights of four bytes; a zip of them, and a text, may be smaller or larger.
  for (const bytes of sizes) expect(bytes).toBeGreaterThan(80_000);
});

test('opens again elsewhere, by button and by drop: same weights, same reading, and goes on', async ({
  page,
  watched,
  site,
  browser,
}) => {
  test.slow();
  await watched.open(`${site.url}${LINK}`);
  await trainToTheEnd(page, 2);
  const [sha256, answer, reached] = [
    await checksum(page),
    await reading(page),
    await accuracy(page).innerText(),
  ];
  const file = await save(page, 'safetensors');
  for (const bring of [open, (where: typeof page, one: typeof file) => drop(where, [one])]) {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const next = await visit(await context.newPage(), `${site.url}?v=1&data=generated`);
    await bring(next, file);
    await expect(opened(next, 'Run-1')).toBeVisible();
    await expect(next).toHaveURL(/#train$/);
    expect(await checksum(next)).toBe(sha256);
    expect(await reading(next)).toBe(answer);
    await expect(accuracy(next)).toHaveText(reached);
    // Its settings came with it, and its epochs go on.
    await expect(rows(next)).toHaveCount(1);
    await train(next).click();
    await expect(rows(next)).toHaveCount(3);
    await expect(train(next)).toBeVisible();
    expect((await table(next)).map(([epoch]) => epoch)).toEqual(['2', '3', '4']);
    await context.close();
  }
});

test('what is opened can be looked into, and gone through step by step', async ({
  page,
  watched,
  site,
}) => {
  await watched.open(`${site.url}${LINK}`);
  await trainToTheEnd(page, 2);
  const file = await save(page, 'npz');
  await page.getByRole('button', { name: 'Reset', exact: true }).click();
  await open(page, file);
  await expect(opened(page, 'Run-1')).toBeVisible();
  await reading(page);
  await show(page, 'Look inside');
  await expect(page.locator('mlp-inside')).toContainText(/test images are classified correctly/);
  await page.getByRole('link', { name: 'Step by step', exact: true }).click();
  const next = page.locator('mlp-notes').getByRole('button', { name: 'Next', exact: true });
  await next.click();
  await expect(page.locator('mlp-notes').getByRole('button', { name: 'Back' })).toBeEnabled();
  await show(page, 'Models');
  await expect(page.getByRole('textbox', { name: /^Name of run/ }).first()).toHaveValue('Run-1');
});

test('saved in mid-run with the optimizer’s memory it goes on to the same bits', async ({
  page,
  watched,
  site,
  browser,
}) => {
  test.slow();
  const link =
    `${site.url}?v=1&data=generated&layers=784-64-10&batch=4&epochs=3&images=12000&rate=0.001` +
    '&optimizer=adam&dropout=0.1&schedule=cosine';
  await watched.open(link);
  await trainToTheEnd(page, 3);
  const expected = await checksum(page);
  await page.getByRole('button', { name: 'Reset', exact: true }).click();
  await train(page).click();
  await expect(rows(page)).toHaveCount(1);
  await pause(page).click();
  await expect(page.getByText(/^Paused in epoch 2/)).toBeVisible();
  await show(page, 'Models');
  await page.getByRole('checkbox', { name: /Include the optimizer’s memory/ }).check();
  const file = await save(page, 'safetensors');

  const context = await browser.newContext({ serviceWorkers: 'block' });
  const next = await visit(await context.newPage(), `${site.url}?v=1&data=generated`);
  await open(next, file);
  await expect(next.getByText(/^Paused in epoch 2/)).toBeVisible();
  await train(next).click();
  await expect(pause(next)).toBeVisible();
  await expect(rows(next)).toHaveCount(3, { timeout: 60_000 });
  await expect(train(next)).toBeVisible();
  expect(await checksum(next)).toBe(expected);
  await context.close();
});
