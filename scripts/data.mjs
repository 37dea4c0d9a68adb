// SPDX-License-Identifier: MIT
// `npm run data`: MNIST into web/public/data/, from MNIST_DIR, the cache or a public mirror. Where
// there is none, a manifest that says so, and the page uses the digits that the core draws itself.
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { fetchBytes } from './lib/download.mjs';
import { heading, main, note, warn } from './lib/log.mjs';
import { faultIn, mnistFiles, readMnistFolder, sha256 } from './lib/mnist.mjs';
import { cacheDir, isMain, publicDataDir, root } from './lib/paths.mjs';

const mirrors = [
  'https://ossci-datasets.s3.amazonaws.com/mnist/',
  'https://storage.googleapis.com/cvdf-datasets/mnist/',
];
const cache = join(cacheDir, 'mnist');
const tries = 3;
/** After a failure, the mirrors are left alone for this long unless asked: a start takes seconds. */
const pauseMs = 3_600_000;

/** Writes a file so that it is either whole or not there. */
function writeWhole(file, bytes) {
  writeFileSync(`${file}.partial`, bytes);
  renameSync(`${file}.partial`, file);
}

/** Fills the cache from the mirrors; false when they cannot be reached. */
async function download() {
  mkdirSync(cache, { recursive: true });
  note(`asking the mirrors ${mirrors.map((url) => new URL(url).host).join(' and ')}`);
  // The smallest file tells, for all mirrors at once, which of them answers.
  const probe = `${mnistFiles[3].name}.gz`;
  const alive = [];
  await Promise.all(
    mirrors.map(async (mirror) => {
      try {
        await fetchBytes(mirror + probe);
        alive.push(mirror);
      } catch (error) {
        warn(`${new URL(mirror).host}: ${error.message}`);
      }
    }),
  );
  if (alive.length === 0) return false;
  for (const entry of mnistFiles) {
    const name = `${entry.name}.gz`;
    const file = join(cache, name);
    if (existsSync(file) && !faultIn(readFileSync(file), entry)) continue;
    if (!(await downloadOne(alive, name, file, entry))) return false;
  }
  return true;
}

async function downloadOne(alive, name, file, entry) {
  for (let attempt = 0; attempt < tries * alive.length; attempt++) {
    const mirror = alive[0];
    try {
      const bytes = await fetchBytes(mirror + name, name);
      const fault = faultIn(bytes, entry);
      if (fault) throw new Error(`what came is damaged: ${fault}`);
      writeWhole(file, bytes);
      return true;
    } catch (error) {
      warn(`${mirror}${name}: ${error.message}`);
      alive.push(alive.shift()); // the others first from now on
    }
  }
  return false;
}

/** {source, files} of MNIST, or undefined when it cannot be had. */
async function findMnist(retry) {
  if (process.env.MNIST_DIR) {
    const folder = resolve(root, process.env.MNIST_DIR);
    const how = 'Put the four original MNIST files there, .gz or unpacked, or unset MNIST_DIR.';
    return { source: 'the folder MNIST_DIR', files: readMnistFolder(folder, how) };
  }
  const source = 'download';
  const cached = () => readMnistFolder(cache, `Remove ${cache} and run 'npm run data'.`);
  if (mnistFiles.every(({ name }) => existsSync(join(cache, `${name}.gz`)))) {
    try {
      return { source, files: cached() };
    } catch (error) {
      warn(`${error.message} It is downloaded anew.`);
    }
  }
  const failed = join(cache, 'unreachable');
  if (!retry && existsSync(failed) && Date.now() - statSync(failed).mtimeMs < pauseMs) {
    note(`the mirrors did not answer within the last hour; 'npm run data' asks them again`);
    return undefined;
  }
  rmSync(failed, { force: true });
  if (await download()) return { source, files: cached() };
  writeFileSync(failed, '');
  return undefined;
}

/** Writes bytes where they differ from what is there, so that a second run touches nothing. */
function writeIfChanged(file, bytes) {
  if (existsSync(file) && statSync(file).size === bytes.length && readFileSync(file).equals(bytes))
    return;
  writeWhole(file, bytes);
}

/** Makes web/public/data/ ready; `retry` asks the mirrors even when they failed a moment ago. */
export async function ensureData({ retry = false } = {}) {
  heading('Data');
  const found = await findMnist(retry);
  mkdirSync(publicDataDir, { recursive: true });
  let mnist = null;
  if (found) {
    const files = {};
    for (const { key, bin } of mnistFiles) {
      const bytes = found.files.get(key);
      writeIfChanged(join(publicDataDir, bin), bytes);
      files[key] = { path: bin, bytes: bytes.length, sha256: sha256(bytes) };
    }
    mnist = { source: found.source, files };
    note(
      `MNIST from ${found.source === 'download' ? cache : process.env.MNIST_DIR}: complete and correct`,
    );
  } else {
    for (const { bin } of mnistFiles) rmSync(join(publicDataDir, bin), { force: true });
    warn(
      'no MNIST: the page uses generated digits. Set MNIST_DIR to a folder with the four files to change that.',
    );
  }
  const manifest = `${JSON.stringify({ version: 1, mnist }, null, 2)}\n`;
  writeIfChanged(join(publicDataDir, 'manifest.json'), Buffer.from(manifest));
  return mnist;
}

if (isMain(import.meta.url)) await main(() => ensureData({ retry: true }));
