// SPDX-License-Identifier: MIT
// The texts of the panel 'Own data'. The names that tests hold on to are in capitals.
import type { ImportedData, ImportReport, Skipped } from '../../../lib/import/types.ts';
import { count } from '../../model/format.ts';

export const NAMES = {
  panel: 'Own data',
  files: 'Choose files',
  folder: 'Choose a folder',
  stop: 'Stop reading',
  use: 'Use this data',
  close: 'Close',
  size: 'Size of the images',
  asMnist: 'As MNIST: ink fitted to 20 × 20, centred in 28 × 28',
  preview: 'First images of each class',
  skipped: 'Left out',
  read: 'Read',
  tileWidth: 'Width of a tile',
  tileHeight: 'Height of a tile',
  labels: 'Labels',
  width: 'Pixels in a row of an image',
  again: 'Read again',
  ink: 'Ink in the files',
} as const;

const SHOWN_SKIPPED = 20;

const images = (number: number): string => `${count(number)} ${number === 1 ? 'image' : 'images'}`;

function skipped({ name, line, offset, why }: Skipped): string {
  const where = line === undefined ? '' : `, line ${count(line)}`;
  return `${name}${where || (offset ? `, offset ${offset}` : '')}: ${why}`;
}

export const OWN = {
  notKept: (name: string, reason: string) =>
    `This browser cannot keep ‘${name}’ (${reason}): after a reload, choose its files again.`,
  about:
    'Drop files anywhere on the page, or choose them. Nothing is sent anywhere, and what is loaded ' +
    'stays until you press ‘Use this data’.',
  forms: [
    'IDX files as MNIST has them: images and labels, gzipped or not, of any size.',
    'CSV: a line for each image, its label first or last, pixels from 0 to 255 or 0 to 1.',
    'Pictures (PNG, JPEG …) in folders named by class, such as train/3/, or named like 3_0012.png.',
    'A zip of any of these.',
    'One large picture that is a grid of equally large images.',
  ],
  reading: 'Reading the files …',
  progress: 'Reading of the files',
  failed: (message: string) => `These files cannot be used. ${message}`,
  unusable: (message: string) => `The data could not be loaded. ${message}`,
  noTest:
    'No class has two images, so none can be set aside to test with. Choose more images of each class.',
  kept: 'What was loaded before is still there.',
  own: (width: number, height: number) => `As they are: ${width} × ${height}`,
  ownSize: 'As they are',
  inks: { auto: 'as the border tells', no: 'light on dark', yes: 'dark on light' },
  labelsOf: {
    file: 'in a second file',
    rows: 'each row is a class',
    columns: 'each column is one',
  },
  summary: ({ train, test, classes, width, height }: ImportedData) =>
    `${images(train.labels.length)} to train on, ${count(test?.labels.length ?? 0)} to test, of ` +
    `${count(classes.length)} classes; ${width} × ${height} pixels.`,
  layers: ({ width, height, classes }: ImportedData) =>
    `Layer 0 will have ${count(width * height)} units, and the last layer ${count(classes.length)} ` +
    'for ‘Which digit?’. A new network begins.',
  moreClasses: (number: number) => `and ${count(number)} more classes`,
  imageOf: (name: string, i: number) => `${name}, image ${count(i + 1)}`,
  skippedTitle: ({ skippedCount }: ImportReport) => `${NAMES.skipped}: ${count(skippedCount)}`,
  skipped: (report: ImportReport): string[] => {
    const shown = report.skipped.slice(0, SHOWN_SKIPPED).map(skipped);
    const more = report.skippedCount - shown.length;
    return more > 0 ? [...shown, `and ${count(more)} more`] : shown;
  },
  used: (name: string, layers: readonly number[], batch: number | 'all' | null, mixed: boolean) =>
    `${name} is loaded. Layer 0 has ${count(layers[0] ?? 0)} units, the last layer ` +
    `${count(layers.at(-1) ?? 0)}.` +
    (batch === null ? '' : ` The batch size is now ${batch}, as there are few images.`) +
    (mixed ? ' No digits of other hands are mixed in any more.' : ''),
};
