// SPDX-License-Identifier: MIT
// Every text of the panel 'Network' of 'Look inside'.
import { classWord, type DataLook, nameOf } from '../../model/data-look.ts';
import { count, percent } from '../../model/format.ts';

export const NETWORK_PANEL = {
  layers: 'Layers of the network',
  inputs: (pixels: number) => `${count(pixels)} inputs`,
  units: (units: number) => `${count(units)} ${units === 1 ? 'unit' : 'units'}`,
  outputs: (outputs: number) => `${count(outputs)} ${outputs === 1 ? 'output' : 'outputs'}`,
  yes: 'yes',
  handle: (layer: number) => `Layer ${layer}: units`,
  handleHelp:
    'Drag the bar at the top of a layer, or use the arrow keys (one unit), Page Up and Page Down ' +
    '(16 units); Escape takes it back.',
  fewer: (layer: number) => `One unit fewer in layer ${layer}`,
  more: (layer: number) => `One unit more in layer ${layer}`,
  remove: 'Remove',
  removeLayer: (layer: number) => `Remove layer ${layer}`,
  add: 'layer',
  addLayer: (layer: number) => `Add a layer after layer ${layer}`,
  addAfterInput: 'Add a layer after the input',
  note:
    'A change here starts a new network with first weights of its own; what this one has learned ' +
    'stays in Runs, and Undo brings it back.',
  busy: 'Pause to change the network.',
  busyMeans:
    'Pausing halts the training where it is and keeps the weights; Train then goes on from there.',
  problemOf: (layer: number, problem: string) => `Layer ${layer}: ${problem}`,
  shown: 'Connections between two layers',
  drawn: (look: DataLook) =>
    `The strongest connections for the drawn ${classWord(look).drawn}, by weight times activation. ` +
    'A cell in full ink is the largest activation of its layer.',
  undrawn: (look: DataLook) =>
    `The largest weights of the network. Draw a ${classWord(look).drawn} on the pad to see the ` +
    'connections that count for it.',
  waiting: 'The connections appear as soon as the network is there.',
  solid: 'solid, blue: raises the unit that it leads to',
  dashed: 'dashed, red: lowers it',
  widest: (values: string) => `The widest lines: ${values}.`,
  between: (layer: number, value: string) => `${value} into layer ${layer}`,
  summary: (parts: string, parameters: number) =>
    `${parts}; ${count(parameters)} weights and biases.`,
  then: ' → ',
  withActivation: (units: string, activation: string) => `${units} (${activation})`,
  answer: (answer: string, share: number) =>
    `For the drawing it answers ${answer}, with probability ${percent(share)}.`,
  yesNo: (look: DataLook, yes: boolean, positive: number) =>
    yes ? `yes, a ${nameOf(look, positive)}` : `no ${nameOf(look, positive)}`,
  table: 'The strongest connections in numbers',
  columns: ['into layer', 'from', 'to', 'w', 'a', 'w · a'],
  columnsUndrawn: ['into layer', 'from', 'to', 'w'],
  pixel: (row: number, column: number) => `pixel (${row}, ${column})`,
  unit: (unit: number) => `unit ${unit}`,
  scrolls: 'Drawing of the network, scrolls',
  tableScrolls: 'Table, scrolls',
};
