// SPDX-License-Identifier: MIT
// Every text of the panel 'Weights' of 'Look inside'.
import { count } from '../../model/format.ts';

export const WEIGHTS = {
  title: 'Weights',
  waiting: 'Waiting for the network.',
  waitingForData: 'Gradients and activity are shown once there is data.',
  layer: 'Layer',
  layerOf: (layer: number, rows: number, columns: number) =>
    `${layer}: ${count(rows)} units, ${count(columns)} inputs`,
  about: (columns: number) =>
    `Each picture is one unit: its ${count(columns)} weights, where the pixels are that they ` +
    'multiply. Ink on blue speaks for the unit, ink on red against it.',
  aboutDeep:
    'Each row is one unit, each column a unit of the layer before. Blue is above 0, red below.',
  sort: 'Sort by',
  sorts: { number: 'number', norm: 'norm of the weights', activity: 'mean activity' },
  sortAgain: 'Sort again',
  sortStays: 'While it trains the order stays.',
  scale: 'Colours',
  scales: { shared: 'one scale for all', own: 'a scale for each' },
  units: 'Units of the layer',
  unit: (unit: number) => `Unit ${unit}`,
  /** Under the picture of a unit. */
  figures: {
    number: '',
    norm: (norm: string) => `‖w‖ ${norm}`,
    activity: (activity: string) => `mean a ${activity}`,
  },
  most: (value: string) => `± ${value}`,
  dead: 'dead',
  range: (first: number, last: number, of: number) =>
    `${count(first)} … ${count(last)} of ${count(of)} units`,
  earlier: 'Previous units',
  later: 'Next units',
  chosen: (unit: number) => `w of unit ${unit}`,
  chosenHint: 'Choose a picture to read its weights one by one.',
  norm: 'norm ‖w‖',
  bias: 'bias b',
  activity: 'mean activity',
  ownScale: 'Each picture has full colour at its own largest weight, named below it.',
  noActivity: 'unknown',
};

export const HISTOGRAMS = {
  title: (layer: number) => `Distribution in layer ${layer}`,
  about: (examples: number) =>
    `Gradients and activity are those of ${count(examples)} training images.`,
  ofWeights: 'Weights now',
  ofGradients: 'Gradients now',
  weightsOverTime: 'Weights, epoch by epoch',
  gradientsOverTime: 'Gradients, epoch by epoch',
  gradientNorm: (norm: string) => `‖dW‖ = ${norm}`,
  highest: (most: number) => `the highest bar stands for ${count(most)}`,
  summary: (name: string, total: number, from: string, to: string, most: number) =>
    `${name}: ${count(total)} numbers from ${from} to ${to}; the highest bar stands for ${count(most)}.`,
  numbers: 'The bars in numbers',
  binColumns: ['from', 'to', 'weights'],
  binColumnsGradients: ['from', 'to', 'gradients'],
  history:
    'One row for each epoch from when this view was first opened, as the network was just after it; ' +
    'the latest is at the bottom. All rows have the same axis, and each its own height.',
  noHistory: 'Rows appear here as epochs end.',
  thinned: (shown: number, of: number) => `${count(shown)} of ${count(of)} epochs are drawn.`,
  overTime: (name: string, epochs: number) => `${name}: ${count(epochs)} rows`,
  epoch: 'epoch',
  table: 'Every epoch in numbers',
  tableName: 'Layer over the epochs',
  columns: ['epoch', 'weights from', 'to', 'gradients from', 'to', '‖dW‖', 'dead units'],
  scrolls: 'Table, scrolls',
};

export const DEAD = {
  title: 'Dead units',
  about: (examples: number) =>
    'A ReLU unit that answers 0 to every image has no slope either, so it does not learn any more. ' +
    `Looked at: ${count(examples)} training images.`,
  none: (layer: number, units: number) => `Layer ${layer}: none of ${count(units)} units.`,
  some: (layer: number, dead: number, units: number) =>
    `Layer ${layer}: ${count(dead)} of ${count(units)} units: `,
  more: (rest: number) => ` and ${count(rest)} more`,
  notRelu: 'Only ReLU units can die; the hidden layers of this network are of another kind.',
  noHidden: 'This network has no hidden layer.',
};
