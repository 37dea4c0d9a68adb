// SPDX-License-Identifier: MIT
// The files that Trainer.loadIdx() takes.
import { badData } from './errors.ts';
import { FILE_ROLES, type FileLabel, type IdxFiles } from './idx-files.ts';

/** One file of a data set, whole. */
export interface NamedBytes extends FileLabel {
  readonly bytes: ArrayBuffer | Uint8Array;
}

/** One file of a data set, as it comes: of fetch(), of File.stream() ... */
export interface NamedStream extends FileLabel {
  readonly stream: ReadableStream<Uint8Array>;
}

export type IdxSource = NamedBytes | NamedStream;

/** @throws ScratchpadError 'badData' that names the file that is amiss */
export function mustBeFiles(files: IdxFiles<IdxSource>): void {
  const sources = FILE_ROLES.map((role) => {
    const file = files[role] as Partial<NamedBytes & NamedStream> | undefined;
    const { bytes, stream, name = role } = file ?? {};
    if (stream instanceof ReadableStream) {
      if (stream.locked) badData(`${name}: its stream is being read already.`);
      return stream;
    }
    if (!(bytes instanceof ArrayBuffer || bytes instanceof Uint8Array)) {
      return badData(`${name}: bytes must be an ArrayBuffer or a Uint8Array.`);
    }
    if (bytes.byteLength === 0) badData(`${name}: is empty, or was handed over before.`);
    // Views are copied, and may be of one buffer.
    return bytes instanceof ArrayBuffer ? bytes : Symbol(name);
  });
  if (new Set<unknown>(sources).size < sources.length)
    badData('Two of the files share one buffer.');
}
