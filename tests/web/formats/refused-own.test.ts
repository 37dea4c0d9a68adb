// SPDX-License-Identifier: MIT
// Files of ours in which one field is not what it should be, or is not there.
import { expect, test } from 'vitest';
import { openModel } from '../../../build/package/index.js';
import { exportModel } from '../../../web/src/lib/formats/export-model.ts';
import { type Bytes, failing, safetensors } from './made-up-tensors.ts';
import { modelOf } from './networks.ts';

test('another size of the network, and other fields that are not right, of files of ours', async () => {
  const { snapshot, notes } = await modelOf({ layers: [784, 10] });
  const file = await exportModel({ snapshot, notes }, 'safetensors');
  const length = new DataView(file.buffer).getUint32(0, true);
  const text = new TextDecoder().decode(file.subarray(8, 8 + length));
  const changed = (from: string | RegExp, to: string) => {
    expect(text).toMatch(from);
    return safetensors(text.replace(from, to), file.subarray(8 + length));
  };
  const json = (value: unknown) => JSON.stringify(JSON.stringify(value));
  const cases: [Bytes, RegExp][] = [
    [
      changed(/"mlp_scratchpad":"1"/, '"mlp_scratchpad":"2"'),
      /its version is 2, and only version 1/,
    ],
    [changed('[784,10]', '[784,11]'), /'0.weight' is 10 x 784; the layers .* 11 x 784/],
    [changed('[784,10]', '[784,1e9]'), /its network is none: layers: must be a whole number/],
    [changed('[784,10]', '[784,[10]]'), /its network is none: layers/],
    [changed('"hidden":"relu"', '"hidden":"swish"'), /hidden: must be one of relu/],
    [changed('"epochs":"0"', '"epochs":"-1"'), /epochs must be a whole number/],
    [changed('"math":"reproducible"', '"math":"magic"'), /math: must be one of/],
    [changed('"width":"28"', '"width":"27"'), /27 x 28 pixels are not the 784/],
    [changed(/"pixels":"[^}]*}"/, `"pixels":${json({ scale: 'x' })}`), /metadata.pixels must have/],
    [
      changed(/"figures":"[^}]*}"/, `"figures":${json({ ...notes.figures, testCost: '1' })}`),
      /testCost: must be a num/,
    ],
    [changed(/"classes":"(\\.|[^"])*"/, `"classes":${json(['a'])}`), /classes: must be 10 names/],
    [
      changed(/"training":"[^}]*}"/, `"training":${json({ learningRate: -1 })}`),
      /learningRate: must/,
    ],
    [changed(/"training":"[^}]*}"/, `"training":${json({ speed: 1 })}`), /speed: .* knows no such/],
    [changed('"0.weight"', '"1.weight"'), /'0.weight' is missing/],
    [changed(/\\"method\\":\\"sgd/, '\\"method\\":\\"adam'), /'memory.first.' tensors are missing/],
    [changed(/\\"method\\":\\"sgd/, '\\"method\\":\\"tofu'), /optimizer/],
    [changed(/"sha256":"./, '"sha256":"x'), /weights are not those of the SHA-256/],
  ];
  for (const [bytes, message] of cases) await failing(bytes, message);
  // The same file with its numbers big-endian.
  const numbers = file.slice();
  for (let at = 8 + length; at < file.length; at += 4) numbers.subarray(at, at + 4).reverse();
  await failing(numbers, /W_1 has|SHA-256/);
  // Nothing of what an older version did not write is missed.
  for (const name of ['training', 'figures', 'pixels', 'name', 'place', 'lastGood', 'sha256']) {
    const older = changed(new RegExp(`,"${name}":"(\\\\.|[^"])*"`), '').slice();
    const opened = await openModel(older).catch((error: unknown) => error);
    expect(opened).toHaveProperty('snapshot.sha256', snapshot.sha256);
  }
});
