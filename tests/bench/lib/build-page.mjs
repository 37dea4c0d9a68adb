// SPDX-License-Identifier: MIT
// The package as a page gets it: bundled by Vite with the settings of our own page, since a worker
// has no import map for the package's dependencies.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfigFromFile, mergeConfig, build as viteBuild } from 'vite';
import { build } from '../../../scripts/build.mjs';
import { UserError, heading } from '../../../scripts/lib/log.mjs';
import { buildDir, distDir, inRoot } from '../../../scripts/lib/paths.mjs';

/** The modules of page/ that use the package. */
const ENTRIES = ['ours', 'latency', 'memory'];

/** Holds ours.js, a module with what page/ours.mjs exports, and its like, after buildPage(). */
export const oursDir = join(buildDir, 'bench/ours');

/**
 * Bundles the package, made anew where it is out of date and `asNeeded`; dist/ too where the
 * benchmark measures the page.
 */
export async function buildPage({ asNeeded, page = false }) {
  if (asNeeded) await build({ page });
  const library = join(buildDir, 'package/index.js');
  for (const file of [library, ...(page ? [join(distDir, 'index.html')] : [])]) {
    if (!existsSync(file)) throw new UserError(`${file} is missing: leave --no-build out.`);
  }
  heading('Page of the benchmark');
  const file = inRoot('web/vite.config.ts');
  const { config } = await loadConfigFromFile({ command: 'build', mode: 'production' }, file);
  // These entries in the place of the page's own, to which a merge would only add.
  delete config.build.rolldownOptions;
  const own = {
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    resolve: { alias: { 'mlp-scratchpad': library } },
    build: {
      outDir: oursDir,
      emptyOutDir: true,
      rolldownOptions: {
        input: ENTRIES.map((name) => inRoot(`tests/bench/page/${name}.mjs`)),
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: '[name].js' },
      },
    },
  };
  await viteBuild(mergeConfig(config, own));
}
