// SPDX-License-Identifier: MIT
// Which reader a file is for: by its content, since names lie.
import { finish } from './finish.ts';
import { readJson } from './json.ts';
import type { OpenedModel, OpenOptions } from './model.ts';
import { readNpz } from './npz-read.ts';
import { isNpy } from './npy-read.ts';
import { isOnnx } from './onnx/graph.ts';
import { readOnnx } from './onnx/read.ts';
import { refuseArray, refuseKeras, refusePickle, refuseUnknown } from './refused.ts';
import { isSafetensors, isTurned, readSafetensors } from './safetensors/read.ts';
import { badFile, type Found, type Source } from './source.ts';
import { fromZip, isZip, namesInZip } from './zip-reader.ts';

const isHdf5 = (bytes: Uint8Array): boolean =>
  [0x89, 0x48, 0x44, 0x46].every((byte, i) => bytes[i] === byte);

/** Protocol 2 and later; older ones begin with a text's letters. */
const isPickle = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x80 && (bytes[1] ?? 0) >= 2 && (bytes[1] ?? 0) <= 5;

/** '{', behind spaces and a mark of UTF-8. */
function isJson(bytes: Uint8Array): boolean {
  const first = bytes.findIndex((byte) => ![0x20, 9, 10, 13, 0xef, 0xbb, 0xbf].includes(byte));
  return bytes[first] === 0x7b;
}

/** What is in an archive decides whose it is. */
function readZip(source: Source, options: OpenOptions): Found {
  const names = namesInZip(source);
  const ends = (end: string) => names.filter((name) => name.endsWith(end));
  if (ends('.pkl').length > 0) refusePickle(source);
  if (ends('.h5').length > 0) refuseKeras(source);
  const [tensors] = ends('.safetensors');
  if (tensors !== undefined) return readSafetensors(fromZip(source, tensors), options);
  const arrays = ends('.npy');
  if (arrays.length > 0 && arrays.length === names.length) return readNpz(source, names, options);
  const [npz] = ends('.npz');
  if (npz !== undefined) {
    const inner = fromZip(source, npz);
    return readNpz(inner, namesInZip(inner), options);
  }
  return badFile(source, 'is a zip in which there is neither model.safetensors nor .npy arrays.');
}

function found(source: Source, options: OpenOptions): Found {
  const { bytes } = source;
  if (bytes.length === 0) badFile(source, 'is empty.');
  if (isSafetensors(bytes)) return readSafetensors(source, options);
  if (isTurned(bytes)) {
    badFile(
      source,
      'the length of its header (offset 0) is big-endian; safetensors has it little.',
    );
  }
  if (isZip(bytes)) return readZip(source, options);
  if (isHdf5(bytes)) return refuseKeras(source);
  if (isPickle(bytes)) return refusePickle(source);
  if (isNpy(bytes)) return refuseArray(source);
  if (isOnnx(bytes)) return readOnnx(source, options);
  return isJson(bytes) ? readJson(source) : refuseUnknown(source);
}

/** @throws ScratchpadError 'badData' that names the file, what is wrong in it, and what to do */
export const readModel = (source: Source, options: OpenOptions): OpenedModel =>
  finish(source, found(source, options));
