// SPDX-License-Identifier: MIT
// The networks that read the drawings: trained by a preset, on MNIST, on generated digits, or on
// both.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTrainer, DEFAULT_TRAINING, PRESETS } from '../../../build/package/index.js';
import { UserError } from '../../../scripts/lib/log.mjs';
import { dataDir } from '../lib/datasets.mjs';

const ROWS = 16; // bytes of the header of IDX images, and 8 of labels
const PIXELS = 784;

const idx = (name, header) => new Uint8Array(readFileSync(join(dataDir, name))).subarray(header);
const pair = (part) => ({
  images: idx(`mnist-${part}-images.idx`, ROWS),
  labels: idx(`mnist-${part}-labels.idx`, ROWS / 2),
});

/** Settings of a preset that reads digits. */
export function presetOf(name) {
  const preset = PRESETS[name];
  if (!preset || preset.network.output === 'sigmoid') {
    throw new UserError(`--preset must be one that reads ten digits, not '${name}'.`);
  }
  return preset;
}

/** Both after one another. */
function joined(one, other) {
  const images = new Uint8Array(one.images.length + other.images.length);
  images.set(one.images);
  images.set(other.images, one.images.length);
  return { images, labels: Uint8Array.from([...one.labels, ...other.labels]) };
}

/** So many digits of other hands, copied out of a trainer of their own. */
async function generated(count, seed) {
  const maker = await createTrainer();
  await maker.generateDigits({ train: count, test: 1, seed, hands: 'other' });
  const images = new Uint8Array(count * PIXELS);
  const labels = new Uint8Array(count);
  for (let first = 0; first < count; first += 10_000) {
    const some = await maker.images('train', first, Math.min(10_000, count - first));
    images.set(some.images, first * PIXELS);
    labels.set(some.labels, first);
  }
  maker.dispose();
  return { images, labels };
}

/**
 * Trains one network.
 * @param hands share of generated digits in an epoch: 0 is MNIST alone; of other hands, and where it
 *   is 1, generated digits alone, of all hands
 * @returns {trainer, accuracy}: of MNIST's test images
 */
export async function trainNetwork({ preset, hands, seed, epochs, training = {} }) {
  const { network, training: usual } = presetOf(preset);
  const trainer = await createTrainer({ ...network, seed, threads: 2 });
  const settings = { ...usual, ...training, ...(epochs ? { epochs } : {}) };
  // The library makes them anew for each epoch; without that setting they are mixed in once.
  const byLibrary = 'otherHands' in DEFAULT_TRAINING;
  const mnist = pair('train');
  const count = mnist.labels.length;
  if (hands === 1) await trainer.generateDigits({ train: count, test: 1, seed });
  else if (hands === 0 || byLibrary) await trainer.load({ train: mnist });
  else {
    const more = await generated(Math.round((count * hands) / (1 - hands)), seed);
    await trainer.load({ train: joined(mnist, more) });
  }
  await trainer.load({ test: pair('test') });
  if (byLibrary) settings.otherHands = hands === 1 ? 0 : hands;
  // eslint-disable-next-line no-unused-vars -- each epoch has to be taken for the next to begin
  for await (const _ of trainer.train(settings));
  const { accuracy } = await trainer.evaluate();
  return { trainer, accuracy, settings };
}
