// SPDX-License-Identifier: MIT
// Whether a compiler works: a small program with everything that the module uses, built and run.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError, note } from './log.mjs';
import { run } from './run.mjs';

const program = `
#include <Eigen/Core>
#include <emscripten/bind.h>
#ifdef __EMSCRIPTEN_PTHREADS__
#include <thread>
#endif
float product(int n) {
  const Eigen::MatrixXf a = Eigen::MatrixXf::Ones(n, n);
  float sum = 0;
  const auto work = [&] { sum = (a * a).sum(); };
#ifdef __EMSCRIPTEN_PTHREADS__
  std::thread(work).join();
#else
  work();
#endif
  return sum;
}
EMSCRIPTEN_BINDINGS(check) { emscripten::function("product", &product); }
`;

/** Shared memory has system libraries of its own. */
const kinds = [
  { what: 'the test program', options: [] },
  { what: 'the test program with threads', options: ['-pthread', '-sPTHREAD_POOL_SIZE=1'] },
];

/** Builds and runs it. The first links also build Emscripten's system libraries, which takes a while. */
export async function checkCompiler({ emscriptenRoot, env, eigenDir }, folder) {
  note('trying the compiler (the first links build its system libraries: about 2 minutes)');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'check.cpp'), program);
  const flags = [
    ...['-O3', '-std=c++20', '-msimd128', '-msse4.2', '-fwasm-exceptions', '-lembind'],
    ...['-sMODULARIZE', '-sEXPORT_ES6', '-sENVIRONMENT=web,worker,node', '-sDYNAMIC_EXECUTION=0'],
    // As the modules, so that no other libraries are built than theirs.
    ...['-sMALLOC=emmalloc', '-fno-rtti', '-DEMSCRIPTEN_HAS_UNBOUND_TYPE_NAMES=0'],
    ...['-sSTACK_SIZE=1MB', '-I', eigenDir, 'check.cpp', '-o', 'check.mjs'],
  ];
  const onLine = (line) => {
    const library = /generating system (?:library|asset|headers): ([^.\s]+)/.exec(line);
    if (library) note(`  building ${library[1]}`);
  };
  // In a file: the threads would inherit the options of a script on the command line.
  const script = join(folder, 'run.mjs');
  writeFileSync(
    script,
    "import create from './check.mjs';\nconsole.log((await create()).product(8));\nprocess.exit();\n",
  );
  for (const { what, options } of kinds) {
    await run(join(emscriptenRoot, 'em++'), [...options, ...flags], {
      cwd: folder,
      env,
      timeout: 1_200_000,
      onLine,
      what: 'em++',
    });
    const { output } = await run(process.execPath, [script], { timeout: 60_000, what });
    if (output.trim() !== '512')
      throw new UserError(`${what} answered ${output.trim()} where 512 was due.`);
  }
  rmSync(folder, { recursive: true, force: true });
}
