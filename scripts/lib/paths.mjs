// SPDX-License-Identifier: MIT
// Where things stand in the checkout. Every script takes its folders from here.
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));
export const inRoot = (...parts) => join(root, ...parts);

export const toolchainDir = inRoot('.toolchain');
export const cacheDir = inRoot('.cache');
export const buildDir = inRoot('build');
export const distDir = inRoot('dist');
export const publicDataDir = inRoot('web/public/data');
export const wasmOutDir = inRoot('web/src/lib/wasm');
export const bin = (name) => inRoot('node_modules/.bin', name);

/** True when the module with this `import.meta.url` is the script that node was asked to run. */
export const isMain = (url) => !!process.argv[1] && fileURLToPath(url) === resolve(process.argv[1]);
