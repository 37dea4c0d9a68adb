// SPDX-License-Identifier: MIT
// safetensors as other programs and this one write it. Nothing is taken on trust: every claim of the
// header is held against the file's size before anything is made of it.
import { countOf, FLOATS, isFloatType, readFloats } from '../floats.ts';
import { entriesOf, parseJson } from '../json-text.ts';
import type { OpenOptions } from '../model.ts';
import { layersByName } from '../names/layers-by-name.ts';
import { VERSION_KEY } from '../metadata.ts';
import { ownLayers } from '../own-layers.ts';
import { badFile, type Found, type Source } from '../source.ts';
import type { Tensor } from '../tensors.ts';

/** As the format itself has it. */
const MOST_HEADER = 100_000_000;
const LENGTH = 8;

/** What the header says of a tensor; its bytes are those of the data from begin up to end - 1. */
interface Claim {
  readonly name: string;
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly begin: number;
  readonly end: number;
}

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0;

/** Whether bytes may be safetensors: a length below 2^32, and JSON behind it. */
export const isSafetensors = (bytes: Uint8Array): boolean =>
  bytes[8] === 0x7b && [4, 5, 6, 7].every((i) => bytes[i] === 0);

/** Whether the length before a header stands the wrong way round. */
export const isTurned = (bytes: Uint8Array): boolean =>
  bytes[8] === 0x7b && [0, 1, 2, 3].every((i) => bytes[i] === 0);

function headerOf(source: Source): { header: [string, unknown][]; data: Uint8Array } {
  const { bytes } = source;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(0, true);
  if (length > MOST_HEADER || LENGTH + length > bytes.length) {
    const rest = bytes.length - LENGTH;
    badFile(
      source,
      `its header should have ${length} bytes (offset 0), but only ${rest} follow. ` +
        'The file was cut off: get it again.',
    );
  }
  const json = bytes.subarray(LENGTH, LENGTH + length);
  const header = entriesOf(parseJson(source, 'its header', json));
  if (!header) badFile(source, 'its header is no JSON object. It is no safetensors file.');
  return { header, data: bytes.subarray(LENGTH + length) };
}

function claimOf(source: Source, name: string, value: unknown): Claim {
  const fields = new Map(entriesOf(value) ?? []);
  const [dtype, shape, offsets] = ['dtype', 'shape', 'data_offsets'].map((key) => fields.get(key));
  const [begin, end] = Array.isArray(offsets) ? (offsets as unknown[]) : [];
  if (
    typeof dtype !== 'string' ||
    !(Array.isArray(shape) && shape.every(isCount)) ||
    !(isCount(begin) && isCount(end) && begin <= end && (offsets as unknown[]).length === 2)
  ) {
    badFile(
      source,
      `the header's entry of '${name}' needs a dtype, a shape of whole numbers, and two data_offsets ` +
        'in order. It is damaged: get the file again.',
    );
  }
  return { name, dtype, shape, begin, end };
}

/** That each has as many bytes as its shape says, one behind another, to the end of the file. */
function checkPlaces(source: Source, claims: readonly Claim[], size: number): void {
  let at = 0;
  for (const { name, dtype, shape, begin, end } of claims.toSorted((a, b) => a.begin - b.begin)) {
    if (end > size) {
      badFile(
        source,
        `'${name}' ends at offset ${end} of the data, which has ${size} bytes. ${CUT}`,
      );
    }
    if (begin !== at) {
      const what = begin < at ? 'overlaps what stands before it' : 'leaves a gap before it';
      badFile(source, `'${name}' ${what} (data_offsets ${begin} after ${at}). It is damaged.`);
    }
    if (isFloatType(dtype) && countOf(shape) * FLOATS[dtype] !== end - begin) {
      const claim = `${shape.join(' x ')} numbers of ${dtype}`;
      badFile(source, `'${name}' claims ${claim}, but has ${end - begin} bytes. It is damaged.`);
    }
    at = end;
  }
  if (at !== size) {
    badFile(source, `its tensors have ${at} bytes, but ${size} follow the header. It is damaged.`);
  }
}

const CUT = 'The file was cut off: get it again.';

function metadataOf(source: Source, value: unknown): Map<string, string> {
  const entries = entriesOf(value ?? {});
  if (!entries) badFile(source, '__metadata__ must be an object of texts. It is damaged.');
  const texts = entries.map(([key, text]): [string, string] => {
    if (typeof text !== 'string') badFile(source, `__metadata__.${key} must be a text.`);
    return [key, text];
  });
  return new Map(texts);
}

/** @throws ScratchpadError 'badData' */
export function readSafetensors(source: Source, options: OpenOptions): Found {
  const { header, data } = headerOf(source);
  const metadata = metadataOf(source, header.find(([name]) => name === '__metadata__')?.[1]);
  const claims = header
    .filter(([name]) => name !== '__metadata__')
    .map(([name, value]) => claimOf(source, name, value));
  checkPlaces(source, claims, data.length);
  const tensors = claims.map(({ name, dtype, shape, begin, end }): Tensor => {
    if (!isFloatType(dtype)) {
      badFile(
        source,
        `'${name}' is of type ${dtype}; weights can be ${Object.keys(FLOATS).join(', ')}. ` +
          'Save it as float32.',
      );
    }
    return { name, shape, values: readFloats(data.subarray(begin, end), dtype) };
  });
  return metadata.has(VERSION_KEY)
    ? ownLayers(source, metadata, tensors)
    : layersByName(source, tensors, options);
}
