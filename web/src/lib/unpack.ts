// SPDX-License-Identifier: MIT
import { sha256 } from '@noble/hashes/sha2.js'; // crypto.subtle is missing on pages without HTTPS
import { bytesToHex } from '@noble/hashes/utils.js';
import { type LabelledImages, pairImagesWithLabels, parseIdx } from './dataset.ts';
import { ScratchpadError } from './errors.ts';
import type { IdxFiles, NamedBytes } from './protocol.ts';

/** SHA-256 of the parts one after another, in hexadecimal. */
export function checksum(parts: readonly Uint8Array[]): string {
  const hash = sha256.create();
  for (const part of parts) hash.update(part);
  return bytesToHex(hash.digest());
}

/** The bytes as they are, or gunzipped when they begin with gzip's mark 1f 8b. */
export async function gunzip(bytes: Uint8Array<ArrayBuffer>, name: string): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch {
    throw new ScratchpadError(
      'badData',
      `${name}: is gzipped, but damaged or cut off. Get the file again and retry.`,
    );
  }
}

async function readFile({ name, bytes, sha256: expected }: NamedBytes) {
  const raw = new Uint8Array(bytes);
  if (expected !== undefined && checksum([raw]) !== expected) {
    throw new ScratchpadError(
      'badData',
      `${name}: has ${raw.length} bytes, but they are not those that were meant (SHA-256 differs): ` +
        'the file is damaged or was changed on the way. Reload the page, or put the file there again.',
    );
  }
  return parseIdx(await gunzip(raw, name), name);
}

/**
 * Unpacks and checks the four files of a data set.
 * @param onProgress called with 0 ... 1
 * @throws ScratchpadError 'badData' that names the file
 */
export async function unpack(
  files: IdxFiles<NamedBytes>,
  onProgress: (fraction: number) => void,
): Promise<{ train: LabelledImages; test: LabelledImages }> {
  const { trainImages, trainLabels, testImages, testLabels } = files;
  const read = async (images: NamedBytes, labels: NamedBytes, begin: number, end: number) => {
    const imagesIdx = await readFile(images);
    onProgress((begin + end) / 2);
    const pair = pairImagesWithLabels(imagesIdx, await readFile(labels), images.name, labels.name);
    onProgress(end);
    return pair;
  };
  const test = await read(testImages, testLabels, 0, 0.15);
  const train = await read(trainImages, trainLabels, 0.15, 0.9);
  return { train, test };
}
