// SPDX-License-Identifier: MIT
// Every text of the panel 'Activations' of 'Look inside'.
import { classWord, type DataLook, nameOf, type Sides } from '../../model/data-look.ts';
import { count } from '../../model/format.ts';

export const ACTIVATIONS = {
  drawFirst: (look: DataLook) =>
    `Draw a ${classWord(look).drawn} on the pad: here it goes through the layers while you draw.`,
  spoke: 'Which pixels spoke for it',
  about:
    'Each pixel’s ink times the slope of the output’s z at this pixel. Blue spoke for the answer ' +
    'that is explained, red against it; paper has no say.',
  explain: 'Answer to explain',
  explained: 'The answer',
  answer: (name: string) => `the network’s answer, ${name}`,
  digit: nameOf,
  yes: (look: DataLook, positive: number) => `yes, a ${nameOf(look, positive)}`,
  no: 'no',
  picture: (name: string) => `What spoke for ${name}`,
  pixel: (row: number, column: number) => `row ${row}, column ${column}:`,
  sums: (name: string, speakFor: string, against: string) =>
    `For ${name}: pixels in favour add up to ${speakFor}, those against to ${against}.`,
  yesOnly: 'The one output stands for yes; what speaks against yes speaks for no.',
  table: 'The pixels that spoke most',
  tableColumns: ['row', 'column', 'ink', 'contribution'],
  layers: 'Through the layers',
  input: ({ width, height }: Sides) =>
    `The input: ${width} × ${height} pixels as numbers from 0, paper, to 1, ink.`,
  unit: (unit: number) => `unit ${unit}:`,
  noUnit: 'no unit,',
  above: (above: number, of: number) => `${count(above)} of ${count(of)} units are above 0.`,
  strongest: (units: string) => `Strongest: ${units}.`,
  strong: (unit: number, value: string) => `unit ${unit} ${value}`,
};
