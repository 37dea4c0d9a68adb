// SPDX-License-Identifier: MIT
// What the benchmark compares with: npm packages in tests/bench/peers/, and the system's PyTorch.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { heading, warn } from '../../../scripts/lib/log.mjs';
import { sha256 } from '../../../scripts/lib/mnist.mjs';
import { inRoot } from '../../../scripts/lib/paths.mjs';
import { kill, start, tryRun } from '../../../scripts/lib/run.mjs';

const folder = inRoot('tests/bench/peers');
/** Debian's own: another Python has another PyTorch, or none. */
const PYTHON = '/usr/bin/python3';

/** `npm ci` in peers/ where it has not been done; undefined when all is well, else what is not. */
export async function installPackages() {
  const lock = sha256(readFileSync(join(folder, 'package-lock.json')));
  const stamp = join(folder, 'node_modules/.installed-from');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return undefined;
  heading('Packages to compare with: npm ci in tests/bench/peers');
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--fetch-timeout=60000'];
  const { code, output } = await tryRun('npm', args, { cwd: folder, timeout: 600_000 });
  if (code !== 0) {
    const lines = output.split('\n').filter((line) => /^npm error/.test(line));
    const reason = lines.slice(0, 2).join(' ') || `exit code ${code}`;
    warn(`TensorFlow.js and jax-js are left out, for they could not be installed: ${reason}`);
    return `npm ci in tests/bench/peers failed: ${reason}`;
  }
  writeFileSync(stamp, lock);
  return undefined;
}

/** Starts pytorch_peer.py; call(name, argument) asks it. Throws with what is missing. */
export async function startPyTorch() {
  if (!existsSync(PYTHON)) throw new Error(`there is no ${PYTHON}`);
  const child = start(PYTHON, [join(folder, 'pytorch_peer.py')], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1' },
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (errors += text));
  child.stdin.on('error', () => undefined); // told of by its end
  const ended = new Promise((done) => child.on('close', done));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async call(name, argument) {
      child.stdin.write(`${JSON.stringify({ call: name, argument })}\n`);
      const { value, done } = await lines.next();
      if (done) await ended; // its last words are then complete
      if (done) throw new Error(errors.trimEnd().split('\n').at(-1) || 'it ended');
      return JSON.parse(value).answer;
    },
    close: () => kill(child),
  };
}
