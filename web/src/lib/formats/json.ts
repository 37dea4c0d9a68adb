// SPDX-License-Identifier: MIT
// A network as JSON: what safetensors files have as metadata, and the weights as lists of rows.
import type { LayerNumbers } from '../snapshot.ts';
import { toUtf8 } from './bytes.ts';
import { entriesOf, parseJson } from './json-text.ts';
import { metadataOf, PLAIN, texts, VERSION_KEY, withoutMemory } from './metadata.ts';
import { sizesOf } from './metadata-read.ts';
import type { Model } from './model.ts';
import { badFile, type Found, type Source } from './source.ts';
import { columnMajor, rowMajor } from './tensors.ts';

/** The shortest of 7 to 9 digits that is this float32 again; of 0, its sign too. */
function numeral(value: number): string {
  if (Object.is(value, -0)) return '-0';
  for (const digits of [7, 8]) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return String(short);
  }
  return String(Number(value.toPrecision(9)));
}

const list = (values: Float32Array): string => `[${Array.from(values, numeral).join(',')}]`;

function layerText({ W, b }: LayerNumbers, columns: number): string {
  const byRow = rowMajor(W, b.length, columns);
  const rows = Array.from(b, (_, i) => list(byRow.subarray(i * columns, (i + 1) * columns)));
  return `{"W":[\n${rows.join(',\n')}\n],"b":${list(b)}}`;
}

/** The metadata's texts, as the values that they stand for. */
const valuesOf = (metadata: Readonly<Record<string, string>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(metadata).map(([key, text]): [string, unknown] => [
      key,
      PLAIN.includes(key) ? text : JSON.parse(text),
    ]),
  );

/**
 * `weights` has {W, b} of each layer: W_l (n_l, n_{l-1}) as a list of rows, b_l (n_l). Each number
 * is the shortest that is the same float32 again.
 */
export function writeJson({ snapshot: all, notes }: Model): Uint8Array<ArrayBuffer> {
  const snapshot = withoutMemory(all);
  const sizes = snapshot.network.layers;
  const head = JSON.stringify(valuesOf(metadataOf({ snapshot, notes })), null, 2).slice(0, -2);
  const layers = snapshot.layers.map((layer, i) => layerText(layer, sizes[i] ?? 0));
  return toUtf8(`${head},\n  "weights": [${layers.join(',\n')}]\n}\n`);
}

/** A list of so many numbers. */
function numbersOf(source: Source, what: string, value: unknown, count: number): number[] {
  const all = Array.isArray(value) ? (value as unknown[]) : [];
  if (all.length !== count || !all.every((number) => typeof number === 'number')) {
    badFile(source, `${what} must be a list of ${count} numbers. It is damaged.`);
  }
  return all;
}

function layerOf(source: Source, l: number, value: unknown, shape: [number, number]): LayerNumbers {
  const [rows, columns] = shape;
  const fields = new Map(entriesOf(value) ?? []);
  const W = fields.get('W');
  const name = `weights[${l - 1}]`;
  if (!Array.isArray(W) || W.length !== rows) {
    badFile(source, `${name}.W must be a list of ${rows} rows. It is damaged.`);
  }
  const values = new Float32Array(rows * columns);
  W.forEach((row: unknown, i) =>
    values.set(numbersOf(source, `${name}.W[${i}]`, row, columns), i * columns),
  );
  const b = Float32Array.from(numbersOf(source, `${name}.b`, fields.get('b'), rows));
  return { W: columnMajor(values, rows, columns), b };
}

/** @throws ScratchpadError 'badData' */
export function readJson(source: Source): Found {
  const entries = entriesOf(parseJson(source, 'its content', source.bytes));
  if (!entries?.some(([key]) => key === VERSION_KEY)) {
    badFile(
      source,
      `is JSON, but of no network that was saved here ('${VERSION_KEY}' is missing). ` +
        'From elsewhere safetensors, .npz and ONNX can be opened.',
    );
  }
  const weights = entries.find(([key]) => key === 'weights')?.[1];
  const said = Object.fromEntries(entries.filter(([key]) => key !== 'weights'));
  const metadata = new Map(Object.entries(texts(said)));
  const sizes = sizesOf(source, metadata);
  const lists: unknown[] = Array.isArray(weights) ? weights : [];
  if (lists.length !== sizes.length - 1) {
    badFile(source, `weights must be a list of ${sizes.length - 1} layers. It is damaged.`);
  }
  const layers = lists.map((value, i) =>
    layerOf(source, i + 1, value, [sizes[i + 1] ?? 0, sizes[i] ?? 0]),
  );
  return { sizes, layers, metadata, assumed: [] };
}
