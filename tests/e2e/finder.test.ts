// SPDX-License-Identifier: MIT
// The search for a learning rate.
import { expect, setField, test, train, trainToTheEnd } from './page-under-test.ts';
import { button, checksum, expectGoodLooks, small } from './runs-under-test.ts';
import { field } from './settings-under-test.ts';

test('a rate is found, shown in a chart, and used; the weights stay', async ({
  page,
  watched,
}, info) => {
  await watched.open();
  await small(page, 1);
  await trainToTheEnd(page, 1);
  const weights = await checksum(page);
  await button(page, 'Reset').click();
  await button(page, 'Find a rate').click();
  const suggestion = page.getByText(/Suggested: /);
  await expect(suggestion).toBeVisible();
  const rate = Number(/: ([\d.e-]+)/.exec(await suggestion.innerText())?.[1]);
  expect(rate).toBeGreaterThan(0.001);
  expect(rate).toBeLessThan(10);
  await expect(page.getByRole('img', { name: /Cost by learning rate/ })).toBeVisible();
  await page.getByText('The numbers', { exact: true }).click();
  const numbers = page.getByRole('table', { name: 'Cost by learning rate' }).getByRole('row');
  await expect(numbers.nth(10)).toBeVisible();
  await trainToTheEnd(page, 1);
  expect(await checksum(page)).toBe(weights);
  await button(page, 'Use it').click();
  await expect(field(page, 'Learning rate')).toHaveValue(String(rate));
  // A trained network may have nothing to gain, and then it says so.
  await button(page, 'Find again').click();
  await expect(
    page.getByText(/Suggested: |At none of these rates did the cost fall/),
  ).toBeVisible();
  const path = (name: string) => info.outputPath(name);
  await expectGoodLooks(page, path, 'finder');
});

test('the search can be cancelled, and Train waits for its end', async ({ page, watched }) => {
  await watched.open();
  await small(page, 1);
  await setField(page, 'Units of layer 1', '4096');
  await setField(page, 'Batch size', '1024');
  await button(page, 'Find a rate').click();
  await expect(page.getByRole('progressbar', { name: 'Progress of the search' })).toBeVisible();
  await expect(train(page)).toBeDisabled();
  await expect(button(page, 'Step')).toBeDisabled();
  await expect(button(page, 'Reset')).toBeDisabled();
  await expect(
    page.getByText(/The search for a learning rate has the network/).first(),
  ).toBeVisible();
  await button(page, 'Cancel').click();
  await expect(page.getByText('Cancelled.')).toBeVisible();
  await expect(train(page)).toBeEnabled();
  await button(page, 'Close').click();
  await expect(button(page, 'Find a rate')).toBeVisible();
});
