// SPDX-License-Identifier: MIT
// What makes the built page installable and usable offline: its manifest, and its service worker,
// which is given the list of all files to keep.
import type { Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

/** Paper, as in page.css; the page itself sets the colour that goes with its theme. */
const PAPER = '#fbf8f1';

const png = (name: string, size: number) => ({
  src: `./icons/${name}.png`,
  sizes: `${size}x${size}`,
  type: 'image/png',
});

/** A service worker rules over the folder it stands in, and is known by its name: isolate.js. */
export const offline = (): Plugin[] =>
  VitePWA({
    strategies: 'injectManifest',
    srcDir: 'src/service-worker',
    filename: 'isolate.ts',
    injectRegister: null, // page/storage/offline/ does, when the page is usable
    includeManifestIcons: false, // the browser keeps those itself
    manifest: {
      name: 'MLP Scratchpad',
      short_name: 'Scratchpad',
      description: 'Train a multi-layer perceptron in a browser tab, then draw a digit for it.',
      lang: 'en',
      start_url: './',
      scope: './',
      display: 'standalone',
      theme_color: PAPER,
      background_color: PAPER,
      categories: ['education'],
      icons: [
        { src: './favicon.svg', sizes: 'any', type: 'image/svg+xml' },
        png('icon-192', 192),
        png('icon-512', 512),
        { ...png('maskable-512', 512), purpose: 'maskable' },
      ],
    },
    injectManifest: {
      // The data is not here: it can change without the program. See service-worker/data.ts.
      globPatterns: [
        'index.html',
        'page.css',
        'favicon.svg',
        'mlp-scratchpad.js',
        'manifest.webmanifest',
        'assets/*',
      ],
      dontCacheBustURLsMatching: /^assets\//, // they have a hash in their names
      rollupFormat: 'iife', // a classic worker, which every browser knows
    },
  });

/** Takes itself away, and with it what an earlier build has kept. */
const NO_WORKER = `addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(registration.unregister()));
`;

/** `npm start -- --dev` at an address that a built page was at before. */
export function noWorkerInDevelopment(): Plugin {
  return {
    name: 'no-worker-in-development',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use('/isolate.js', (_, response) => {
        response.setHeader('Content-Type', 'text/javascript');
        response.end(NO_WORKER);
      });
    },
  };
}
