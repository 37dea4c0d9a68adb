// SPDX-License-Identifier: MIT
// The same settings and seed give the same weights, to the last bit, in Chromium and in Node.
import { createTrainer } from '../../build/package/index.js';
import { expect, setField, test, trainToTheEnd } from './page-under-test.ts';
import { useGeneratedDigits } from './settings-under-test.ts';

test('the weights have the same checksum in the browser and in Node', async ({ page, watched }) => {
  await watched.open();
  await useGeneratedDigits(page);
  await setField(page, 'Epochs', '2');
  await trainToTheEnd(page, 2);

  const trainer = await createTrainer();
  await trainer.generateDigits();
  for await (const epoch of trainer.train({ epochs: 2 })) expect(epoch.cost).toBeGreaterThan(0);
  const { sha256 } = await trainer.weights();
  trainer.dispose();
  await expect(page.getByText(sha256.slice(0, 12)).first()).toBeVisible();
});
