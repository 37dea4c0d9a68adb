// SPDX-License-Identifier: MIT
// The yes/no question at every threshold.
import { expect, test } from 'vitest';
import { openPage, settled } from './fake-page.ts';

async function openYesNo() {
  const page = await openPage();
  void page.lab.choosePreset('notes');
  await settled();
  return page;
}

test('the scores are those of the latest epoch, one asking at a time', async () => {
  const page = await openYesNo();
  await page.begin();
  page.trainer.hold('scores');
  for (let epoch = 0; epoch < 4; epoch += 1) page.trainer.epoch();
  await settled();
  expect(page.trainer.count('scores')).toBe(1);
  page.trainer.letGo('scores');
  await settled();
  expect(page.trainer.count('scores')).toBe(2);
  expect(page.state.scores?.yes).toHaveLength(2);
  expect(page.state.curves).not.toBeNull();
});

test('scores of a network that was replaced are dropped', async () => {
  const page = await openYesNo();
  page.trainer.hold('scores');
  await page.begin();
  page.trainer.epoch();
  await settled();
  void page.lab.changeNetwork({ seed: 2 });
  await settled();
  page.trainer.letGo('scores');
  await settled();
  expect(page.state).toMatchObject({ scores: null, curves: null, epochs: [] });
});

test('so are those of before Reset', async () => {
  const page = await openYesNo();
  page.trainer.hold('scores');
  await page.begin();
  page.trainer.epoch();
  await settled();
  page.lab.reset();
  await settled();
  page.trainer.letGo('scores');
  await settled();
  expect(page.state.scores).toBeNull();
});

test('which digit? has none', async () => {
  const page = await openPage();
  await page.train();
  expect(page.trainer.count('scores')).toBe(0);
});
