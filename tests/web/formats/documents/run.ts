// SPDX-License-Identifier: MIT
// Programs of the machine, and files for them to work on.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';

/** Whether a program can be started. */
const works = (program: string, args: readonly string[]): boolean =>
  spawnSync(program, args, { stdio: 'ignore' }).status === 0;

/** The first of the programs that works; null where none does. */
const firstThat = (programs: readonly (string | undefined)[], args: readonly string[]) =>
  programs.find((one): one is string => one !== undefined && works(one, args)) ?? null;

export const C_COMPILER = firstThat([process.env.CC, 'gcc', 'cc'], ['--version']);
export const CPP_COMPILER = firstThat([process.env.CXX, 'g++', 'c++'], ['--version']);

/** Eigen's folder: of the project's toolchain or of the machine; null where there is none. */
export function eigenFolder(): string | null {
  const root = join(import.meta.dirname, '../../../..');
  const trees = ['forky', 'trixie'].map((suite) => `.toolchain/${suite}/usr/include/eigen3`);
  const folders = [process.env.EIGEN_DIR ?? '', ...trees.map((tree) => join(root, tree))];
  // Work trees beside the checkout have its toolchain.
  folders.push(...trees.map((tree) => join(root, '../main', tree)), '/usr/include/eigen3');
  return folders.find((folder) => existsSync(join(folder, 'Eigen/Core'))) ?? null;
}

/** Says which tests are left out, where a program that they need is missing. */
export function isMissing(found: string | null, what: string): boolean {
  // eslint-disable-next-line no-console -- left out in silence it would look as if it were tested
  if (found === null) console.info(`left out: there is no ${what} on this machine`);
  return found === null;
}

/** A folder for a while, gone at the end of `use`. */
export async function inFolder<T>(use: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'mlp-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Unpacks an archive into a folder, and says what was in it. */
export function unpackInto(folder: string, zip: Uint8Array): string[] {
  const files = unzipSync(zip);
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  return Object.keys(files).sort();
}

/** Runs a program in a folder and gives what it prints; it throws where it fails. */
export const run = (
  folder: string,
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): string =>
  execFileSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 27,
    env: { ...process.env, OMP_NUM_THREADS: '1', ...env },
  });

/** Images as an IDX file; or labels, where there are no sides. */
export function idxOf(bytes: Uint8Array, count: number, ...sides: number[]): Uint8Array {
  const sizes = [count, ...sides];
  const header = new DataView(new ArrayBuffer(4 + 4 * sizes.length));
  header.setUint32(0, 0x0800 + sizes.length);
  sizes.forEach((size, i) => header.setUint32(4 + 4 * i, size));
  return Buffer.concat([new Uint8Array(header.buffer), bytes]);
}

/** Numbers of a line each, as programs print them. */
export const numbersIn = (text: string): number[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
