// SPDX-License-Identifier: MIT
// The weight of the built page: everything needed before `Train` works, the data apart, by gzip -9.
// Fails where it is over the budget. `npm test` runs it; `node scripts/weight.mjs` prints it,
// with --json for programs.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { bad, good, heading, main } from './lib/log.mjs';
import { pageWeight } from './lib/page-weight.mjs';
import { distDir, isMain } from './lib/paths.mjs';

/** In bytes; 200 KB. */
const BUDGET = 200_000;

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1).padStart(6)} KB`;

const weigh = (dist) => pageWeight(dist, readdirSync(join(dist, 'assets')));

/** Prints each file; counts one check for each kind of browser. */
export function checkWeight(dist = distDir) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const [kind, files] of Object.entries(weigh(dist))) {
    const total = files.reduce((sum, { packed }) => sum + packed, 0);
    const fits = total <= BUDGET;
    const verdict = fits ? good('within') : bad('over');
    console.log(`\n   Before Train works, in a browser with ${kind}:`);
    for (const { file, bytes, packed } of files.sort((a, b) => b.packed - a.packed)) {
      console.log(`   ${kilobytes(packed)} of ${kilobytes(bytes)}  ${file}`);
    }
    console.log(`   ${kilobytes(total)} in all, ${verdict} the budget of${kilobytes(BUDGET)}`);
    counts[fits ? 'passed' : 'failed'] += 1;
  }
  return counts;
}

if (isMain(import.meta.url)) {
  await main(async () => {
    if (process.argv.includes('--json')) return console.log(JSON.stringify(weigh(distDir)));
    heading('Weight of the page');
    if (checkWeight().failed > 0) process.exitCode = 1;
  });
}
