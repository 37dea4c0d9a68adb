// SPDX-License-Identifier: MIT
// Whatever the bytes are, openModel() gives a network or says why not, and soon.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { openModel, ScratchpadError } from '../../../build/package/index.js';
import { NO_NOTES } from '../../../web/src/lib/formats/model.ts';
import { checkSnapshot } from '../../../web/src/lib/check-snapshot.ts';
import { exportModel } from '../../../web/src/lib/formats/export-model.ts';
import { zipOf } from '../../../web/src/lib/formats/zip-writer.ts';
import { modelOf } from './networks.ts';

const RUNS = Number(process.env.FUZZ_RUNS ?? 300);
const SLOW = 1000;
const CODES = ['badData', 'badSetting', 'unsupported'];

type Bytes = Uint8Array<ArrayBuffer>;
let opened = 0;
let refused = 0;

const KEYS = [
  ...['layers', 'output', 'hidden', 'positive', 'initialiser', 'initialScale', 'seed', 'classes'],
  ...['pixels', 'name', 'width', 'height', 'training', 'math', 'figures', 'epochs', 'updates'],
  ...['sha256', 'optimizer', 'place', 'lastGood', 'mean', 'run', 'weights', '__proto__'],
];

/** A network that passes all checks, or one of the errors that are promised. */
async function mustBeSafe(bytes: Uint8Array): Promise<void> {
  const began = performance.now();
  try {
    const { snapshot, notes, assumed, ...network } = await openModel(bytes);
    checkSnapshot(snapshot);
    expect(network).toEqual(snapshot.network);
    expect(Object.keys(notes)).toHaveLength(Object.keys(NO_NOTES).length);
    expect(assumed.length).toBeLessThan(4);
    opened += 1;
  } catch (error) {
    if (!(error instanceof ScratchpadError) || !CODES.includes(error.code)) throw error;
    expect(error.message.length).toBeGreaterThan(20);
    expect(error.message.length).toBeLessThan(1200);
    refused += 1;
  }
  expect(performance.now() - began).toBeLessThan(SLOW);
}

/** Whole files: of ours in every form that can be read, and those of others. */
const files: [string, Bytes][] = [];

beforeAll(async () => {
  const yes = { layers: [784, 2, 1], output: 'sigmoid' } as const;
  const model = await modelOf(yes, { optimizer: 'adam' });
  for (const form of ['npz', 'json', 'onnx', 'pytorch'] as const) {
    files.push([form, await exportModel(model, form)]);
  }
  const tensors = await exportModel(model, 'safetensors', { memory: true });
  files.push(['safetensors', tensors], ['zip', zipOf({ 'model.safetensors': tensors })]);
  const folder = join(import.meta.dirname, '../../fixtures/models');
  for (const name of readdirSync(folder)) {
    if (!/\.(json|py)$/.test(name)) {
      files.push([name, Uint8Array.from(readFileSync(join(folder, name)))]);
    }
  }
});

interface Mutation {
  readonly which: number;
  readonly edits: readonly { kind: string; place: number; value: number; length: number }[];
  readonly cut: number | null;
}

const share = fc.double({ min: 0, max: 1, noNaN: true });

/** Bytes changed, cut, and put in; more often near the beginning, where the headers are. */
const mutation: fc.Arbitrary<Mutation> = fc.record({
  which: fc.nat(),
  edits: fc.array(
    fc.record({
      kind: fc.constantFrom('set', 'flip', 'flip', 'digit', 'digit', 'insert', 'remove'),
      place: fc.oneof(share, fc.nat(300)),
      value: fc.integer({ min: 0, max: 255 }),
      length: fc.integer({ min: 1, max: 9 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  cut: fc.oneof({ arbitrary: fc.constant(null), weight: 8 }, { arbitrary: share, weight: 1 }),
});

function mutated(bytes: Bytes, { edits, cut }: Mutation): Bytes {
  let all = Array.from(bytes);
  for (const { kind, place, value, length } of edits) {
    const at = Math.floor(place < 1 ? place * all.length : Math.min(place, all.length - 1));
    const before = all[at] ?? 0;
    if (kind === 'set') all[at] = value;
    else if (kind === 'flip') all[at] = before ^ (1 << (value & 7));
    else if (kind === 'remove') all.splice(at, length);
    else if (kind === 'insert') all.splice(at, 0, ...Array<number>(length).fill(value));
    // Another digit in the place of one: sizes, offsets, counts.
    else {
      const digit = all.findIndex((byte, i) => i >= at && byte >= 48 && byte <= 57);
      if (digit >= 0) all[digit] = 48 + (value % 10);
    }
  }
  if (cut !== null) all = all.slice(0, Math.floor(cut * all.length));
  return Uint8Array.from(all);
}

describe('openModel() gives a network, or says why not', () => {
  test('of any bytes', () =>
    fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), mustBeSafe), { numRuns: RUNS }));

  test('of any bytes behind the first of each form', () => {
    const marks = ['PK\x03\x04', '\x80\x02', '\x93NUMPY\x01\x00', '{"', '\x08\x08\x3a', '\x89HDF'];
    const header = '\x40\x00\x00\x00\x00\x00\x00\x00{"a":';
    const mark = fc.constantFrom(...marks, header);
    return fc.assert(
      fc.asyncProperty(mark, fc.uint8Array({ maxLength: 400 }), (begin, rest) =>
        mustBeSafe(Uint8Array.from([...Buffer.from(begin, 'latin1'), ...rest])),
      ),
      { numRuns: RUNS },
    );
  });

  test('of any JSON with our mark', () =>
    fc.assert(
      fc.asyncProperty(fc.dictionary(fc.constantFrom(...KEYS), fc.jsonValue()), (value) =>
        mustBeSafe(Buffer.from(JSON.stringify({ mlp_scratchpad: 1, layers: [2, 2], ...value }))),
      ),
      { numRuns: RUNS },
    ));

  test('of any metadata of ours', () => {
    const value = fc.oneof(fc.string(), fc.json());
    const keys = fc.dictionary(fc.constantFrom(...KEYS), value);
    return fc.assert(
      fc.asyncProperty(keys, (said) => {
        const metadata = { mlp_scratchpad: '1', layers: '[2,2]', ...said };
        const header = JSON.stringify({
          __metadata__: metadata,
          '0.weight': { dtype: 'F32', shape: [2, 2], data_offsets: [0, 16] },
          '0.bias': { dtype: 'F32', shape: [2], data_offsets: [16, 24] },
        });
        const length = Buffer.alloc(8);
        length.writeUInt32LE(Buffer.byteLength(header));
        return mustBeSafe(Buffer.concat([length, Buffer.from(header), Buffer.alloc(24)]));
      }),
      { numRuns: RUNS },
    );
  });

  test('of files that were changed', async () => {
    [opened, refused] = [0, 0];
    await fc.assert(
      fc.asyncProperty(mutation, (change) => {
        const [, bytes] = files[change.which % files.length] ?? [];
        return mustBeSafe(mutated(bytes ?? new Uint8Array(), change));
      }),
      { numRuns: 4 * RUNS },
    );
    process.stdout.write(`${opened} opened, ${refused} refused\n`);
    // Both happen, or nothing was tried.
    expect(opened).toBeGreaterThan(RUNS / 20);
    expect(refused).toBeGreaterThan(RUNS / 2);
  });

  test('of every beginning of a file', async () => {
    for (const [, bytes] of files) {
      for (let length = 0; length < bytes.length; length += 1 + (bytes.length >> 6)) {
        await mustBeSafe(bytes.slice(0, length));
      }
    }
  });
});
