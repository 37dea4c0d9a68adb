// SPDX-License-Identifier: MIT
// The core's own source text, as the build had it. Each file is loaded when it is asked for.
/// <reference types="vite/client" />

const ROOT = '../../../../../';

const FILES = import.meta.glob<string>(
  [
    '../../../../../cpp/src/{notes,methods}/*.cpp',
    '../../../../../cpp/src/insight/{walkthrough,gradient_check}.cpp',
    '../../../../../cpp/include/mlp/methods/*.h',
  ],
  { query: '?raw', import: 'default' },
);

/** @param path from the project's root, as in code-places.ts */
export async function loadSource(path: string): Promise<string> {
  const load = FILES[ROOT + path];
  if (!load) throw new Error(`${path} is not among the files that the page carries.`);
  return load();
}
