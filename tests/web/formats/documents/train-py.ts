// SPDX-License-Identifier: MIT
// train.py as people start it, its data, and what it writes.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { mnistFolder } from '../../shared-folder.ts';
import { findPython } from '../python.ts';
import { idxOf } from './run.ts';

export const TORCH = findPython('torch') ?? '';
export const mnist = mnistFolder();

export const NAMES = ['train-images', 'train-labels', 't10k-images', 't10k-labels'].map((name) =>
  name.endsWith('images') ? `${name}-idx3-ubyte` : `${name}-idx1-ubyte`,
);

/** The bytes of one of MNIST's files, behind its header. */
function bytesOf(name: string): Uint8Array {
  const path = join(mnist ?? '', name);
  const bytes = existsSync(path) ? readFileSync(path) : gunzipSync(readFileSync(`${path}.gz`));
  return new Uint8Array(bytes).subarray(name.includes('idx3') ? 16 : 8);
}

/** So many of the training images, in one file each as train.py reads them. */
export function dataIn(folder: string, images: number) {
  const [trainImages, trainLabels, testImages, testLabels] = NAMES.map(bytesOf) as [
    ...[Uint8Array, Uint8Array, Uint8Array, Uint8Array],
  ];
  const train = {
    images: trainImages.slice(0, 784 * images),
    labels: trainLabels.slice(0, images),
  };
  const part = { images: testImages.slice(), labels: testLabels.slice() };
  writeFileSync(join(folder, NAMES[0] ?? ''), idxOf(train.images, images, 28, 28));
  writeFileSync(join(folder, NAMES[1] ?? ''), idxOf(train.labels, images));
  writeFileSync(join(folder, NAMES[2] ?? ''), idxOf(part.images, 10_000, 28, 28));
  writeFileSync(join(folder, NAMES[3] ?? ''), idxOf(part.labels, 10_000));
  return { train, test: part };
}

/** A port that is free now. */
const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });

/** Starts train.py in so many processes, as torchrun does, and gives what the first one says. */
export async function trainPy(folder: string, processes: number, args: readonly string[]) {
  const port = String(await freePort());
  const all = Array.from({ length: processes }, (_, rank) => {
    const env = {
      ...process.env,
      ...{ RANK: String(rank), LOCAL_RANK: String(rank), WORLD_SIZE: String(processes) },
      ...{ MASTER_ADDR: '127.0.0.1', MASTER_PORT: port, OMP_NUM_THREADS: '1' },
    };
    const child = spawn(TORCH, ['train.py', ...args], { cwd: folder, env });
    let [said, wrong] = ['', ''];
    child.stdout.on('data', (piece: Buffer) => (said += piece.toString()));
    child.stderr.on('data', (piece: Buffer) => (wrong += piece.toString()));
    return new Promise<string>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => {
        if (code === 0) resolve(said);
        else reject(new Error(`process ${rank}: ${wrong}`));
      });
    });
  });
  return (await Promise.all(all)).join('');
}

/** What the file that train.py wrote says, by a reader of the test's own. */
export function written(folder: string) {
  const bytes = readFileSync(join(folder, 'model-trained.safetensors'));
  const start = 8 + Number(bytes.readBigUInt64LE(0));
  const { __metadata__: metadata, ...header } = JSON.parse(
    bytes.subarray(8, start).toString(),
  ) as Record<string, { data_offsets: [number, number] }> & {
    __metadata__: Record<'epochs' | 'updates' | 'optimizer', string>;
  };
  const tensor = (name: string): Float32Array => {
    const [from, to] = header[name]?.data_offsets ?? [0, 0];
    return new Float32Array(Uint8Array.from(bytes.subarray(start + from, start + to)).buffer);
  };
  return { metadata, tensor };
}
