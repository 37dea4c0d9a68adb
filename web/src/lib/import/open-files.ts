// SPDX-License-Identifier: MIT
// The files as they can be read: gunzipped, taken out of archives, their form recognised.
import { ScratchpadError } from '../errors.ts';
import { type Bytes, only, unpacked } from '../unpack.ts';
import { type Form, formOf, isLitter, isPictureName } from './form.ts';
import type { Job } from './job.ts';
import type { InputFile } from './types.ts';
import { unzip } from './zip.ts';

/** A file whose form is known. */
export interface OpenFile {
  /** With its folders, and the archive that it was in. */
  readonly name: string;
  readonly form: Exclude<Form, 'zip'>;
  /** Pictures are read when it is their turn: there may be many. */
  readonly bytes: () => Promise<Uint8Array<ArrayBuffer>>;
}

function sizeOf(file: InputFile): number {
  if ('bytes' in file) return file.bytes.byteLength;
  return 'blob' in file ? file.blob.size : 0;
}

async function* piecesOf(file: InputFile): Bytes {
  if ('bytes' in file) {
    yield* only(file.bytes instanceof ArrayBuffer ? new Uint8Array(file.bytes) : file.bytes);
    return;
  }
  const stream = 'blob' in file ? file.blob.stream() : file.stream;
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}

const nameOf = ({ name, path }: InputFile): string => (path ?? name).replace(/^\/+/, '');

/** @throws ScratchpadError 'badData' for what is no file, such as the text of one */
function mustBeFile(file: unknown, i: number): void {
  const { name, path = '', bytes, blob, stream } = (file ?? {}) as Record<string, unknown>;
  const whole = bytes instanceof ArrayBuffer || bytes instanceof Uint8Array;
  const comes = whole || blob instanceof Blob || stream instanceof ReadableStream;
  if (typeof name === 'string' && typeof path === 'string' && comes) return;
  throw new ScratchpadError(
    'badData',
    `File ${i + 1} of the list must have a name, and bytes (ArrayBuffer, Uint8Array), a blob or a stream.`,
  );
}

/** All of a file, gunzipped where it is gzipped. */
async function readWhole(
  file: InputFile,
  onPiece: (bytes: number) => Promise<void>,
): Promise<Uint8Array<ArrayBuffer>> {
  const counted = async function* (): Bytes {
    for await (const piece of piecesOf(file)) {
      await onPiece(piece.length);
      yield piece;
    }
  };
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const part of unpacked(counted(), { name: nameOf(file) })) parts.push(part);
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/**
 * Opens the files, those of archives too. What is of no form that can be read is skipped.
 * @throws ScratchpadError 'badData' that names a file that is damaged
 */
export async function openFiles(files: readonly InputFile[], job: Job): Promise<OpenFile[]> {
  // By name: browsers hand them over in orders of their own, and what is set aside as test images
  // goes by the order.
  files.forEach(mustBeFile);
  const wanted = files
    .filter((file) => !isLitter(nameOf(file)))
    .sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : Number(nameOf(one) > nameOf(other))));
  const total = wanted.reduce((sum, file) => sum + sizeOf(file), 0);
  let done = 0;
  const opened: OpenFile[] = [];
  for (const file of wanted) {
    const name = nameOf(file);
    const read = () =>
      readWhole(file, (bytes) => {
        done += bytes;
        return job.turn(total > 0 ? done / total : 0);
      });
    if (isPictureName(name)) {
      opened.push({ name, form: 'picture', bytes: read });
      await job.turn(total > 0 ? done / total : 0);
    } else {
      opened.push(...(await openBytes(name, await read(), job)));
    }
  }
  return opened;
}

async function openBytes(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  job: Job,
): Promise<OpenFile[]> {
  const form = formOf(name, bytes);
  if (form === undefined) {
    const why =
      bytes.length === 0
        ? 'is empty.'
        : 'is of no form that can be read: IDX, CSV, PNG, JPEG, or a zip of images.';
    job.skip({ name, offset: 0, why });
    return [];
  }
  if (form !== 'zip') return [{ name, form, bytes: () => Promise.resolve(bytes) }];
  const inside: OpenFile[] = [];
  for (const entry of await unzip(name, bytes, job)) {
    const path = `${name}/${entry.path}`;
    const entryForm = formOf(path, entry.bytes);
    if (entryForm === 'zip') {
      job.skip({ name: path, why: 'is an archive within an archive. Unpack it first.' });
    } else if (entryForm === 'picture') {
      inside.push({ name: path, form: entryForm, bytes: () => Promise.resolve(entry.bytes) });
    } else {
      // MNIST's own files are gzipped, in archives too.
      const whole = await readWhole({ name: path, bytes: entry.bytes }, () => job.turn(0));
      inside.push(...(await openBytes(path, whole, job)));
    }
  }
  return inside;
}
