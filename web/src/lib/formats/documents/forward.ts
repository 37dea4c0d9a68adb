// SPDX-License-Identifier: MIT
// The network's answer without the core: what a file writes down as the answer to expect.
import type { Activation } from '../../settings.ts';
import type { PlainLayer, PlainNetwork } from './network.ts';

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

/** g(z); see cpp/include/mlp/methods/activation.h. */
const ACTIVATIONS: Readonly<Record<Activation, (z: number) => number>> = {
  relu: (z) => Math.max(0, z),
  leakyRelu: (z) => (z > 0 ? z : 0.01 * z),
  tanh: Math.tanh,
  sigmoid,
  gelu: (z) => (z / 2) * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (z + 0.044715 * z ** 3))),
};

/** Z_l = W_l A_{l-1} + b_l, in float32. */
function product({ rows, columns, W, b }: PlainLayer, A: Float32Array): Float32Array {
  return Float32Array.from({ length: rows }, (_, i) => {
    let sum = 0;
    for (let j = 0; j < columns; j += 1) sum += (W[i * columns + j] ?? 0) * (A[j] ?? 0);
    return Math.fround(Math.fround(sum) + (b[i] ?? 0));
  });
}

function softmax(Z: Float32Array): Float32Array {
  const largest = Math.max(...Z);
  const powers = Array.from(Z, (z) => Math.exp(z - largest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return Float32Array.from(powers, (power) => power / sum);
}

/**
 * The probabilities of an image.
 * @param pixels n_0 bytes, 0 ... 255
 * @returns n_L numbers, float32: of each class, or of yes
 */
export function forward(
  { weights, hidden, output }: Pick<PlainNetwork, 'weights' | 'hidden' | 'output'>,
  pixels: Uint8Array,
): Float32Array {
  const g = ACTIVATIONS[hidden];
  const scale = Math.fround(1 / 255);
  // x = byte / 255
  let A: Float32Array = Float32Array.from(pixels, (byte) => Math.fround(byte * scale));
  weights.forEach((layer, i) => {
    const Z = product(layer, A);
    // A_l = g(Z_l); the last one below
    A = i + 1 < weights.length ? Z.map(g) : Z;
  });
  return output === 'softmax' ? softmax(A) : A.map(sigmoid);
}

/** Which answer it is: the most probable class; of a yes/no question 1 for yes, else 0. */
export function answerOf(output: PlainNetwork['output'], probabilities: Float32Array): number {
  if (output === 'sigmoid') return Number((probabilities[0] ?? 0) >= 0.5);
  return probabilities.indexOf(Math.max(...probabilities));
}
