// SPDX-License-Identifier: MIT
// The networks that read the drawings: trained by a preset, on MNIST, on generated digits, or on
// both.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTrainer, PRESETS } from '../../../build/package/index.js';
import { UserError } from '../../../scripts/lib/log.mjs';
import { dataDir } from '../lib/datasets.mjs';

const ROWS = 16; // bytes of the header of IDX images, and 8 of labels

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

/**
 * Trains one network.
 * @param hands share of generated digits in an epoch: 0 is MNIST alone; of other hands, made anew for
 *   each epoch, and where it is 1, generated digits alone, of all hands
 * @returns {trainer, accuracy, settings}; accuracy is that of MNIST's test images
 */
export async function trainNetwork({ preset, hands, seed, epochs }) {
  const { network, training } = presetOf(preset);
  const trainer = await createTrainer({ ...network, seed, threads: 2 });
  const train = pair('train');
  if (hands === 1) await trainer.generateDigits({ train: train.labels.length, test: 1, seed });
  else await trainer.load({ train });
  await trainer.load({ test: pair('test') });
  const otherHands = hands === 1 ? 0 : hands;
  const settings = { ...training, ...(epochs ? { epochs } : {}), otherHands };
  // eslint-disable-next-line no-unused-vars -- each epoch has to be taken for the next to begin
  for await (const _ of trainer.train(settings));
  const { accuracy } = await trainer.evaluate();
  return { trainer, accuracy, settings };
}
