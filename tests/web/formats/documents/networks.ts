// SPDX-License-Identifier: MIT
// Networks to write as documents and programs, and drawings to show them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  createTrainer,
  type NetworkSettings,
  type Trainer,
} from '../../../../build/package/index.js';
import { type Model, type ModelNotes, NO_NOTES } from '../../../../web/src/lib/formats/model.ts';
import type { Activation } from '../../../../web/src/lib/settings.ts';
import { collect } from '../../collect.ts';
import { sharedFolder } from '../../shared-folder.ts';

export const ACTIVATIONS: readonly Activation[] = ['relu', 'leakyRelu', 'tanh', 'sigmoid', 'gelu'];

/** Names that would end a string, a comment or a script, where they are not escaped. */
export const WILD = [
  `a "quoted" \\back\\slash '''`,
  '*/ </script><!-- ??/ """ {} % ${x} `',
  'línea\nnueva\u2028 数字 \u{1f58a} \ud800',
];

/** As UTF-8 has it. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');

export interface Made {
  readonly trainer: Trainer;
  readonly model: Model;
}

/** The network as a writer is given it. */
export async function modelOf(trainer: Trainer, notes: Partial<ModelNotes> = {}): Promise<Model> {
  return { snapshot: await trainer.save(), notes: { ...NO_NOTES, ...notes } };
}

/** A network with its first weights. */
export async function untrained(
  network: Partial<NetworkSettings>,
  notes: Partial<ModelNotes> = {},
): Promise<Made> {
  const trainer = await createTrainer(network);
  return { trainer, model: await modelOf(trainer, notes) };
}

/** A network that has learned generated digits for an epoch. */
export async function trained(
  network: Partial<NetworkSettings> = { layers: [784, 32, 10] },
  notes: Partial<ModelNotes> = {},
): Promise<Made> {
  const trainer = await createTrainer(network);
  await trainer.generateDigits({ train: 4000, test: 300 });
  await collect(trainer.train({ epochs: 2 }));
  return { trainer, model: await modelOf(trainer, notes) };
}

/** Small networks of 8 x 8 pixels and wild names: every activation, both outputs, none hidden. */
export const SMALL: readonly [string, Partial<NetworkSettings>, Partial<ModelNotes>][] = [
  ...ACTIVATIONS.flatMap((hidden): [string, Partial<NetworkSettings>, Partial<ModelNotes>][] => [
    [
      `${hidden}, softmax`,
      { layers: [64, 12, 7, 3], hidden },
      { classes: WILD, name: WILD.join(' '), width: 8, height: 8 },
    ],
    [
      `${hidden}, sigmoid`,
      { layers: [64, 12, 1], hidden, output: 'sigmoid', positive: 1 },
      { classes: WILD.slice(0, 2), width: 8, height: 8 },
    ],
  ]),
  ['no hidden layer', { layers: [60, 3] }, { classes: WILD, width: 10, height: 6 }],
];

/** Noise of the seed: images of so many bytes one after another. */
export function noise(count: number, pixels: number, seed = 1): Uint8Array {
  let state = seed;
  return Uint8Array.from({ length: count * pixels }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  });
}

export interface Drawn {
  readonly label: number | string;
  /** x and y by turns. */
  readonly strokes: readonly (readonly number[])[];
}

/** Every so manieth drawing of a file of shared/data/strokes. */
export function drawingsOf(file: string, every: number): Drawn[] {
  const folder = sharedFolder('strokes') ?? '';
  const lines = gunzipSync(readFileSync(join(folder, file)))
    .toString()
    .trim()
    .split('\n');
  return lines.filter((_, i) => i % every === 0).map((line) => JSON.parse(line) as Drawn);
}

/** The largest difference of two lists, number by number. */
export const furthest = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] ?? NaN))), 0);
