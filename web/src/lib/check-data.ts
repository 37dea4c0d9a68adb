// SPDX-License-Identifier: MIT
// Images, labels and files that are not what they should be, named before they reach the worker.
import { ScratchpadError } from './errors.ts';
import type { Batch, IdxFiles, NamedBytes, Part } from './protocol.ts';

function bad(message: string): never {
  throw new ScratchpadError('badData', message);
}

/**
 * The bytes in a buffer of their own: a view of a large one would be sent with all of it.
 * @throws ScratchpadError 'badData' when they are not bytes
 */
export function compact(name: string, bytes: unknown): Uint8Array {
  if (!(bytes instanceof Uint8Array)) {
    return bad(`${name}: must be a Uint8Array of bytes from 0 to 255.`);
  }
  return bytes.byteLength < bytes.buffer.byteLength ? Uint8Array.from(bytes) : bytes;
}

export function compactBatch({ images, labels }: Batch): Batch {
  return { images: compact('images', images), labels: compact('labels', labels) };
}

/** @throws ScratchpadError 'badData' unless there is a label for each image of so many pixels */
export function mustFit(part: Part, images: Uint8Array, labels: Uint8Array, pixels: number): void {
  const needed = labels.length * pixels;
  if (labels.length > 0 && images.length === needed) return;
  bad(
    `${part} data: ${labels.length} labels need ${needed} pixels (${pixels} an image), ` +
      `but there are ${images.length}.`,
  );
}

/** The buffers of the four files. @throws ScratchpadError 'badData' that names the one amiss */
export function mustBeFiles(files: IdxFiles<NamedBytes>): ArrayBuffer[] {
  const roles = ['trainImages', 'trainLabels', 'testImages', 'testLabels'] as const;
  const buffers = roles.map((role) => {
    const file = files[role] as Partial<NamedBytes> | undefined;
    const { bytes, name = role } = file ?? {};
    if (!(bytes instanceof ArrayBuffer)) return bad(`${name}: bytes must be an ArrayBuffer.`);
    if (bytes.byteLength === 0) bad(`${name}: is empty, or was handed over before.`);
    return bytes;
  });
  if (new Set(buffers).size < buffers.length) bad('Two of the files share one buffer.');
  return buffers;
}
