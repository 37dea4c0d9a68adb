// SPDX-License-Identifier: MIT
// The lines of the two charts of the run.
import type { Epoch } from '../../lib/results.ts';
import { CHARTS } from './texts.ts';

const validation = {
  name: CHARTS.validation,
  colour: '--muted',
  width: 2,
  dash: [9, 3, 2, 3],
  points: true,
  momentary: true,
};

/** Told apart by dash and key too, not by colour alone. */
export const chartLines = {
  cost: [
    { name: CHARTS.training, colour: '--accent', width: 2, dash: [], points: true },
    { name: CHARTS.test, colour: '--ink', width: 2, dash: [5, 4], points: true },
    validation,
    {
      name: CHARTS.soFar,
      colour: '--accent',
      width: 1.5,
      dash: [2, 3],
      points: false,
      momentary: true,
    },
  ],
  accuracy: [
    { name: '', fullName: CHARTS.test, colour: '--ink', width: 2, dash: [5, 4], points: true },
    validation,
  ],
};

/** Which figure of an epoch a chart shows of other runs. */
export const measures = {
  cost: ({ cost, testCost }: Epoch) => testCost ?? cost,
  accuracy: ({ accuracy }: Epoch) => accuracy,
};
