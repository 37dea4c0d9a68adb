// SPDX-License-Identifier: MIT
// The C++ to WebAssembly compiler: the machine's own Emscripten where it is new enough, otherwise
// one unpacked into .toolchain/ from Debian's packages. `node scripts/toolchain.mjs` prepares it.
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import {
  layout,
  leaveOutDebugInformation,
  patchTree,
  unpackSuite,
  writeConfig,
} from './lib/debian-emscripten.mjs';
import { checkCompiler } from './lib/check-compiler.mjs';
import { withLock } from './lib/lock.mjs';
import { UserError, good, heading, main, note, seconds, warn } from './lib/log.mjs';
import { isMain, toolchainDir } from './lib/paths.mjs';
import { tryRun, which } from './lib/run.mjs';
import { ensureSystemPackages, isDebian } from './lib/system.mjs';
import { timed } from './lib/times.mjs';

const oldest = [3, 1, 69];
/** Raise this when the steps in lib/debian-emscripten.mjs change what they make. */
const recipe = 1;
const suites = ['forky', 'trixie'];

const atLeast = (version, wanted) => {
  for (const [index, part] of wanted.entries()) {
    if (version[index] !== part) return (version[index] ?? 0) > part;
  }
  return true;
};

/** [major, minor, patch] of an emcc, or undefined when it does not run. */
async function emccVersion(emcc, env) {
  const { code, output } = await tryRun(emcc, ['--version'], { env, timeout: 120_000 });
  const match = /(\d+)\.(\d+)\.(\d+)/.exec(
    output.split('\n').find((line) => /^emcc/.test(line)) ?? '',
  );
  return code === 0 && match ? match.slice(1).map(Number) : undefined;
}

/** Emscripten's own folder; a wrapper script, as of Homebrew, has em-config beside it to ask. */
async function rootOf(emcc) {
  const folder = dirname(realpathSync(emcc));
  if (existsSync(join(folder, 'cmake/Modules/Platform/Emscripten.cmake'))) return folder;
  const config = join(dirname(emcc), 'em-config');
  if (!existsSync(config)) return folder;
  return (await tryRun(config, ['EMSCRIPTEN_ROOT'], { timeout: 60_000 })).stdout.trim() || folder;
}

/** The Emscripten of the machine, from PATH or EMSDK, when it is new enough. */
async function installed() {
  const candidates = [which('emcc')];
  if (process.env.EMSDK) candidates.push(join(process.env.EMSDK, 'upstream/emscripten/emcc'));
  for (const emcc of candidates.filter((file) => file && existsSync(file))) {
    const emscriptenRoot = await rootOf(emcc);
    if (emscriptenRoot.startsWith(toolchainDir)) continue; // our own, from env.sh
    const env = { ...process.env, EMSCRIPTEN_ROOT: emscriptenRoot };
    env.PATH = [dirname(emcc), process.env.PATH].join(delimiter);
    const version = await emccVersion(emcc, env);
    if (version && atLeast(version, oldest)) {
      note(`using Emscripten ${version.join('.')} of this machine (${emscriptenRoot})`);
      return { emscriptenRoot, env, eigenDir: undefined };
    }
    warn(
      `${emcc} is ${version?.join('.') ?? 'not working'}; ${oldest.join('.')} or newer is needed`,
    );
  }
  return undefined;
}

/** A Python new enough for Emscripten 6; the system's own before any that merely comes first. */
async function findPython() {
  await ensureSystemPackages([{ package: 'python3', probe: 'python3' }]);
  for (const name of [
    '/usr/bin/python3',
    'python3',
    'python3.13',
    'python3.12',
    'python3.11',
    'python3.10',
  ]) {
    const python = name.startsWith('/') ? existsSync(name) && name : which(name);
    if (!python) continue;
    const probe = 'import sys; sys.exit(sys.version_info < (3, 10))';
    if ((await tryRun(python, ['-c', probe], { timeout: 30_000 })).code === 0) return python;
  }
  throw new UserError('Emscripten needs Python 3.10 or newer, and none was found on this machine.');
}

/** What programs need to know to use the unpacked tree. */
function describe(tree, python) {
  const { emscriptenRoot, eigenDir } = layout(tree);
  const settings = {
    EM_CONFIG: join(toolchainDir, 'emscripten.config.py'),
    EM_CACHE: `${tree}-cache`,
    EMSCRIPTEN_ROOT: emscriptenRoot,
    EMSDK_PYTHON: python,
  };
  const env = { ...process.env, ...settings };
  env.PATH = [emscriptenRoot, process.env.PATH].join(delimiter);
  return { emscriptenRoot, env, eigenDir, settings };
}

/** A file to `source` in a shell, for people who want to call emcc by hand. */
function writeShellEnv({ settings, emscriptenRoot, eigenDir }) {
  const lines = Object.entries({ ...settings, EIGEN_DIR: eigenDir })
    .map(([name, value]) => `export ${name}="${value}"`)
    .concat(`export PATH="${emscriptenRoot}:$PATH"`);
  for (const name of ['env.sh', 'READY'])
    writeFileSync(join(toolchainDir, name), `${lines.join('\n')}\n`);
}

async function unpacked(beside) {
  const stampFile = join(toolchainDir, 'stamp.json');
  const stamp = existsSync(stampFile) ? JSON.parse(readFileSync(stampFile, 'utf8')) : {};
  // The programs hold absolute paths: a checkout that moved, or another node, is fitted anew.
  if (stamp.recipe === recipe && stamp.folder === toolchainDir && stamp.node === process.execPath) {
    const tree = join(toolchainDir, stamp.suite);
    if (existsSync(tree) && existsSync(stamp.python)) return describe(tree, stamp.python);
  }
  if (!isDebian()) {
    throw new UserError(
      `Emscripten ${oldest.join('.')} or newer is needed. These commands install one:\n\n` +
        '  git clone --depth 1 https://github.com/emscripten-core/emsdk\n' +
        '  emsdk/emsdk install 6.0.5\n  emsdk/emsdk activate 6.0.5\n' +
        '  . emsdk/emsdk_env.sh\n\nThen run this again in the same shell.',
    );
  }
  return withLock(join(toolchainDir, 'lock'), () => prepare(stampFile, stamp, beside));
}

async function prepare(stampFile, stamp, beside) {
  heading('Toolchain: Emscripten and Eigen into .toolchain/ (once; about 3 minutes)');
  const began = Date.now();
  rmSync(stampFile, { force: true });
  rmSync(join(toolchainDir, 'READY'), { force: true });
  // Emscripten's own .js files are CommonJS; the checkout's package.json would say otherwise.
  writeFileSync(join(toolchainDir, 'package.json'), '{"type":"commonjs"}\n');
  const python = await findPython();
  const problems = [];
  for (const suite of suites) {
    const tree = join(toolchainDir, suite);
    try {
      if (stamp.recipe !== undefined && stamp.recipe !== recipe)
        rmSync(tree, { recursive: true, force: true });
      const fresh = !existsSync(tree);
      if (fresh) await unpackSuite(suite, tree, toolchainDir);
      const tools = describe(tree, python);
      leaveOutDebugInformation(tree);
      writeConfig(tree, tools.settings.EM_CONFIG, tools.settings.EM_CACHE);
      try {
        await timed('fit the compiler to this machine', () => patchTree(tree));
        // What goes wrong beside it is seen when it is wanted.
        const other = beside?.(tools).catch(() => {});
        await timed("Emscripten's system libraries", () =>
          checkCompiler(tools, join(toolchainDir, 'check')),
        );
        await other;
      } catch (error) {
        rmSync(tree, { recursive: true, force: true }); // the next try starts from nothing
        throw error;
      }
      for (const name of readdirSync(toolchainDir).filter((name) =>
        /^(apt|debs)-|\.partial$/.test(name),
      ))
        rmSync(join(toolchainDir, name), { recursive: true, force: true });
      writeShellEnv(tools);
      const made = { recipe, suite, folder: toolchainDir, node: process.execPath, python };
      writeFileSync(stampFile, JSON.stringify(made));
      note(good(`the toolchain is ready (${seconds(Date.now() - began)})`));
      return tools;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(`${suite}: ${error.message}`);
      warn(`Debian ${suite} did not give a working compiler: ${error.message}`);
    }
  }
  throw new UserError(`No Emscripten could be prepared.\n${problems.join('\n\n')}`);
}

let ready;
/**
 * {emscriptenRoot, env, eigenDir}: a compiler that works. eigenDir is undefined when CMake has to
 * find Eigen. `beside` is given a compiler that can compile, while what linking needs is built.
 */
export const ensureToolchain = (beside) =>
  (ready ??= installed().then((tools) => tools ?? unpacked(beside)));

if (isMain(import.meta.url)) {
  await main(async () => {
    mkdirSync(toolchainDir, { recursive: true });
    const { emscriptenRoot, eigenDir } = await ensureToolchain();
    note(`Emscripten: ${emscriptenRoot}`);
    note(`Eigen: ${eigenDir ?? 'found or fetched by CMake'}`);
  });
}
