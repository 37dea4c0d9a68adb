// SPDX-License-Identifier: MIT
// Files for the worker: those that are there move to it, those that come by a stream follow in
// chunks. (Streams themselves cannot be moved in Safari.)
import { compact } from './check-data.ts';
import type { Client } from './client.ts';
import { type ErrorMessage, messageOf, ScratchpadError, toErrorMessage } from './errors.ts';
import { FILE_ROLES, type FileRole, type IdxFiles } from './idx-files.ts';
import type { IdxSource, NamedStream } from './idx-source.ts';
import type { Chunk, FileToLoad, Listeners } from './protocol.ts';
import type { DataInfo } from './results.ts';

/** Chunks of a file that are on their way at once; more would pile up where nobody reads them. */
const AHEAD = 4;

const copyOf = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;

/** The files as they are asked with, and the buffers among them. */
function toAsk(files: IdxFiles<IdxSource>) {
  const buffers: ArrayBuffer[] = [];
  const one = (role: FileRole): FileToLoad => {
    const { name, sha256 } = files[role];
    const file = files[role];
    if (!('bytes' in file)) return { name, sha256 };
    const bytes = file.bytes instanceof ArrayBuffer ? file.bytes : copyOf(file.bytes);
    buffers.push(bytes);
    return { name, sha256, bytes };
  };
  const ask = {
    trainImages: one('trainImages'),
    trainLabels: one('trainLabels'),
    testImages: one('testImages'),
    testLabels: one('testLabels'),
  };
  return { ask, buffers };
}

/** Why a file comes no further, for those that wait for it in the worker. */
function toReason(name: string, error: unknown): ErrorMessage {
  if (error instanceof ScratchpadError) return toErrorMessage(error);
  const what = messageOf(error);
  return { code: 'badData', message: `${name}: could not be read to its end (${what}).` };
}

/** Reads one file and sends it, as quickly as it is taken. */
async function sendStream(
  { name, stream }: NamedStream,
  signal: AbortSignal,
  send: (chunk: Chunk, transfer: ArrayBuffer[]) => Promise<unknown>,
): Promise<void> {
  const reader = stream.getReader();
  const cancel = (): void => void reader.cancel(signal.reason).catch(() => undefined);
  signal.addEventListener('abort', cancel);
  const onTheWay: Promise<unknown>[] = [];
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const { buffer } = compact(name, next.value) as Uint8Array<ArrayBuffer>;
      const sent = send({ type: 'bytes', bytes: buffer }, [buffer]);
      // That the worker is gone is told by loadIdx.
      onTheWay.push(sent.catch(() => undefined));
      if (onTheWay.length >= AHEAD) await onTheWay.shift();
      if (signal.aborted) return;
    }
    await send({ type: 'end' }, []);
  } catch (error) {
    await send({ type: 'error', error: toReason(name, error) }, []).catch(() => undefined);
    throw error;
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

/**
 * Has the worker load the files.
 * @throws what a stream failed with, or ScratchpadError
 */
export async function sendFiles(
  client: Client,
  files: IdxFiles<IdxSource>,
  on: Listeners<'loadIdx'>,
): Promise<DataInfo> {
  const { ask, buffers } = toAsk(files);
  const over = new AbortController();
  let failure: { readonly reason: unknown } | undefined;
  const sendAll = (load: number): void => {
    for (const file of FILE_ROLES) {
      const source = files[file];
      if (!('stream' in source)) continue;
      const send = (chunk: Chunk, transfer: ArrayBuffer[]) =>
        client.ask('chunk', { load, file, chunk }, { transfer });
      sendStream(source, over.signal, send).catch((reason: unknown) => {
        failure ??= { reason };
      });
    }
  };
  try {
    const options = { on, onSent: sendAll, transfer: buffers };
    return await client.ask('loadIdx', { files: ask }, options);
  } catch (error) {
    // As it was thrown here, not as it came back.
    throw failure ? failure.reason : error;
  } finally {
    over.abort();
  }
}
