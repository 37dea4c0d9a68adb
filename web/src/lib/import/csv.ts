// SPDX-License-Identifier: MIT
// CSV files: a line for each image, its label first or last, 1 + n columns.
import { ScratchpadError } from '../errors.ts';
import { type CsvLayout, layoutOf } from './csv-layout.ts';
import { Fields, linesOf } from './csv-rows.ts';
import type { Job } from './job.ts';
import { partOf } from './names.ts';
import type { OpenFile } from './open-files.ts';
import type { RawExample } from './types.ts';

/** A line that cannot be used. */
class BadLine extends Error {}

/**
 * Reads CSV files. Lines that cannot be used are skipped, and so is a file whose columns make no
 * image while others can be used.
 * @throws ScratchpadError 'badSetting' of 'width' when images are not square
 */
export async function readCsvFiles(files: readonly OpenFile[], job: Job): Promise<RawExample[]> {
  const examples: RawExample[] = [];
  for (const [i, file] of files.entries()) {
    job.phase(0.3 + (0.4 * i) / files.length, 0.3 + (0.4 * (i + 1)) / files.length);
    try {
      for (const example of await readCsv(file, job)) examples.push(example);
    } catch (error) {
      const known = error instanceof ScratchpadError && error.code === 'badData';
      if (!known || files.length === 1) throw error;
      const [, line, why] = /, line (\d+): (.*)/.exec(error.message) ?? [];
      job.skip({ name: file.name, line: Number(line), why: why ?? error.message });
    }
  }
  return examples;
}

async function readCsv({ name, bytes: read }: OpenFile, job: Job): Promise<RawExample[]> {
  const bytes = await read();
  const layout = layoutOf(bytes, name, job.options);
  const { width, height, label, most, firstLine } = layout;
  const part = partOf(name);
  const fields = new Fields(bytes, layout.separator);
  const examples: RawExample[] = [];
  for (const line of linesOf(bytes)) {
    if (line.line < firstLine) continue;
    try {
      const columns = fields.read(line);
      if (columns !== layout.columns) {
        throw new BadLine(`has ${columns} columns; line ${firstLine} has ${layout.columns}.`);
      }
      const from = { name, line: line.line };
      examples.push({ ...rowOf(fields, layout), part, width, height, from });
    } catch (error) {
      if (!(error instanceof BadLine)) throw error;
      job.skip({ name, line: line.line, why: error.message });
    }
    await job.turn(line.to / bytes.length);
  }
  job.read(
    `${name}: ${examples.length} images of ${width} x ${height} pixels, the label in the ${label} ` +
      `column, values from 0 to ${most}`,
  );
  return examples;
}

function rowOf(fields: Fields, { columns, label, most }: CsvLayout) {
  const [labelAt, first] = label === 'first' ? [0, 1] : [columns - 1, 0];
  const text = fields.text(labelAt);
  if (text === '') throw new BadLine(`has no label in column ${labelAt + 1}.`);
  if (/^-|^\d+\.\d*[1-9]/.test(text) && !Number.isNaN(Number(text))) {
    throw new BadLine(`has the label ${text}; it must be a whole number of at least 0, or a word.`);
  }
  const grey = new Uint8Array(columns - 1);
  for (let i = 0; i < grey.length; i += 1) {
    const value = fields.number(first + i);
    if (!(value >= 0 && value <= most)) wrongPixel(fields, first + i, most);
    grey[i] = most === 255 ? Math.round(value) : Math.round((255 * value) / most);
  }
  return { label: text, grey };
}

function wrongPixel(fields: Fields, index: number, most: number): never {
  const text = fields.text(index).slice(0, 30);
  const column = `column ${index + 1}`;
  if (text === '') throw new BadLine(`${column} is empty.`);
  if (Number.isNaN(Number(text))) throw new BadLine(`${column} is '${text}', no number.`);
  throw new BadLine(`${column} is ${text}; pixels of this file are from 0 to ${most}.`);
}
