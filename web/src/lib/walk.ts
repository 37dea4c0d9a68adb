// SPDX-License-Identifier: MIT
// One update of the notes, slowly, from the core.
import { check, type CoreTrainer, type MainModule } from './module.ts';
import type { Ask } from './protocol.ts';
import type { MatrixData, Walk, WalkedLayer } from './results.ts';

/** Of the core's enum. */
type Name = Exclude<keyof MainModule['WalkMatrix'], 'values'>;

/** @param layers n_0 ... n_L */
export function walk(
  module: MainModule,
  trainer: CoreTrainer,
  layers: readonly number[],
  { images, labels, learningRate, updates }: Ask<'walk'>,
): Walk {
  const core = new module.Walkthrough();
  try {
    check(module, core.walk(trainer, images, labels, learningRate, updates));
    const m = labels.length;
    const matrix = (name: Name, l: number, rows: number, columns: number): MatrixData => ({
      rows,
      columns,
      values: core.matrix(module.WalkMatrix[name], l),
    });
    const L = layers.length - 1;
    const walkedLayer = (rows: number, i: number): WalkedLayer => {
      const l = i + 1;
      const weights = (name: Name) => matrix(name, l, rows, layers[i] ?? 0);
      const biases = (name: Name) => matrix(name, l, rows, 1);
      const units = (name: Name) => matrix(name, l, rows, m);
      return {
        W: weights('W'),
        b: biases('b'),
        dW: weights('dW'),
        db: biases('db'),
        WAfter: weights('WAfter'),
        bAfter: biases('bAfter'),
        Z: units('Z'),
        A: units('A'),
        slope: units('slope'),
        dA: units('dA'),
        dZ: units('dZ'),
      };
    };
    return {
      X: matrix('X', 0, layers[0] ?? 0, m),
      Y: matrix('Y', 0, layers[L] ?? 0, m),
      layers: layers.slice(1).map(walkedLayer),
      dZChain: matrix('dZChain', L, layers[L] ?? 0, m),
      cost: core.cost,
      costAfter: core.costAfter,
    };
  } finally {
    core.delete();
  }
}
