// SPDX-License-Identifier: MIT
// Files that are known and not opened: what they are, why not, and what to do instead.
import { badFile, type Source } from './source.ts';

/** One line of Python that makes a file of this one's weights which can be opened. */
const FROM_TORCH =
  "python3 -c \"import torch, numpy; numpy.savez('model.npz', **{k: v.numpy() for k, v in " +
  "torch.load('model.pt', map_location='cpu', weights_only=True).items()})\"";
const FROM_KERAS =
  "python3 -c \"import keras, numpy; numpy.savez('model.npz', " +
  "*keras.models.load_model('model.keras').get_weights())\"";

/** A pickle can hold any code, which reading it runs. */
export const refusePickle = (source: Source): never =>
  badFile(
    source,
    'is a pickle of Python (.pt, .pth, .pkl), which can hold code and is never run here. ' +
      `Where you trust it, make a file of its weights: ${FROM_TORCH}`,
  );

export const refuseKeras = (source: Source): never =>
  badFile(
    source,
    'is a file of Keras or HDF5 (.keras, .h5), which cannot be read here. ' +
      `Make a file of its weights: ${FROM_KERAS}`,
  );

export const refuseArray = (source: Source): never =>
  badFile(
    source,
    'is one array of NumPy (.npy), and a network has several: save them together, as ' +
      "numpy.savez('model.npz', W1=W1, b1=b1, W2=W2, b2=b2).",
  );

export function refuseUnknown(source: Source): never {
  const bytes = Array.from(source.bytes.subarray(0, 8), (x) => x.toString(16).padStart(2, '0'));
  badFile(
    source,
    `is no file of a network that is known here (${source.bytes.length} bytes, the first ` +
      `${bytes.join(' ')}). safetensors, .npz, ONNX, and what was saved here can be opened.`,
  );
}
