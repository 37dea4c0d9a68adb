// SPDX-License-Identifier: MIT
// The data as IDX files in build/bench/data/, which the pages and PyTorch read alike: MNIST, and
// noise without a zero byte, of which nothing can be skipped.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ensureData } from '../../../scripts/data.mjs';
import { UserError } from '../../../scripts/lib/log.mjs';
import { buildDir, publicDataDir } from '../../../scripts/lib/paths.mjs';

export const dataDir = join(buildDir, 'bench/data');

const PIXELS = 784;
const NOISE_IMAGES = 60_000;

/** A generator of its own (mulberry32): the same noise at each run. */
function makeRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function idx(dimensions, fill) {
  const header = 4 + 4 * dimensions.length;
  const size = dimensions.reduce((product, length) => product * length, 1);
  const bytes = Buffer.alloc(header + size);
  bytes.writeUInt32BE(0x0800 + dimensions.length, 0);
  dimensions.forEach((length, i) => bytes.writeUInt32BE(length, 4 + 4 * i));
  for (let i = header; i < bytes.length; i += 1) bytes[i] = fill();
  return bytes;
}

function writeNoise() {
  const random = makeRandom(1);
  const gaussian = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const pixel = () => Math.min(255, Math.max(1, Math.round(128 + 40 * gaussian())));
  const images = idx([NOISE_IMAGES, 28, PIXELS / 28], pixel);
  const labels = idx([NOISE_IMAGES], () => Math.floor(10 * random()));
  writeFileSync(join(dataDir, 'noise-train-images.idx'), images);
  // The last of them, so that it being there tells that all are.
  writeFileSync(join(dataDir, 'noise-train-labels.idx'), labels);
}

async function writeMnist() {
  const mnist = await ensureData();
  if (!mnist) {
    throw new UserError(
      'The benchmarks need MNIST: set MNIST_DIR to a folder with its four files.',
    );
  }
  const names = {
    trainImages: 'train-images',
    trainLabels: 'train-labels',
    testImages: 'test-images',
    testLabels: 'test-labels',
  };
  for (const [key, name] of Object.entries(names)) {
    const bytes = readFileSync(join(publicDataDir, mnist.files[key].path));
    const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
    writeFileSync(join(dataDir, `mnist-${name}.idx`), packed ? gunzipSync(bytes) : bytes);
  }
}

/** Makes the files of both data sets. */
export async function ensureDatasets() {
  mkdirSync(dataDir, { recursive: true });
  await writeMnist();
  if (!existsSync(join(dataDir, 'noise-train-labels.idx'))) writeNoise();
}
