// SPDX-License-Identifier: MIT
// The texts of the search for a learning rate.
import { count } from '../../model/format.ts';

/** As it is typed into a field. */
export const rateText = (rate: number): string => String(Number(rate.toPrecision(2)));

export const FINDER = {
  title: 'Find a learning rate',
  about:
    'The rate rises from batch to batch, on a copy of the weights; where two thirds of the ' +
    'cost’s fall are made is a good one.',
  progress: 'Progress of the search',
  tried: (fraction: number) => `${count(Math.round(100 * fraction))} % of the rates tried`,
  cancel: 'Cancel',
  again: 'Find again',
  close: 'Close',
  use: 'Use it',
  suggested: (rate: number) => `Suggested: ${rateText(rate)}`,
  none:
    'At none of these rates did the cost fall by more than chance, so none can be suggested; that ' +
    'is the rule with a trained network.',
  cancelled: 'Cancelled.',
  chart: 'Cost by learning rate',
  chartSummary: (from: number, to: number, lowest: number, at: number) =>
    `The smoothed cost while the rate rises from ${rateText(from)} to ${rateText(to)}; ` +
    `lowest ${lowest.toFixed(3)} at ${rateText(at)}.`,
  x: 'learning rate (logarithmic)',
  y: 'cost',
  numbers: 'The numbers',
  columns: ['rate', 'smoothed cost'],
};
