// SPDX-License-Identifier: MIT
// What the documents and programs say of a network, and its numbers as they write them.
import { badData } from '../../errors.ts';
import type { Activation } from '../../settings.ts';
import type { LayerNumbers } from '../../snapshot.ts';
import { floatBytes, joined } from '../bytes.ts';
import type { Model } from '../model.ts';
import { rowMajor } from '../tensors.ts';

/** Layer l of L. */
export interface PlainLayer {
  /** n_l and n_{l-1}. */
  readonly rows: number;
  readonly columns: number;
  /** W_l (rows, columns), row after row. */
  readonly W: Float32Array;
  readonly b: Float32Array;
}

/** A network as all programs here write it. */
export interface PlainNetwork {
  /** n_0 ... n_L. */
  readonly layers: readonly number[];
  readonly weights: readonly PlainLayer[];
  readonly hidden: Activation;
  readonly output: 'softmax' | 'sigmoid';
  /** With 'sigmoid': the label that means yes. */
  readonly positive: number;
  /** What its answers are called: of each output, or no and yes. */
  readonly classes: readonly string[];
}

/**
 * A network's numbers, row after row, and the names of its answers.
 * @throws ScratchpadError 'badData' when a number is not finite, or when there are more or fewer
 *   class names than answers
 */
export function plainNetwork({ snapshot, notes }: Model): PlainNetwork {
  const { layers, hidden, output, positive } = snapshot.network;
  return {
    ...{ layers, hidden, output, positive },
    weights: snapshot.layers.map((layer, i) =>
      plainLayer(layer, i + 1, layers[i + 1] ?? 0, layers[i] ?? 0),
    ),
    classes: answersOf(output, layers.at(-1) ?? 0, notes.classes),
  };
}

function plainLayer({ W, b }: LayerNumbers, l: number, rows: number, columns: number): PlainLayer {
  if (W.length !== rows * columns || b.length !== rows) {
    badData(
      `Layer ${l} has ${W.length} weights and ${b.length} biases, but its sizes ask for ` +
        `${rows} x ${columns} and ${rows}. Save the network again.`,
    );
  }
  if (!W.every(Number.isFinite) || !b.every(Number.isFinite)) {
    badData(
      `Layer ${l} has a weight that is infinite or no number. Train again with a smaller rate.`,
    );
  }
  return { rows, columns, W: rowMajor(W, rows, columns), b };
}

function answersOf(
  output: PlainNetwork['output'],
  outputs: number,
  classes: readonly string[] | null,
): readonly string[] {
  const count = output === 'sigmoid' ? 2 : outputs;
  if (classes && classes.length !== count) {
    badData(
      `There are ${classes.length} class names, but the network has ${count} answers. ` +
        'Give as many names, or none.',
    );
  }
  if (classes) return classes;
  return output === 'sigmoid' ? ['no', 'yes'] : Array.from({ length: count }, (_, k) => String(k));
}

/** Pixels along and down of the images; of unknown ones a square, or else one row. */
export function sidesOf({ snapshot, notes }: Model): { width: number; height: number } {
  const [pixels = 0] = snapshot.network.layers;
  const { width, height } = notes;
  if (width !== null && height !== null && width * height === pixels) return { width, height };
  const side = Math.sqrt(pixels);
  return Number.isInteger(side) ? { width: side, height: side } : { width: pixels, height: 1 };
}

/** W_1, b_1, W_2 ... as float32, little-endian; the matrices in the order that they have. */
export const floatsOf = (layers: readonly LayerNumbers[]): Uint8Array =>
  joined(layers.flatMap(({ W, b }) => [floatBytes(W), floatBytes(b)]));
