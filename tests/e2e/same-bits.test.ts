// SPDX-License-Identifier: MIT
// The same settings and seed give the same weights, to the last bit, in Chromium and in Node: by the
// kernels and by the notes' own code, each its own bits.
import { createTrainer } from '../../build/package/index.js';
import { expect, test, trainToTheEnd } from './page-under-test.ts';

for (const math of ['reproducible', 'notes'] as const) {
  test(`'${math}': the same checksum in the browser and in Node`, async ({
    page,
    site,
    watched,
  }) => {
    await watched.open(`${site.url}?v=1&data=generated&epochs=2&math=${math}`);
    await trainToTheEnd(page, 2);

    const trainer = await createTrainer({ math });
    await trainer.generateDigits();
    for await (const epoch of trainer.train({ epochs: 2 })) expect(epoch.cost).toBeGreaterThan(0);
    const { sha256 } = await trainer.weights();
    trainer.dispose();
    await expect(page.getByText(sha256.slice(0, 12)).first()).toBeVisible();
  });
}
