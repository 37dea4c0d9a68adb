// SPDX-License-Identifier: MIT
// Files of a data set as they come: checked and gunzipped on the way, never held as a whole.
import { sha256 } from '@noble/hashes/sha2.js'; // crypto.subtle wants a file whole, and HTTPS
import { bytesToHex } from '@noble/hashes/utils.js';
import { badFile } from './idx-reader.ts';
import { ScratchpadError } from './errors.ts';
import type { FileLabel } from './idx-files.ts';

/** Bytes in the pieces that they come in. */
export type Bytes = AsyncIterable<Uint8Array<ArrayBuffer>>;

/** Decompressors and hashes get no more at once, so that others have their turn between. */
const PIECE = 1 << 16;

/** SHA-256 of the parts one after another, in hexadecimal. */
export function checksum(parts: readonly Uint8Array[]): string {
  const hash = sha256.create();
  for (const part of parts) hash.update(part);
  return bytesToHex(hash.digest());
}

/** The same bytes; at their end an error, unless they are those that were meant. */
async function* checked(source: Bytes, { name, sha256: expected }: FileLabel) {
  const hash = sha256.create();
  let length = 0;
  for await (const chunk of source) {
    for (let at = 0; at < chunk.length; at += PIECE) {
      const piece = chunk.subarray(at, at + PIECE);
      if (expected !== undefined) hash.update(piece);
      length += piece.length;
      yield piece;
    }
  }
  if (expected === undefined || bytesToHex(hash.digest()) === expected) return;
  throw new ScratchpadError(
    'badData',
    `${name}: has ${length} bytes, but they are not those that were meant (SHA-256 differs): ` +
      'the file is damaged or was changed on the way. Reload the page, or put the file there again.',
  );
}

/** Bytes that have been read, and those that follow. */
async function* after(
  first: Uint8Array<ArrayBuffer>,
  rest: AsyncIterator<Uint8Array<ArrayBuffer>>,
) {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

async function* gunzipped(packed: Bytes, name: string) {
  const { readable, writable } = new DecompressionStream('gzip');
  let failure: { readonly reason: unknown } | undefined;
  void feed(packed, writable, (reason) => (failure = { reason }));
  const reader = readable.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } catch {
    // What the source itself failed with comes out as it is.
    if (failure) throw failure.reason;
    badFile(name, 'is gzipped, but damaged or cut off.');
  } finally {
    // Not waited for: where the reader was left early, the source may not say another word.
    void reader.cancel().catch(() => undefined);
  }
}

/** Writes what there is and closes. */
async function feed(
  source: Bytes,
  writable: WritableStream<Uint8Array<ArrayBuffer>>,
  onFailure: (reason: unknown) => void,
): Promise<void> {
  const writer = writable.getWriter();
  // That it cannot take what it is given is seen where it is read.
  const write = (piece: Uint8Array<ArrayBuffer>) =>
    writer.write(piece).then(
      () => true,
      () => false,
    );
  try {
    for await (const piece of source) if (!(await write(piece))) return;
  } catch (error) {
    onFailure(error);
    await writer.abort(error).catch(() => undefined);
  }
  await writer.close().catch(() => undefined);
}

/**
 * A file's bytes as they are, or gunzipped when they begin with gzip's mark 1f 8b. Throws 'badData'
 * that names the file when it is damaged, or when its checksum, which is known last, is another.
 */
export async function* unpacked(source: Bytes, file: FileLabel): Bytes {
  const bytes = checked(source, file)[Symbol.asyncIterator]();
  try {
    let first = new Uint8Array();
    // A mark that comes in two pieces is one all the same.
    for (let next = await bytes.next(); !next.done; next = await bytes.next()) {
      first = first.length === 0 ? next.value : Uint8Array.from([...first, ...next.value]);
      if (first.length >= 2) break;
    }
    const all = after(first, bytes);
    yield* first[0] === 0x1f && first[1] === 0x8b ? gunzipped(all, file.name) : all;
  } finally {
    void bytes.return(undefined).catch(() => undefined);
  }
}

/** The bytes as they are, or gunzipped when they begin with gzip's mark 1f 8b. */
export async function gunzip(bytes: Uint8Array<ArrayBuffer>, name: string): Promise<Uint8Array> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const part of unpacked(only(bytes), { name })) parts.push(part);
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** Bytes that are all there. */
// eslint-disable-next-line @typescript-eslint/require-await -- those of others are awaited
export async function* only(bytes: Uint8Array<ArrayBuffer>): Bytes {
  yield bytes;
}
