// SPDX-License-Identifier: MIT
// The settings of a network; see row.ts for what is said of each.
import { bad, checkInteger } from '../checks.ts';
import { LIMITS } from '../limits.ts';
import { aboveAndAtMost, number, oneOf, type Others, type Row, whole } from './row.ts';

/** Weights and biases of a network with these layers. */
export function countParameters(layers: readonly number[]): number {
  return layers.slice(1).reduce((sum, units, l) => sum + units * ((layers[l] ?? 0) + 1), 0);
}

function checkLayers(_name: string, layers: unknown, { output }: Others): void {
  if (!Array.isArray(layers) || layers.length < 2 || layers.length > LIMITS.layers) {
    bad('layers', `needs 2 to ${LIMITS.layers} numbers, from the input's pixels to the outputs.`);
  }
  for (const units of layers) checkInteger('layers', units, 1, LIMITS.units);
  const all = layers as number[];
  if (countParameters(all) > LIMITS.parameters) {
    const parameters = countParameters(all).toLocaleString('en');
    const limit = LIMITS.parameters.toLocaleString('en');
    bad('layers', `the network would have ${parameters} weights; at most ${limit} fit.`);
  }
  const outputs = all.at(-1) ?? 0;
  if (output === 'sigmoid' && outputs !== 1) {
    bad('layers', `a yes/no question (sigmoid) needs 1 unit in the last layer, not ${outputs}.`);
  }
  if (output === 'softmax' && (outputs < 2 || outputs > LIMITS.classes)) {
    bad('layers', `softmax needs 2 to ${LIMITS.classes} units in the last layer, not ${outputs}.`);
  }
}

/** The shape of a network, its question, and the seed of all that is random in it. */
export const NETWORK = {
  /** 'softmax': which class? n_L outputs. 'sigmoid': yes or no? One output. */
  output: oneOf(['softmax', 'sigmoid'], {
    ...{ usual: 'softmax', unwritten: 'softmax', key: 'output' },
    ...{ group: 'layers', change: 'network', counts: 'always' },
  }),
  /** n_0 ... n_L: pixels of an image, units of each layer, outputs. 2 to 65 numbers. */
  layers: {
    ...{ usual: [784, 128, 64, 10], unwritten: [784, 128, 64, 10], key: 'layers' },
    ...{ group: 'layers', change: 'network', counts: 'always' },
    ...{ check: checkLayers, choices: null, word: null },
  } satisfies Row<readonly number[], 'network'> as Row<readonly number[], 'network'>,
  /** With 'sigmoid': the label that means yes, 0 ... 255. */
  positive: number(whole(0, LIMITS.label), {
    ...{ usual: 3, unwritten: 3, key: 'positive' },
    ...{ group: 'layers', change: 'network', counts: ({ output }) => output === 'sigmoid' },
  }),
  /** g of the hidden layers. */
  hidden: oneOf(['relu', 'leakyRelu', 'tanh', 'sigmoid', 'gelu'], {
    ...{ usual: 'relu', unwritten: 'relu', key: 'activation' },
    ...{ group: 'network', change: 'network', counts: 'always' },
  }),
  /** 'notes': He for hidden layers of ReLU and its kin, Xavier for all others. */
  initialiser: oneOf(['notes', 'he', 'xavier', 'lecun', 'normal', 'uniform', 'zeros'], {
    ...{ usual: 'notes', unwritten: 'notes', key: 'init' },
    ...{ group: 'network', change: 'network', counts: 'always' },
  }),
  /** Of 'normal' the standard deviation, of 'uniform' half the width; above 0, at most 10. */
  initialScale: number(aboveAndAtMost(0, 10), {
    ...{ usual: 0.05, unwritten: 0.05, key: 'scale' },
    ...{ group: 'network', change: 'network' },
    counts: ({ initialiser }) => initialiser === 'normal' || initialiser === 'uniform',
  }),
  /** 0 ... 2^53 - 1. The same settings, data and seed give the same weights to the last bit. */
  seed: number(whole(0, Number.MAX_SAFE_INTEGER), {
    ...{ usual: 1, unwritten: 1, key: 'seed' },
    ...{ group: 'network', change: 'network', counts: 'always' },
  }),
} as const;
