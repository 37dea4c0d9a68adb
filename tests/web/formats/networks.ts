// SPDX-License-Identifier: MIT
// Trained networks for the tests of files.
import { createTrainer, type Trainer } from '../../../build/package/index.js';
import type { Model, ModelNotes } from '../../../web/src/lib/formats/model.ts';
import { CHOICES, DEFAULT_TRAINING, type NetworkSettings } from '../../../web/src/lib/settings.ts';

export const IMAGES = 400;
export const DIGITS = { train: IMAGES, test: 1000, seed: 3 };

/** A trainer with generated digits, some updates on. */
export async function trained(
  network: Partial<NetworkSettings> = {},
  training: Parameters<Trainer['step']>[0] = {},
  updates = 5,
): Promise<Trainer> {
  const trainer = await createTrainer({ layers: [784, 12, 9, 10], seed: 4, ...network });
  await trainer.generateDigits(DIGITS);
  for (let i = 0; i < updates; i += 1) await trainer.step({ batchSize: 64, ...training });
  return trainer;
}

/** Every activation with classes, and the yes/no question. */
export const NETWORKS: [string, Partial<NetworkSettings>][] = [
  ...CHOICES.hidden.map((hidden): [string, Partial<NetworkSettings>] => [hidden, { hidden }]),
  ['a yes/no question', { layers: [784, 12, 1], output: 'sigmoid', positive: 7, hidden: 'tanh' }],
  ['one layer', { layers: [784, 10] }],
];

export const NOTES: ModelNotes = {
  name: 'Ada’s “best” 数字 \u{1f58b}',
  classes: ['zero', 'one', 'two', 'three', '4', '5', '6', '7', 'eight "8"', 'nine\n9'],
  width: 28,
  height: 28,
  inkSide: 20,
  training: { ...DEFAULT_TRAINING, learningRate: 0.1 + 0.2, optimizer: 'adam', schedule: 'cosine' },
  math: 'reproducible',
  figures: { trainCost: 0.1, testCost: 1 / 3, trainAccuracy: 0.9, testAccuracy: null },
};

/** A snapshot and its notes, and the trainer gone. */
export async function modelOf(
  network: Partial<NetworkSettings> = {},
  training: Parameters<Trainer['step']>[0] = {},
): Promise<Model> {
  const trainer = await trained(network, training);
  const snapshot = await trainer.save();
  trainer.dispose();
  const classes = snapshot.network.output === 'sigmoid' ? ['no', 'yes'] : NOTES.classes;
  return { snapshot, notes: { ...NOTES, classes } };
}
