// SPDX-License-Identifier: MIT
// Which network a file has, in words for people.
import type { Activation } from '../../settings.ts';
import type { Model } from '../model.ts';

const NAMES: Readonly<Record<Activation, string>> = {
  relu: 'ReLU',
  leakyRelu: 'leaky ReLU',
  tanh: 'tanh',
  sigmoid: 'sigmoid',
  gelu: 'GELU',
};

const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;

/** Its name, or what it is. */
export const titleOf = ({ snapshot, notes }: Model): string =>
  oneLine(notes.name) || `A ${snapshot.network.layers.join('-')} network`;

/** One short sentence in each: shape, training, how well it answers, and its SHA-256. */
export function factsOf({ snapshot, notes }: Model): string[] {
  const { layers, hidden, output, positive } = snapshot.network;
  const between = layers.length > 2 ? `${NAMES[hidden]} between, ` : '';
  const end = output === 'softmax' ? 'softmax at the end' : `sigmoid: is it label ${positive}?`;
  const { epochs, updates, sha256 } = snapshot;
  const accuracy = notes.figures?.testAccuracy ?? null;
  return [
    `Layers ${layers.join('-')}, ${between}${end}.`,
    `Trained for ${epochs} ${epochs === 1 ? 'epoch' : 'epochs'}, ` +
      `${updates} ${updates === 1 ? 'update' : 'updates'} of the weights.`,
    ...(accuracy === null ? [] : [`Right for ${percent(accuracy)} of the test images.`]),
    `SHA-256 of its weights: ${sha256}.`,
  ];
}

/** Without line breaks and other control characters. */
export const oneLine = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- they are what it takes out
  text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();
