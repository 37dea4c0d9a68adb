// SPDX-License-Identifier: MIT
// Whether a compiler works: a small program with everything that the module uses, built and run.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UserError, note } from './log.mjs';
import { run } from './run.mjs';

const program = `
#include <Eigen/Core>
#include <emscripten/bind.h>
float product(int n) {
  const Eigen::MatrixXf a = Eigen::MatrixXf::Ones(n, n);
  return (a * a).sum();
}
EMSCRIPTEN_BINDINGS(check) { emscripten::function("product", &product); }
`;

/** Builds and runs it. The first link also builds Emscripten's system libraries, which takes a while. */
export async function checkCompiler({ emscriptenRoot, env, eigenDir }, folder) {
  note('trying the compiler (the first link builds its system libraries: about 90 s)');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'check.cpp'), program);
  const flags = [
    ...['-O3', '-std=c++20', '-msimd128', '-msse4.2', '-fwasm-exceptions', '-lembind'],
    ...['-sMODULARIZE', '-sEXPORT_ES6', '-sENVIRONMENT=web,worker,node', '-sDYNAMIC_EXECUTION=0'],
    ...['-sSTACK_SIZE=1MB', '-I', eigenDir, 'check.cpp', '-o', 'check.mjs'],
  ];
  const timeout = 1_200_000;
  const onLine = (line) => {
    const library = /generating system (?:library|asset|headers): ([^.\s]+)/.exec(line);
    if (library) note(`  building ${library[1]}`);
  };
  await run(join(emscriptenRoot, 'em++'), flags, {
    cwd: folder,
    env,
    timeout,
    onLine,
    what: 'em++',
  });
  const script =
    `const m = await (await import(${JSON.stringify(pathToFileURL(join(folder, 'check.mjs')).href)})).default();` +
    'console.log(m.product(8));';
  const node = ['--input-type=module', '-e', script];
  const { output } = await run(process.execPath, node, {
    timeout: 60_000,
    what: 'the test program',
  });
  if (output.trim() !== '512')
    throw new UserError(`The compiled test program answered ${output.trim()} where 512 was due.`);
  rmSync(folder, { recursive: true, force: true });
}
