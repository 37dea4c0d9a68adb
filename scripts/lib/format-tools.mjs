// SPDX-License-Identifier: MIT
// The two formatters, told to write or to check.
import { bin, inRoot, root } from './paths.mjs';
import { tryRun } from './run.mjs';
import { filesBelow } from './stamp.mjs';
import { ensureSystemPackages } from './system.mjs';

const timeout = 300_000;

/** clang-format over every C++ file. */
export async function clangFormat({ check }) {
  await ensureSystemPackages([{ package: 'clang-format', probe: 'clang-format' }]);
  const files = filesBelow(
    [inRoot('cpp'), inRoot('tests')],
    (name) => name === 'node_modules',
  ).filter((file) => /\.(h|cpp)$/.test(file));
  const args = check ? ['--dry-run', '-Werror'] : ['-i'];
  return tryRun('clang-format', [...args, ...files], { cwd: root, timeout, show: true });
}

/** Prettier over everything that .prettierignore and .gitignore leave. */
export const prettier = ({ check }) =>
  tryRun(bin('prettier'), ['--log-level', 'warn', check ? '--check' : '--write', '.'], {
    cwd: root,
    timeout,
    show: true,
  });
