// SPDX-License-Identifier: MIT
import type uPlot from 'uplot';
import type { Epoch } from '../../lib/results.ts';
import type { TrailPoint } from '../model/state.ts';

type Column = (number | null)[];

/** x, training cost, test cost, validation cost, and the cost so far in the epoch under way. */
export function costData(
  epochs: readonly Epoch[],
  trail: readonly TrailPoint[],
): uPlot.AlignedData {
  const rest: Column = trail.map(() => null);
  return [
    [...epochs.map(({ epoch }) => epoch), ...trail.map(({ x }) => x)],
    [...epochs.map(({ cost }): number | null => cost), ...rest],
    [...epochs.map(({ testCost }) => testCost), ...rest],
    [...epochs.map(({ validationCost }) => validationCost), ...rest],
    [...epochs.map(() => null), ...trail.map(({ cost }): number | null => cost)],
  ];
}

/** x, test accuracy, validation accuracy. */
export function accuracyData(epochs: readonly Epoch[]): uPlot.AlignedData {
  return [
    epochs.map(({ epoch }) => epoch),
    epochs.map(({ accuracy }) => accuracy),
    epochs.map(({ validationAccuracy }) => validationAccuracy),
  ];
}
