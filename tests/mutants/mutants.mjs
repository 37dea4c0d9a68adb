// SPDX-License-Identifier: MIT
// `npm run mutants`: does each line count? Puts one small fault at a time into a copy of the core,
// builds it natively, and sees (a) that it changes what `math: 'notes'` trains, and (b) that a test
// fails. Lists the survivors by name and ends with how many there are. `-- --only TEXT` takes the
// faults whose names have the text, `-- --list` names them all, `-- --sample N` every N-th of them.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureSystemPackages, offerSystemPackages } from '../../scripts/lib/system.mjs';
import { UserError, bad, good, heading, main, note } from '../../scripts/lib/log.mjs';
import { buildDir, inRoot, isMain, root } from '../../scripts/lib/paths.mjs';
import { run } from '../../scripts/lib/run.mjs';
import { copyIfChanged, filesBelow } from '../../scripts/lib/stamp.mjs';
import { ensureToolchain } from '../../scripts/toolchain.mjs';
import { kernelMutants } from './kernels.mjs';
import { methodMutants } from './methods.mjs';
import { verbMutants } from './verbs.mjs';

/** What a build needs of the checkout. */
const PARTS = [
  'CMakeLists.txt',
  'cpp',
  'tests/cpp',
  'tests/kernels',
  'tests/fixtures',
  'tests/mutants',
];

/** A fault may make training spin or a test wait for ever; in milliseconds. */
const LIMIT = 60_000;

const mutants = [
  ...[...verbMutants, ...methodMutants].map((mutant) => ({ ...mutant, trains: true })),
  ...kernelMutants.map((mutant) => ({ ...mutant, trains: false })),
];

/** The file with the fault in it. */
export function mutated({ name, from, to }, text) {
  const found = text.split(from).length - 1;
  if (found !== 1) {
    throw new UserError(
      `'${name}': its line stands ${found} times in the file, not once. Mend the list.`,
    );
  }
  return text.replace(from, () => to);
}

/** Runs a program to its end, or to the limit; what it printed, and how it ended. */
function ended(command, args, cwd, limit = LIMIT) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd });
    let output = '';
    const timer = setTimeout(() => child.kill('SIGKILL'), limit);
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => (output += text));
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ code, signal, output });
    });
  });
}

/** A copy of the sources with a build of its own, for one fault after another. */
class Workplace {
  constructor(number, eigenDir) {
    this.tree = join(buildDir, 'mutants', String(number), 'tree');
    this.build = join(buildDir, 'mutants', String(number), 'build');
    this.eigenDir = eigenDir;
  }

  async prepare() {
    this.copySources();
    mkdirSync(this.build, { recursive: true });
    const settings = {
      CMAKE_BUILD_TYPE: 'Release',
      CMAKE_CXX_FLAGS_RELEASE: '-O1',
      MLP_EIGEN_DIR: this.eigenDir,
      MLP_BUILD_TESTS: 'OFF',
      MLP_BUILD_MUTANTS: 'ON',
    };
    const given = Object.entries(settings).map(([name, value]) => `-D${name}=${value ?? ''}`);
    const options = { timeout: 600_000, tail: 40, what: 'the build without a fault' };
    await run('cmake', ['-G', 'Ninja', '-S', this.tree, '-B', this.build, ...given], options);
    await run('cmake', ['--build', this.build, '--parallel', '1'], options);
    this.trace = await this.traced();
    const { code, output } = await this.tested();
    if (code !== 0)
      throw new UserError(`The tests fail without any fault:\n${output.slice(-2000)}`);
  }

  /**
   * Makes the copy as the sources are, and touches only what differs: what an earlier run has put
   * right is newer than the objects that were built with its last fault.
   */
  copySources() {
    const wanted = new Set(
      filesBelow(PARTS.map((part) => inRoot(part))).map((file) => relative(root, file)),
    );
    for (const file of wanted) copyIfChanged(inRoot(file), join(this.tree, file));
    if (!existsSync(this.tree)) return;
    for (const file of filesBelow([this.tree])) {
      if (!wanted.has(relative(this.tree, file))) rmSync(file);
    }
  }

  async traced() {
    return (await ended(join(this.build, 'tests/mutants/mlp_mutant_trace'), [], this.build)).output;
  }

  tested() {
    const program = join(this.build, 'tests/mutants/mlp_mutant_tests');
    return ended(program, ['--gtest_fail_fast', '--gtest_brief=1'], this.build);
  }

  /** What becomes of one fault: {changes, caughtBy}. */
  async try(mutant) {
    const file = join(this.tree, mutant.file);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, mutated(mutant, text));
    try {
      const built = await ended(
        'cmake',
        ['--build', this.build, '--parallel', '1'],
        this.build,
        600_000,
      );
      if (built.code !== 0) {
        throw new UserError(`'${mutant.name}' does not compile:\n${built.output.slice(-1500)}`);
      }
      const changes = !mutant.trains || (await this.traced()) !== this.trace;
      const { code, signal, output } = await this.tested();
      const failed = /\[ {2}FAILED {2}\] (\S+)/.exec(output)?.[1];
      return {
        changes,
        caughtBy: code === 0 ? null : (failed ?? `a test that ended by ${signal}`),
      };
    } finally {
      writeFileSync(file, text);
    }
  }
}

/** The faults of one file after another, so that as little as possible is compiled. */
const byFile = (list) => [...list].sort((a, b) => a.file.localeCompare(b.file));

/**
 * Tries every fault; tells each as it comes.
 * @returns the survivors, as {name, why}
 */
export async function tryMutants(list, tell) {
  await ensureSystemPackages([
    { package: 'cmake', probe: 'cmake' },
    { package: 'ninja-build', probe: 'ninja' },
    { package: 'g++', probe: 'g++' },
  ]);
  await offerSystemPackages([{ package: 'libgtest-dev', probe: '/usr/include/gtest/gtest.h' }]);
  for (const mutant of list) mutated(mutant, readFileSync(inRoot(mutant.file), 'utf8'));
  const { eigenDir } = await ensureToolchain();
  const count = Math.min(2, availableParallelism(), list.length);
  const places = Array.from({ length: count }, (_, i) => new Workplace(i, eigenDir));
  await Promise.all(places.map((place) => place.prepare()));
  const sorted = byFile(list);
  const share = Math.ceil(sorted.length / count);
  const survivors = [];
  await Promise.all(
    places.map(async (place, i) => {
      for (const mutant of sorted.slice(i * share, (i + 1) * share)) {
        const { changes, caughtBy } = await place.try(mutant);
        tell(mutant, changes, caughtBy);
        if (!changes) survivors.push({ name: mutant.name, why: 'changes nothing that trains' });
        if (caughtBy === null) survivors.push({ name: mutant.name, why: 'no test sees it' });
      }
    }),
  );
  return survivors;
}

/** The faults that the words of the command line ask for. */
export function chosenMutants({ only, sample, gate } = {}) {
  const named = mutants.filter((each) => each.name.includes(only ?? '') && (!gate || each.gate));
  return named.filter((_, i) => i % (sample ?? 1) === 0);
}

if (isMain(import.meta.url)) {
  await main(async () => {
    const { values } = parseArgs({
      options: { only: { type: 'string' }, sample: { type: 'string' }, list: { type: 'boolean' } },
    });
    const chosen = chosenMutants({ only: values.only, sample: Number(values.sample ?? 1) });
    if (values.list) return chosen.forEach(({ name }) => note(name));
    heading(`${chosen.length} faults, one at a time`);
    const began = Date.now();
    const survivors = await tryMutants(chosen, ({ name }, changes, caughtBy) =>
      note(
        `${changes && caughtBy ? good('caught') : bad('survives')} ${name}: ${caughtBy ?? 'by no test'}`,
      ),
    );
    const seconds = Math.round((Date.now() - began) / 1000);
    for (const { name, why } of survivors) note(`${bad('survivor')} ${name}: ${why}`);
    note(`\n${chosen.length - survivors.length} of ${chosen.length} caught in ${seconds} s`);
    process.exitCode = survivors.length > 0 ? 1 : 0;
  });
}
