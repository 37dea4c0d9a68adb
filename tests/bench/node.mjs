// SPDX-License-Identifier: MIT
// How fast the built package is in Node: `npm run bench:node`, after `npm run build`. Training is timed
// on generated digits, which have as much ink as MNIST's. Best of several, in images a second.
import { cpus } from 'node:os';
import { createTrainer } from '../../build/package/index.js';

const NETWORKS = [
  [784, 128, 64, 10],
  [784, 512, 256, 10],
  [784, 800, 10],
];
const IMAGES = 20_000;
const EPOCHS = 5;

/** Seconds that some work takes. */
async function seconds(work) {
  const before = performance.now();
  await work();
  return (performance.now() - before) / 1000;
}

async function best(times, work) {
  let shortest = Infinity;
  for (let i = 0; i < times; i += 1) shortest = Math.min(shortest, await seconds(work));
  return shortest;
}

const trainer = await createTrainer();
const generation = await best(3, () => trainer.generateDigits({ train: IMAGES, test: 10_000 }));
const rows = [];
for (const layers of NETWORKS) {
  await trainer.configure({ layers });
  let fastest = 0;
  for await (const { imagesPerSecond } of trainer.train({ epochs: EPOCHS, batchSize: 128 })) {
    fastest = Math.max(fastest, imagesPerSecond);
  }
  const evaluation = await best(5, () => trainer.evaluate());
  const image = new Uint8Array(784).fill(30);
  const prediction = await best(200, () => trainer.predict(image));
  rows.push({
    network: layers.join('-'),
    'training, images/s': Math.round(fastest),
    'test of 10,000, ms': Math.round(1000 * evaluation),
    'one prediction with its messages, ms': Number((1000 * prediction).toFixed(2)),
  });
}
trainer.dispose();

const digits = Math.round((IMAGES + 10_000) / generation);
console.log(
  `${new Date().toISOString().slice(0, 10)}, ${cpus()[0]?.model}, Node ${process.version}`,
);
console.log(`generated digits: ${digits.toLocaleString('en')} a second`);
console.table(rows);
