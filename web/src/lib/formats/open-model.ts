// SPDX-License-Identifier: MIT
import { ScratchpadError } from '../errors.ts';
import type { OpenedModel, OpenOptions } from './model.ts';

async function bytesOf(file: Uint8Array | ArrayBuffer | Blob): Promise<Uint8Array> {
  if (file instanceof Uint8Array) return file;
  if (file instanceof ArrayBuffer) return new Uint8Array(file);
  return new Uint8Array(await file.arrayBuffer());
}

/**
 * Opens a file of a network: safetensors, .npz, ONNX or JSON, of this library or (but for JSON) of
 * others, or a zip of this one with a model.safetensors in it. What it is, its content says. The
 * readers are loaded with the first call.
 * @param file a File's name stands in messages
 * @param options what a file of another program may not say
 * @returns what createTrainer() takes; `assumed` names what neither the file nor the options said
 * @throws ScratchpadError 'badData' that names what is wrong with the file, and where; 'badSetting'
 */
export async function openModel(
  file: Uint8Array | ArrayBuffer | Blob,
  options: OpenOptions = {},
): Promise<OpenedModel> {
  if (!(file instanceof Uint8Array || file instanceof ArrayBuffer || file instanceof Blob)) {
    const message = 'openModel() takes a Uint8Array, an ArrayBuffer, a Blob or a File.';
    throw new ScratchpadError('badData', message);
  }
  const { readModel } = await import('./read-model.ts');
  const { checkOpenOptions } = await import('./open-options.ts');
  checkOpenOptions(options);
  const name = file instanceof File ? file.name : 'model file';
  return readModel({ name, bytes: await bytesOf(file) }, options);
}
