// SPDX-License-Identifier: MIT
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { elementScript, withoutPreload } from './element-plugin.ts';
import { formulas } from './formulas-plugin.ts';
import { shortLiterals } from './literals-plugin.ts';
import { noWorkerInDevelopment, offline } from './offline-plugin.ts';
import { contentSecurityPolicy } from './policy.ts';
import { threadsFromOwnFile } from './threads-plugin.ts';

/** MLP_CONNECT: hosts that networks may be fetched from; see README, 'Hand a model to others'. */
const CONTENT_SECURITY_POLICY = contentSecurityPolicy(process.env.MLP_CONNECT);

/** Without these a browser shares no memory between threads. */
const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  // Isolates a lab in a frame, whatever the page round it sends; Chromium alone knows it.
  'Document-Isolation-Policy': 'isolate-and-require-corp',
  // Isolated pages may show the lab in a frame.
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

/** What begins by itself; all else waits until it is asked for. */
const ENTRY = /[\\/](index\.html|page[\\/](main|element)\.ts)$/;

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
  plugins: [
    policyInBuiltPage(),
    elementScript(),
    withoutPreload(),
    formulas(),
    shortLiterals(),
    offline(),
    noWorkerInDevelopment(),
  ],
  worker: { format: 'es', plugins: () => [threadsFromOwnFile()] },
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false, // see withoutPreload()
    assetsInlineLimit: 0, // a data: URL of the .wasm would break the policy
    rolldownOptions: {
      preserveEntrySignatures: 'exports-only', // of what mlp-scratchpad.js calls
      input: {
        index: here('index.html'),
        element: here('src/page/element.ts'),
      },
      output: {
        // One file of all that the page begins with, though views that are loaded later share parts
        // of it: a browser asks for it once, and it packs better than thirty small ones.
        codeSplitting: {
          groups: [{ name: 'lab', tags: ['$initial'], test: (id) => !ENTRY.test(id) }],
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
