// SPDX-License-Identifier: MIT
// A Python that has NumPy and PyTorch, where the machine has one.
import { spawnSync } from 'node:child_process';

const CANDIDATES = [process.env.PYTHON, 'python3', '/usr/bin/python3'];

/** The first that can import these modules; null, with a word, where none can. */
export function findPython(...modules: string[]): string | null {
  for (const python of CANDIDATES) {
    if (python === undefined) continue;
    const tried = spawnSync(python, ['-c', `import ${modules.join(', ')}`], { timeout: 60_000 });
    if (tried.status === 0) return python;
  }
  process.stderr.write(
    `skipped: no Python with ${modules.join(' and ')} here (PYTHON, python3, /usr/bin/python3); ` +
      'on Debian: apt install python3-torch python3-numpy\n',
  );
  return null;
}

/** What a script prints. @throws what it fails with */
export function runPython(python: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(python, args, {
    encoding: 'utf8',
    timeout: 120_000,
  });
  if (status !== 0) throw new Error(`${args.join(' ')} failed:\n${stderr}`);
  return stdout;
}
