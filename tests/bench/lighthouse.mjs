// SPDX-License-Identifier: MIT
// `npm run bench:lighthouse`: what Lighthouse says of the built page, as a phone and as a desktop
// would load it. The page is served packed by gzip and cached, as static hosts do, without the
// headers of isolation (the page then sees to them itself). --no-build takes dist/ as it is.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from '../../scripts/build.mjs';
import { ensureChromium } from '../../scripts/lib/chromium.mjs';
import { bad, good, heading, main, note, UserError } from '../../scripts/lib/log.mjs';
import { sha256 } from '../../scripts/lib/mnist.mjs';
import { buildDir, distDir, inRoot } from '../../scripts/lib/paths.mjs';
import { run, tryRun } from '../../scripts/lib/run.mjs';
import { readOptions } from './lib/options.mjs';

const folder = inRoot('tests/bench/lighthouse');
const CATEGORIES = ['performance', 'accessibility', 'best-practices'];
/** Of 100, in each of them. */
const LEAST = 95;
/** Lighthouse's own ideas of a slow phone, and of a desktop. */
const DEVICES = { phone: [], desktop: ['--preset=desktop'] };
const FLAGS =
  '--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run ' +
  '--disable-background-networking --disable-component-update --disable-sync';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** `npm ci` in lighthouse/, where it has not been done. */
async function install() {
  const lock = sha256(readFileSync(join(folder, 'package-lock.json')));
  const stamp = join(folder, 'node_modules/.installed-from');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  heading('Lighthouse: npm ci in tests/bench/lighthouse');
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--fetch-timeout=60000'];
  await run('npm', args, { cwd: folder, timeout: 600_000, what: 'npm ci' });
  writeFileSync(stamp, lock);
}

/** Serves dist/ as a static host does. */
async function serve() {
  const packed = new Map();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const path = join(distDir, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    if (!path.startsWith(distDir) || !existsSync(path)) return response.writeHead(404).end();
    const type = TYPES[extname(path)];
    response.setHeader('Content-Type', type ?? 'application/octet-stream');
    response.setHeader('Cache-Control', 'max-age=600');
    if (!type) return response.end(readFileSync(path)); // the data, which is packed already
    if (!packed.has(path)) packed.set(path, gzipSync(readFileSync(path), { level: 9 }));
    response.setHeader('Content-Encoding', 'gzip');
    return response.end(packed.get(path));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { server, url: `http://127.0.0.1:${server.address().port}/` };
}

/** @returns the scores by category, of 100 */
async function examine(device, url, out) {
  const file = join(out, `lighthouse-${device}.json`);
  const cli = join(folder, 'node_modules/lighthouse/cli/index.js');
  const args = [
    cli,
    url,
    '--quiet',
    '--output=json',
    `--output-path=${file}`,
    `--only-categories=${CATEGORIES.join(',')}`,
    `--chrome-flags=${FLAGS}`,
    ...DEVICES[device],
  ];
  const chromium = await ensureChromium();
  const env = { ...process.env, ...(chromium ? { CHROME_PATH: chromium } : {}) };
  const { code, output } = await tryRun(process.execPath, args, { env, timeout: 300_000 });
  if (code !== 0) throw new UserError(`Lighthouse failed: ${output.trim().slice(-600)}`);
  const { categories, audits } = JSON.parse(readFileSync(file, 'utf8'));
  for (const name of CATEGORIES) {
    const { score, auditRefs } = categories[name];
    const points = Math.round(100 * score);
    note(`${device}, ${name}: ${points >= LEAST ? good(points) : bad(points)} of 100`);
    for (const { id, weight } of auditRefs) {
      const { score: part, title, displayValue } = audits[id];
      const lost = weight > 0 && part !== null && part < 0.9;
      if (lost) note(`  ${title}${displayValue ? `: ${displayValue}` : ''}`);
    }
  }
  return CATEGORIES.map((name) => Math.round(100 * categories[name].score));
}

await main(async () => {
  const { build: asNeeded } = readOptions();
  if (asNeeded) await build({ package: false });
  await install();
  // The whole reports are large, and of one machine on one day.
  const reports = join(buildDir, 'bench/lighthouse');
  mkdirSync(reports, { recursive: true });
  const { server, url } = await serve();
  heading('Lighthouse');
  const scores = {};
  try {
    for (const device of Object.keys(DEVICES)) scores[device] = await examine(device, url, reports);
  } finally {
    server.close();
    server.closeAllConnections();
  }
  note(`the reports are in ${reports}`);
  if (
    Object.values(scores)
      .flat()
      .some((score) => score < LEAST)
  )
    process.exitCode = 1;
});
