// SPDX-License-Identifier: MIT
// `npm run build`: the WebAssembly modules, then the page into dist/ and the npm package into
// build/package/. `--package` leaves the page out. What has not changed is not built again.
import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ensureData } from './data.mjs';
import { cmakeBuild } from './lib/cmake.mjs';
import { UserError, heading, main, note, seconds } from './lib/log.mjs';
import { ensureNodeModules } from './lib/npm.mjs';
import { bin, buildDir, distDir, inRoot, isMain, root, wasmOutDir } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { copyIfChanged, filesBelow, hashFiles, isStamped, stamp, unstamp } from './lib/stamp.mjs';
import { printTimes, timed } from './lib/times.mjs';
import { ensureToolchain } from './toolchain.mjs';

/** The environment with this checkout's tsc, which --emit-tsd looks for. */
const withTsc = (env) => ({
  ...env,
  PATH: [inRoot('node_modules/.bin'), env.PATH].join(delimiter),
});

/** Builds a target of build/wasm, which has the modules, and on demand the tests and benchmarks. */
export async function buildWasm({ target, what, definitions = {}, tools }) {
  const { env, eigenDir } = tools ?? (await ensureToolchain());
  const own = { MLP_EIGEN_DIR: eigenDir, MLP_TSC: bin('tsc') };
  const all = { ...own, ...definitions };
  return cmakeBuild({ preset: 'wasm', target, definitions: all, env: withTsc(env), what });
}

/**
 * The packages, the compiler, and on a fresh checkout the core's objects, side by side: one waits
 * for the network where the other computes, and Emscripten's libraries, which only links need, do
 * not keep both processors busy.
 */
async function prepareTools() {
  const compile = (tools) =>
    timed("compile the core's objects", () =>
      buildWasm({ target: 'mlp_objects', what: "the core's objects", tools }),
    );
  await Promise.all([ensureNodeModules(), ensureToolchain(compile)]);
}

/** The variants of the module, as cpp/bindings/CMakeLists.txt names them. */
const VARIANTS = ['mlp', 'mlp-threads', 'mlp-turbo', 'mlp-turbo-threads', 'mlp-scalar'];

/** Only the first has types of its own, which are those of all; TypeScript looks for a file each. */
const SAME_TYPES = `// The same in every variant.
export * from './mlp.mjs';
export { default } from './mlp.mjs';
`;

/** Compiles the C++ core and puts the modules where the library imports them; true when one changed. */
export async function buildModule() {
  await prepareTools();
  heading('WebAssembly modules');
  const binaryDir = await timed('build the modules', () =>
    buildWasm({ target: 'mlp_modules', what: 'the WebAssembly modules' }),
  );
  const made = join(binaryDir, 'cpp');
  for (const name of VARIANTS.slice(1)) writeFileSync(join(made, `${name}.d.mts`), SAME_TYPES);
  // Checked before anything is copied, so that all stay together. TypeScript looks for the types of
  // mlp.mjs in mlp.d.mts.
  const names = VARIANTS.flatMap((name) => [`${name}.wasm`, `${name}.d.mts`, `${name}.mjs`]);
  const missing = names.find((name) => !existsSync(join(made, name)));
  if (missing) throw new UserError(`The build made no ${join(made, missing)}.`);
  const changed = names.filter((name) =>
    copyIfChanged(join(made, name), join(wasmOutDir, name), (bytes) =>
      name.endsWith('.mjs') ? forBundlers(name, bytes) : bytes,
    ),
  );
  note(changed.length > 0 ? `new: ${changed.join(', ')}` : 'up to date');
  return changed.length > 0;
}

/**
 * Emscripten's modules import Node's own ones by an await at their top level, which bundlers cannot
 * put into a classic worker, Vite's default; and webpack stops at their names. Node has them also
 * without import.
 */
function forBundlers(name, bytes) {
  const text = bytes.toString();
  const changed = text.replace(
    /await import\("(node:\w+)"\)/g,
    'globalThis.process.getBuiltinModule("$1")',
  );
  if (changed === text || /\bimport\("node:/.test(changed)) {
    throw new UserError(
      `${name} imports Node's modules in another way than scripts/build.mjs knows.`,
    );
  }
  return Buffer.from(changed);
}

/** Does `work` unless its stamp says that it was done from the same files. */
async function whenChanged(name, inputs, output, work) {
  const skip = (file) => file === 'node_modules' || file.endsWith('.tsbuildinfo');
  const common = ['package.json', 'package-lock.json'].map((file) => inRoot(file));
  const value = hashFiles(filesBelow([...common, ...inputs], skip));
  if (isStamped(name, value) && existsSync(output)) return note('up to date');
  const began = Date.now();
  unstamp(name);
  await timed(`build the ${name}`, work);
  stamp(name, value);
  note(`built in ${seconds(Date.now() - began)}`);
}

async function buildPage() {
  heading('Page');
  await whenChanged('page', [inRoot('web'), inRoot('cpp')], join(distDir, 'index.html'), () =>
    run(bin('vite'), ['build', '--config', inRoot('web/vite.config.ts')], {
      cwd: root,
      show: true,
      timeout: 600_000,
      what: 'vite build',
    }),
  );
}

async function buildPackage() {
  heading('Package');
  const out = join(buildDir, 'package');
  const inputs = [
    inRoot('web/src/lib'),
    ...filesBelow([inRoot('web')]).filter((file) => /tsconfig/.test(file)),
  ];
  await whenChanged('package', inputs, join(out, 'index.js'), async () => {
    rmSync(out, { recursive: true, force: true });
    const options = { cwd: root, show: true, timeout: 300_000, what: 'tsc of the package' };
    await run(bin('tsc'), ['-p', inRoot('web/tsconfig.package.json')], options);
    cpSync(wasmOutDir, join(out, 'wasm'), { recursive: true });
  });
}

/** Builds what is asked for and not yet there. */
export async function build({ page = true, package: asPackage = true } = {}) {
  const data = page && timed('data', () => ensureData());
  if (data) data.catch(() => {}); // told of below, once
  await buildModule();
  if (page) {
    await data;
    await buildPage();
  }
  if (asPackage) await buildPackage();
}

if (isMain(import.meta.url)) {
  const onlyPackage = process.argv.includes('--package');
  await main(async () => {
    await build({ page: !onlyPackage });
    printTimes();
    note(`\n   ${onlyPackage ? 'build/package/ is' : 'dist/ and build/package/ are'} ready.`);
  });
}
