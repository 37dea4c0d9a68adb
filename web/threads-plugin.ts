// SPDX-License-Identifier: MIT
// Emscripten's modules with threads start each thread from their own file. A bundler takes that for
// a second program and would ship, and let the reader download, the same code twice.
import type { Plugin } from 'vite';

const MODULE = /\/mlp(-turbo)?-threads\.mjs$/;
const OWN_FILE = /new URL\("mlp(-turbo)?-threads\.mjs",\s*import\.meta\.url\)/g;

/** Of the bundles of workers: a thread is started from the very chunk that asks for it. */
export function threadsFromOwnFile(): Plugin {
  return {
    name: 'threads-from-own-file',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!MODULE.test(id)) return null;
      if (code.search(OWN_FILE) < 0) this.error(`${id} starts its threads in some other way`);
      return { code: code.replace(OWN_FILE, 'import.meta.url'), map: null };
    },
  };
}
