// SPDX-License-Identifier: MIT
// A current Emscripten (and Eigen) from a newer Debian suite, unpacked into one folder and made to
// run on this machine's kernel with its own C library. The system is not touched.
import {
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  closeSync,
  readdirSync,
  statSync,
} from 'node:fs';
import { lstatSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { privateApt } from './apt.mjs';
import { eachBeside } from './beside.mjs';
import { UserError, note, progress } from './log.mjs';
import { run, tryRun } from './run.mjs';
import { timed } from './times.mjs';

/** What the host has anyway or the compiler never asks for. */
const notNeeded = new RegExp(
  '^(' +
    [
      '(lib)?python3.*|python3.*|nodejs|libnode\\d+|node-(corepack|undici|llhttp)|perl.*|libperl.*',
      'gcc(-\\d.*)?|cpp.*|g\\+\\+.*|binutils.*|libbinutils|libgprofng0|libctf.*|libsframe\\d+',
      'lib(a|l|t|ub|hwa)san\\d+|libitm1|libquadmath0|libobjc.*|libgc1|libc-dev-bin',
      '(libgcc|libstdc\\+\\+)-\\d+-dev|linux-libc-dev|libc6-dev|ccache|libblake3-0|libhiredis.*',
      'libclang1-\\d+|openssl.*|tzdata|ca-certificates|debconf|media-types|netbase|readline-common|pkgconf.*|libpkgconf.*',
    ].join('|') +
    ')$',
);

/** Eigen 3.4.1 or newer is needed; older suites have 3.4.0, and headers fit any compiler. */
const eigenSuite = 'forky';

const isElf = (file) => {
  const magic = Buffer.alloc(4);
  const handle = openSync(file, 'r');
  readSync(handle, magic, 0, 4, 0);
  closeSync(handle);
  return magic.equals(Buffer.from('\u007fELF', 'latin1'));
};

/** Regular ELF files directly in a folder whose name passes. */
const elfsIn = (folder, passes = () => true) =>
  (existsSync(folder) ? readdirSync(folder) : [])
    .filter(passes)
    .map((name) => join(folder, name))
    .filter((file) => lstatSync(file).isFile() && isElf(file));

const first = (folder, pattern) => {
  const name =
    existsSync(folder) &&
    readdirSync(folder)
      .sort()
      .findLast((name) => pattern.test(name));
  return name ? join(folder, name) : undefined;
};

/** The places inside an unpacked tree that the steps below need. */
export function layout(tree) {
  const lib = first(join(tree, 'usr/lib'), /^[\w-]+-linux-gnu\w*$/);
  const llvm = first(join(tree, 'usr/lib'), /^llvm-\d+$/);
  const loader =
    lib &&
    [lib, join(tree, 'usr/lib64'), join(tree, 'usr/lib'), join(tree, 'lib64'), join(tree, 'lib')]
      .map((folder) => first(folder, /^ld-linux.*\.so\.\d$/))
      .find(Boolean);
  const emscriptenRoot = join(tree, 'usr/share/emscripten');
  const eigenDir = join(tree, 'usr/include/eigen3');
  if (
    !lib ||
    !llvm ||
    !loader ||
    !existsSync(emscriptenRoot) ||
    !existsSync(join(eigenDir, 'Eigen/Core'))
  )
    throw new UserError(
      `The toolchain in ${tree} is incomplete. Remove that folder and try again.`,
    );
  return { lib, llvm, loader, emscriptenRoot, eigenDir, llvmBin: join(llvm, 'bin') };
}

/** Downloads and unpacks a suite's packages; `tree` appears only when it is complete. */
export async function unpackSuite(suite, tree, scratch) {
  note(`reading the package index of Debian ${suite}`);
  const apt = await timed("read Debian's package index", () =>
    privateApt(suite, join(scratch, `apt-${suite}`)),
  );
  const closure = await apt.closure(['emscripten', 'patchelf']);
  const packages = closure.filter((name) => !notNeeded.test(name));
  const aptForEigen =
    suite === eigenSuite ? apt : await privateApt(eigenSuite, join(scratch, `apt-${eigenSuite}`));
  const debs = join(scratch, `debs-${suite}`);
  rmSync(debs, { recursive: true, force: true }); // an earlier try may have left other versions
  mkdirSync(debs, { recursive: true });
  await timed('download the compiler', async () => {
    let count = 0;
    const downloading = progress('downloading the compiler, about 100 MB', packages.length);
    await apt.download(packages, debs, () => {
      count = Math.min(count + 1, packages.length - 1);
      downloading(count, `${count} of ${packages.length} packages`);
    });
    await aptForEigen.download(['libeigen3-dev'], debs, () => {});
    downloading(packages.length, `${packages.length} packages`);
  });

  const partial = `${tree}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  const bySize = (a, b) => statSync(join(debs, b)).size - statSync(join(debs, a)).size;
  const files = readdirSync(debs).filter((name) => name.endsWith('.deb'));
  const unpacking = progress('unpacking', files.length);
  await timed('unpack it', () =>
    eachBeside(files.sort(bySize), async (file, done) => {
      await run('dpkg', ['-x', join(debs, file), partial], { timeout: 120_000 });
      unpacking(done(), `${files.length} packages`);
    }),
  );
  // The node of the host looks for acorn in node_modules; Debian keeps it in nodejs.
  const modules = join(partial, 'usr/share/node_modules');
  if (!existsSync(modules)) symlinkSync('nodejs', modules);
  layout(partial);
  rmSync(tree, { recursive: true, force: true });
  renameSync(partial, tree);
}

/** Points programs and libraries at the unpacked C library; doing it twice does no harm. */
export async function patchTree(tree) {
  const { lib, llvm, loader, llvmBin } = layout(tree);
  const libraries = [lib, join(llvm, 'lib')].join(':');
  const programs = [
    ...elfsIn(llvmBin),
    ...elfsIn(join(tree, 'usr/bin'), (name) => /^(wasm|binaryen|patchelf)/.test(name)),
  ].filter((file) => basename(file) !== 'patchelf');
  const hidden = /^lib(LLVM|clang|binaryen|lld).*\.so/; // their own RUNPATH hides that of the program
  const shared = [lib, join(llvm, 'lib')].flatMap((folder) =>
    elfsIn(folder, (name) => hidden.test(name)),
  );
  // patchelf itself needs the newer C library, so it is started through the unpacked loader.
  const patchelf = (...args) =>
    tryRun(loader, ['--library-path', libraries, join(tree, 'usr/bin/patchelf'), ...args], {
      timeout: 120_000,
    });
  const patching = progress(
    'fitting the programs to this machine',
    programs.length + shared.length,
  );
  await eachBeside([...programs, ...shared], async (file, done) => {
    const interpreter = programs.includes(file) ? ['--set-interpreter', loader] : [];
    const path = ['--force-rpath', '--set-rpath', libraries, file];
    const { code, output } = await patchelf(...interpreter, ...path);
    // A statically linked program has no interpreter to set and needs none.
    if (code !== 0 && !/cannot find section|no section headers|statically/i.test(output))
      throw new UserError(`patchelf failed on ${file}:\n${output}`);
    patching(done());
  });
}

/**
 * Emscripten builds its libraries with debug information, which links as ours then leave out: an
 * eighth of the time for nothing.
 */
export function leaveOutDebugInformation(tree) {
  const file = join(layout(tree).emscriptenRoot, 'tools/system_libs.py');
  if (!existsSync(file)) return;
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace("flags = ['-g', '-sSTRICT',", "flags = ['-sSTRICT',"));
}

/** Emscripten's own settings: where its tools are, and where it keeps the libraries it builds. */
export function writeConfig(tree, file, cache) {
  const { llvmBin, emscriptenRoot } = layout(tree);
  const python = (text) => `'${text.replace(/[\\']/g, '\\$&')}'`;
  const lines = [
    '# Written by scripts/toolchain.mjs.',
    `EMSCRIPTEN_ROOT = ${python(emscriptenRoot)}`,
    `LLVM_ROOT = ${python(llvmBin)}`,
    `BINARYEN_ROOT = ${python(join(tree, 'usr'))}`,
    `NODE_JS = ${python(process.execPath)}`,
    `CACHE = ${python(cache)}`,
  ];
  writeFileSync(file, `${lines.join('\n')}\n`);
}
