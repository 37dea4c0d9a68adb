// SPDX-License-Identifier: MIT
// Configuring, building and testing a CMake preset, as little as possible the second time.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';
import { note } from './log.mjs';
import { buildDir, root } from './paths.mjs';
import { run, tryRun, which } from './run.mjs';
import { ensureSystemPackages } from './system.mjs';
import { junitCounts } from './test-counts.mjs';

// A file that includes Eigen takes up to 1.5 GB to compile.
const jobs = () => Math.max(1, Math.min(availableParallelism(), Math.floor(totalmem() / 1.5e9)));

/** ccache where it is: Emscripten puts it before clang itself, CMake before any other compiler. */
function withCcache(env) {
  const ccache = which('ccache');
  if (!ccache) return { env, definitions: {} };
  const sloppiness = 'pch_defines,time_macros,include_file_mtime,include_file_ctime';
  return env.EMSCRIPTEN_ROOT
    ? {
        env: { ...env, EM_COMPILER_WRAPPER: ccache, CCACHE_SLOPPINESS: sloppiness },
        definitions: {},
      }
    : {
        env: { ...env, CCACHE_SLOPPINESS: sloppiness },
        definitions: { CMAKE_CXX_COMPILER_LAUNCHER: ccache },
      };
}

/**
 * Makes build/<folder> know the definitions. What was configured with more of them, as with the
 * tests, stays so: product and tests share a tree, and with it their objects.
 */
async function configure({ preset, folder, definitions, env, what }) {
  const binaryDir = join(buildDir, folder);
  const record = join(binaryDir, 'configured.json');
  // Ninja runs CMake again by itself when a CMakeLists.txt changes; only new settings need us.
  const before = existsSync(record) ? JSON.parse(readFileSync(record, 'utf8')) : undefined;
  const place = JSON.stringify([preset, root, env.EMSCRIPTEN_ROOT ?? '']);
  const known = before?.place === place ? before.definitions : undefined;
  const changed = Object.entries(definitions).filter(([name, value]) => known?.[name] !== value);
  const complete = existsSync(join(binaryDir, 'build.ninja'));
  if (known && complete && changed.length === 0) return binaryDir;
  note(`configuring ${what}`);
  const all = { ...known, ...definitions };
  mkdirSync(binaryDir, { recursive: true });
  rmSync(record, { force: true });
  // The scripts that Emscripten links for Node are CommonJS, whatever the checkout's package.json says.
  writeFileSync(join(binaryDir, 'package.json'), '{"type":"commonjs"}\n');
  const fresh = known && complete ? [] : ['--fresh'];
  const given = Object.entries(all).map(([name, value]) => `-D${name}=${value}`);
  await run('cmake', [...fresh, '--preset', preset, '-B', binaryDir, ...given], {
    cwd: root,
    env,
    timeout: 600_000,
    tail: 40,
    what: `cmake (${what})`,
  });
  writeFileSync(record, JSON.stringify({ place, definitions: all }));
  return binaryDir;
}

/**
 * Builds a target of a preset in build/<preset>, with definitions {NAME: value} and the environment
 * of the toolchain. Returns the binary folder.
 */
export async function cmakeBuild({ preset, folder = preset, target, definitions, env, what }) {
  await ensureSystemPackages([
    { package: 'cmake', probe: 'cmake' },
    { package: 'ninja-build', probe: 'ninja' },
  ]);
  const cached = withCcache(env);
  const given = Object.entries({ ...definitions, ...cached.definitions });
  const binaryDir = await configure({
    preset,
    folder,
    definitions: Object.fromEntries(given.filter(([, value]) => value !== undefined)),
    env,
    what,
  });
  note(`building ${what}`);
  const build = ['--build', binaryDir, '--parallel', String(jobs())];
  if (target) build.push('--target', target);
  await run('cmake', build, {
    cwd: root,
    env: cached.env,
    timeout: 1_800_000,
    tail: 60,
    what: `the build of ${what}`,
    onLine: (line) => /^\[\d+\/\d+\]/.test(line) && note(`  ${line.slice(0, 100)}`),
  });
  return binaryDir;
}

/** Runs the tests of a build, which write a JUnit report, and counts each test of each program. */
export async function ctest(binaryDir, report) {
  const args = ['--test-dir', join(binaryDir, 'tests/cpp'), '--parallel', String(jobs())];
  const words = ['--no-tests=error', '--timeout', '600', '--output-junit', report];
  const shown = ['--output-on-failure', '--progress', '--test-output-size-failed', '1000000'];
  const options = { cwd: root, show: true, timeout: 1_500_000 };
  return junitCounts(report, await tryRun('ctest', [...args, ...words, ...shown], options));
}
