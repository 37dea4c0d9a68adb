// SPDX-License-Identifier: MIT
// What the columns of a CSV file are, by its first lines.
import { Fields, linesOf, separatorOf } from './csv-rows.ts';
import type { ImportOptions } from './types.ts';
import { ScratchpadError } from '../errors.ts';

export interface CsvLayout {
  readonly separator: string;
  /** Of the first line with an image. */
  readonly firstLine: number;
  readonly columns: number;
  readonly label: 'first' | 'last';
  readonly width: number;
  readonly height: number;
  /** The value that is a full 255. */
  readonly most: number;
}

/** So many lines are looked at. */
const SAMPLE = 200;

/** Names of columns that hold labels. */
const LABEL = /^(labels?|class(es)?|target|y|digit|category)$/i;

interface Sample {
  readonly header: readonly string[] | null;
  readonly first: { readonly line: number; readonly columns: number };
  /** The first line after the header is no line of numbers. */
  readonly words: boolean;
  /** The columns that can be labels, as texts. */
  readonly starts: readonly string[];
  readonly ends: readonly string[];
  /** The largest value of the first column, of those between, and of the last column. */
  readonly most: readonly [number, number, number];
}

/** @throws ScratchpadError 'badData', or 'badSetting' of 'width', that names the file and the line */
export function layoutOf(bytes: Uint8Array, name: string, options: ImportOptions): CsvLayout {
  const separator = separatorOf(firstText(bytes));
  const sample = sampleOf(bytes, separator);
  if (!sample) return bad(name, 1, 'has no line with an image.');
  const { first } = sample;
  if (sample.words) bad(name, first.line, 'has words where there should be the numbers of pixels.');
  const pixels = first.columns - 1;
  const { width = Math.round(Math.sqrt(pixels)) } = options;
  const height = pixels / width;
  if (!Number.isInteger(height) || (options.width === undefined && height !== width)) {
    const side = Math.sqrt(first.columns);
    if (Number.isInteger(side) && side > 1) {
      const text = `has ${first.columns} columns, which are ${side} x ${side} pixels and leave none`;
      bad(name, first.line, `${text} for the label. Put the label first or last in each line.`);
    }
    const text =
      `${name}, line ${first.line}: has ${first.columns} columns. One is the label, and ${pixels} ` +
      `pixels are no ${options.width === undefined ? 'square' : `whole number of rows of ${width}`}. ` +
      'Say how many pixels are in a row of the image.';
    throw new ScratchpadError('badSetting', text, 'width');
  }
  const label =
    options.labelColumn === 'first' || options.labelColumn === 'last'
      ? options.labelColumn
      : labelColumn(sample);
  const [firstMost, middleMost, lastMost] = sample.most;
  const most = Math.max(middleMost, label === 'first' ? lastMost : firstMost);
  // 0 to 16 is how UCI's digits are; 0 to 1, or 0 to 255, all others.
  const scale = most <= 1 ? 1 : most <= 16 ? 16 : 255;
  return {
    ...{ separator, firstLine: first.line, columns: first.columns, label, width, height },
    most: scale,
  };
}

function bad(name: string, line: number, message: string): never {
  throw new ScratchpadError('badData', `${name}, line ${line}: ${message}`);
}

function firstText(bytes: Uint8Array): string {
  const [line] = linesOf(bytes);
  return line ? new TextDecoder().decode(bytes.subarray(line.from, line.to)) : '';
}

function sampleOf(bytes: Uint8Array, separator: string): Sample | null {
  const fields = new Fields(bytes, separator);
  let header: string[] | null = null;
  let first: Sample['first'] | null = null;
  const [starts, ends]: [string[], string[]] = [[], []];
  const most: [number, number, number] = [0, 0, 0];
  let wordsBelow = false;
  for (const line of linesOf(bytes)) {
    const columns = fields.read(line);
    if (!first) {
      // Names where there should be pixels: a header. Labels may be words, so they do not count.
      const middle = Array.from({ length: Math.max(0, columns - 2) }, (_, i) => i + 1);
      const words = middle.filter((i) => Number.isNaN(fields.number(i))).length;
      const isWords = words > middle.length / 2;
      if (!header && isWords) {
        header = Array.from({ length: columns }, (_, i) => fields.text(i));
        continue;
      }
      first = { line: line.line, columns };
      wordsBelow = isWords;
    }
    if (columns !== first.columns) continue;
    starts.push(fields.text(0));
    ends.push(fields.text(columns - 1));
    for (let i = 0; i < columns; i += 1) {
      const value = fields.number(i);
      const place = i === 0 ? 0 : i < columns - 1 ? 1 : 2;
      if (value > most[place] && value <= 255) most[place] = value;
    }
    if (starts.length >= SAMPLE) break;
  }
  return first && { header, first, words: wordsBelow, starts, ends, most };
}

/** The first column or the last, by its name or what stands in it; see the report. */
function labelColumn({ header, starts, ends, first }: Sample): 'first' | 'last' {
  if (header?.length === first.columns) {
    if (LABEL.test(header[0] ?? '')) return 'first';
    if (LABEL.test(header.at(-1) ?? '')) return 'last';
  }
  const [one, other] = [likeLabels(starts), likeLabels(ends)];
  return other > one ? 'last' : 'first';
}

/** How much a column looks like labels: words do, and small whole numbers of several kinds. */
function likeLabels(values: readonly string[]): number {
  const kinds = new Set(values);
  const numbers = [...kinds].map(Number);
  if (numbers.some(Number.isNaN)) return 3;
  if (kinds.size < 2 || numbers.some((value) => !Number.isInteger(value) || value < 0)) return 0;
  // The corner of a picture has a few values too, but larger ones with gaps between.
  return Math.max(...numbers) < 2 * kinds.size ? 2 : 1;
}
