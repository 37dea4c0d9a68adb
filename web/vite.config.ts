// SPDX-License-Identifier: MIT
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { formulas } from './formulas-plugin.ts';
import { shortLiterals } from './literals-plugin.ts';
import { threadsFromOwnFile } from './threads-plugin.ts';

/** The strictest policy the page runs under. A host may send it as a header too. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "worker-src 'self' blob:",
].join('; ');

/** Without these a browser shares no memory between threads. */
const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Puts the policy into the built page, so that it holds on any host. */
function policyInBuiltPage(): Plugin {
  return {
    name: 'policy-in-built-page',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY },
        injectTo: 'head-prepend',
      },
    ],
  };
}

export default defineConfig({
  root: here('.'),
  base: './', // any folder of any host
  plugins: [policyInBuiltPage(), formulas(), shortLiterals()],
  worker: { format: 'es', plugins: () => [threadsFromOwnFile()] },
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2022',
    // Every browser that has shared memory between threads knows modulepreload.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0, // a data: URL of the .wasm would break the policy
    rolldownOptions: {
      input: { index: here('index.html'), isolate: here('src/isolate/isolate.ts') },
      output: {
        // A service worker rules over the folder it stands in, and is known by its name.
        entryFileNames: ({ name }) =>
          name === 'isolate' ? 'isolate.js' : 'assets/[name]-[hash].js',
        // One file of all that the page begins with, though views that are loaded later share parts
        // of it: a browser asks for it once, and it packs better than thirty small ones.
        codeSplitting: {
          groups: [
            { name: 'index', tags: ['$initial'], test: (id) => !/[\\/]isolate[\\/]/.test(id) },
          ],
        },
      },
    },
  },
  // 'Show the code' reads the core's own files.
  server: { strictPort: false, headers: ISOLATION, fs: { allow: [here('..')] } },
  preview: {
    strictPort: false,
    headers: {
      ...ISOLATION,
      'Cache-Control': 'no-store',
      'Content-Security-Policy': CONTENT_SECURITY_POLICY,
    },
  },
});
