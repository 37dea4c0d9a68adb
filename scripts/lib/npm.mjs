// SPDX-License-Identifier: MIT
// node_modules as package-lock.json has it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { heading } from './log.mjs';
import { sha256 } from './mnist.mjs';
import { inRoot, root } from './paths.mjs';
import { run } from './run.mjs';
import { timed } from './times.mjs';

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** Whether npm's own record of what it installed agrees with the lock file. */
function agrees() {
  const record = inRoot('node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = readJson(record).packages ?? {};
  return Object.entries(readJson(inRoot('package-lock.json')).packages).every(
    ([path, wanted]) =>
      path === '' ||
      // Builds for other systems are in the lock file and not on the disk.
      (wanted.optional && !installed[path]) ||
      installed[path]?.version === wanted.version,
  );
}

/** `npm ci`, where node_modules is missing or not what the lock file says. */
export async function ensureNodeModules() {
  const lock = sha256(readFileSync(inRoot('package-lock.json')));
  const stamp = inRoot('node_modules/.installed-from');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  if (!agrees()) {
    heading('Packages: npm ci');
    const args = ['ci', '--no-audit', '--no-fund', '--fetch-timeout=60000'];
    // Browsers come from the system; a start needs none.
    const env = { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' };
    await timed('npm ci', () =>
      run('npm', args, { cwd: root, env, show: true, timeout: 1_200_000 }),
    );
  }
  writeFileSync(stamp, lock);
}
