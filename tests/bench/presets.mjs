// SPDX-License-Identifier: MIT
// What each preset reaches on MNIST, in Node: `npm run bench:presets`, after `npm run build` and
// `npm run data`. It takes some ten minutes; `-- quick notes` runs some presets alone.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createTrainer, PRESETS } from '../../build/package/index.js';

const folder = resolve(import.meta.dirname, '../../web/public/data');
const { mnist } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
if (!mnist) {
  console.error('There is no MNIST here. Run `npm run data` with a network, or set MNIST_DIR.');
  process.exit(1);
}
const file = ({ path, sha256 }) => {
  const bytes = new Uint8Array(readFileSync(join(folder, path))).buffer;
  return { name: path, bytes, sha256 };
};

const trainer = await createTrainer();
await trainer.loadIdx(
  Object.fromEntries(Object.entries(mnist.files).map(([role, entry]) => [role, file(entry)])),
);
const chosen = process.argv.slice(2);
const rows = [];
for (const [preset, { network, training }] of Object.entries(PRESETS)) {
  if (chosen.length > 0 && !chosen.includes(preset)) continue;
  await trainer.configure({ layers: [784, 128, 64, 10], output: 'softmax', ...network });
  let [epochs, seconds, before, falling] = [0, 0, Infinity, true];
  for await (const epoch of trainer.train(training)) {
    falling &&= epoch.cost < before;
    before = epoch.cost;
    epochs += 1;
    seconds += epoch.seconds;
  }
  const { accuracy, f1 } = await trainer.evaluate();
  rows.push({
    preset,
    epochs,
    'seconds of training': Number(seconds.toFixed(1)),
    'test accuracy': accuracy,
    F1: f1 === undefined ? '' : Number(f1.toFixed(4)),
    'cost fell at every epoch': falling,
  });
  console.log(JSON.stringify(rows.at(-1)));
}
trainer.dispose();
console.table(rows);
