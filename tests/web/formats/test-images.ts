// SPDX-License-Identifier: MIT
// A thousand images to compare answers on: of MNIST's test set, or generated where that is missing.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Trainer } from '../../../build/package/index.js';
import { mnistFolder } from '../shared-folder.ts';

const COUNT = 1000;
const HEADER = 16;

export async function testImages(trainer: Trainer): Promise<Uint8Array> {
  const packed = join(mnistFolder() ?? '', 't10k-images-idx3-ubyte.gz');
  if (existsSync(packed)) {
    return new Uint8Array(gunzipSync(readFileSync(packed))).slice(HEADER, HEADER + COUNT * 784);
  }
  return (await trainer.digits({ seed: 77, count: COUNT, hands: 'other' })).images;
}
