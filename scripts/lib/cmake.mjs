// SPDX-License-Identifier: MIT
// Configuring and building a CMake preset, as little as possible the second time.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';
import { note } from './log.mjs';
import { buildDir, root } from './paths.mjs';
import { run } from './run.mjs';
import { isStamped, stamp, unstamp } from './stamp.mjs';
import { ensureSystemPackages } from './system.mjs';

// A file that includes Eigen takes up to 1.5 GB to compile.
const jobs = () => Math.max(1, Math.min(availableParallelism(), Math.floor(totalmem() / 1.5e9)));

/**
 * Builds a target of a preset in build/<folder>, with definitions {NAME: value} and the
 * environment of the toolchain. Returns the binary folder.
 */
export async function cmakeBuild({ preset, folder = preset, target, definitions, env, what }) {
  await ensureSystemPackages([
    { package: 'cmake', probe: 'cmake' },
    { package: 'ninja-build', probe: 'ninja' },
  ]);
  const binaryDir = join(buildDir, folder);
  const given = Object.entries(definitions).filter(([, value]) => value !== undefined);
  const args = [
    '--preset',
    preset,
    '-B',
    binaryDir,
    ...given.map(([name, value]) => `-D${name}=${value}`),
  ];
  // Ninja runs CMake again by itself when a CMakeLists.txt changes; only new settings need us.
  const settings = JSON.stringify([args, env.EMSCRIPTEN_ROOT ?? '']);
  const stampName = `cmake-${folder}`;
  if (!isStamped(stampName, settings) || !existsSync(join(binaryDir, 'build.ninja'))) {
    note(`configuring ${what}`);
    unstamp(stampName);
    mkdirSync(binaryDir, { recursive: true });
    // The scripts that Emscripten links for Node are CommonJS, whatever the checkout's package.json says.
    writeFileSync(join(binaryDir, 'package.json'), '{"type":"commonjs"}\n');
    await run('cmake', ['--fresh', ...args], {
      cwd: root,
      env,
      timeout: 600_000,
      tail: 40,
      what: `cmake (${what})`,
    });
    stamp(stampName, settings);
  }
  note(`building ${what}`);
  const build = ['--build', binaryDir, '--parallel', String(jobs())];
  if (target) build.push('--target', target);
  await run('cmake', build, {
    cwd: root,
    env,
    timeout: 1_800_000,
    tail: 60,
    what: `the build of ${what}`,
    onLine: (line) => /^\[\d+\/\d+\]/.test(line) && note(`  ${line.slice(0, 100)}`),
  });
  return binaryDir;
}
