// SPDX-License-Identifier: MIT
// Files of safetensors, made by hand, and what must become of bad ones.
import { expect } from 'vitest';
import { openModel } from '../../../build/package/index.js';
import { toUtf8 } from '../../../web/src/lib/formats/bytes.ts';

export type Bytes = Uint8Array<ArrayBuffer>;
type Header = Record<string, unknown>;
export interface Entry {
  dtype: string;
  shape: number[];
  data_offsets: number[];
}

/** A safetensors file from its header's text and its data. */
export function safetensors(
  header: string | Header,
  data = new Uint8Array(),
  length?: number,
): Bytes {
  const json = toUtf8(typeof header === 'string' ? header : JSON.stringify(header));
  const bytes = new Uint8Array(8 + json.length + data.length);
  new DataView(bytes.buffer).setUint32(0, length ?? json.length, true);
  bytes.set(json, 8);
  bytes.set(data, 8 + json.length);
  return bytes;
}

/** A network of 2-2 as PyTorch would write it, with something changed. */
export function tensors(change: (header: Record<string, Entry>) => void = () => undefined): Header {
  const header = {
    '0.weight': { dtype: 'F32', shape: [2, 2], data_offsets: [0, 16] },
    '0.bias': { dtype: 'F32', shape: [2], data_offsets: [16, 24] },
  };
  change(header);
  return header;
}

export const of = (entry: Partial<Entry>, name = '0.weight') =>
  tensors((header) => (header[name] = { ...header[name], ...entry } as Entry));

export const DATA = new Uint8Array(24);

export const failing = async (bytes: Bytes, message: RegExp): Promise<void> => {
  const began = performance.now();
  await expect(openModel(new File([Uint8Array.from(bytes)], 'x.bin'))).rejects.toMatchObject({
    name: 'ScratchpadError',
    code: 'badData',
    message: expect.stringMatching(message) as string,
  });
  await expect(openModel(new File([Uint8Array.from(bytes)], 'x.bin'))).rejects.toThrow(/^x\.bin/);
  expect(performance.now() - began).toBeLessThan(2000);
};
