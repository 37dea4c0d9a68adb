// SPDX-License-Identifier: MIT
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** A folder of test data beside the checkout, which is never part of it; null where it is missing. */
export function sharedFolder(name: string): string | null {
  const folder = resolve(process.env.MLP_SHARED ?? resolve(root, '../shared'), 'data', name);
  return existsSync(folder) ? folder : null;
}

/** The folder with MNIST's four files, packed or not; null where there is none. */
export function mnistFolder(): string | null {
  const folders = [process.env.MNIST_DIR, resolve(root, '.cache/mnist'), sharedFolder('mnist')];
  return folders.find((folder) => folder && hasMnist(folder)) ?? null;
}

const hasMnist = (folder: string): boolean =>
  ['', '.gz'].some((end) => existsSync(resolve(folder, `t10k-images-idx3-ubyte${end}`)));
