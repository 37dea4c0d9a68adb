// SPDX-License-Identifier: MIT
// The stages of `npm test`. Each runs to what test-counts.mjs tells; `needs` names stages without
// which it cannot run, `group` is what --only chooses.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { build, buildModule, buildWasm } from '../build.mjs';
import { ensureData } from '../data.mjs';
import { chosenMutants, tryMutants } from '../../tests/mutants/mutants.mjs';
import { ensureToolchain } from '../toolchain.mjs';
import { checkWeight } from '../weight.mjs';
import { ensureChromium } from './chromium.mjs';
import { cmakeBuild, ctest } from './cmake.mjs';
import { clangFormat, prettier } from './format-tools.mjs';
import { note } from './log.mjs';
import { bin, buildDir, inRoot, root } from './paths.mjs';
import { tryRun } from './run.mjs';
import { ensureSystemPackages, offerSystemPackages } from './system.mjs';
import { addCounts, checkCounts, playwrightCounts, vitestCounts } from './test-counts.mjs';

const minutes = 60_000;
const reports = join(buildDir, 'reports');
const show = { cwd: root, show: true };

const check = (command, args, limit = 5 * minutes) =>
  tryRun(command, args, { ...show, timeout: limit }).then(checkCounts);

/** Every project of web/ and tests/; tsconfig.base.json is only what the others share. */
async function typeCheck() {
  const inWeb = readdirSync(inRoot('web')).filter((name) => /^tsconfig\..*\.json$/.test(name));
  const projects = inWeb
    .filter((name) => name !== 'tsconfig.base.json')
    .map((name) => `web/${name}`)
    .concat('tests/tsconfig.json');
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const project of projects) {
    const { passed, failed } = await check(bin('tsc'), ['-p', inRoot(project), '--noEmit']);
    if (failed > 0) console.log(`   ${project} has errors`);
    total.passed += passed;
    total.failed += failed;
  }
  return total;
}

/** A step that is done or throws, counted as one check. */
const step = (work) => async () => {
  await work();
  return { passed: 1, failed: 0, skipped: 0 };
};

const freshReport = (name) => {
  mkdirSync(reports, { recursive: true });
  rmSync(join(reports, name), { force: true });
  return join(reports, name);
};

const native = (preset, what, more) => async () => {
  await ensureSystemPackages([{ package: 'g++', probe: 'g++' }]);
  await offerSystemPackages([{ package: 'libgtest-dev', probe: '/usr/include/gtest/gtest.h' }]);
  const { eigenDir } = await ensureToolchain();
  const definitions = { MLP_EIGEN_DIR: eigenDir, MLP_BUILD_TESTS: 'ON', ...more };
  const binaryDir = await cmakeBuild({
    preset,
    target: 'mlp_all_tests',
    definitions,
    env: process.env,
    what,
  });
  return ctest(binaryDir, freshReport(`${preset}.xml`));
};

/** Some of the faults that the tests must see; `npm run mutants` tries them all. */
async function faults() {
  const chosen = chosenMutants({ gate: true });
  const survivors = await tryMutants(chosen, ({ name }, changes, caughtBy) =>
    note(`  ${name}: ${changes ? (caughtBy ?? 'no test sees it') : 'changes nothing'}`),
  );
  const failures = survivors.map(({ name, why }) => `${name}: ${why}`);
  const failed = new Set(survivors.map(({ name }) => name)).size;
  return { passed: chosen.length - failed, failed, skipped: 0, failures };
}

async function wasmTests() {
  await offerSystemPackages([
    { package: 'googletest', probe: '/usr/src/googletest/CMakeLists.txt' },
  ]);
  const what = 'the test suite as WebAssembly, for each variant';
  const binaryDir = await buildWasm({
    target: 'mlp_all_tests',
    definitions: { MLP_BUILD_TESTS: 'ON' },
    what,
  });
  return ctest(binaryDir, freshReport('wasm.xml'));
}

/** The tests of tests/<folder>. */
const vitest = (folder) => async () => {
  const file = freshReport(`vitest-${folder}.json`);
  const config = ['--config', inRoot('tests', folder, 'vitest.config.ts')];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const options = { ...show, timeout: 20 * minutes };
  return vitestCounts(file, await tryRun(bin('vitest'), ['run', ...config, ...reporters], options));
};

/** PyTorch and NumPy judge files of networks: half a gigabyte that only .ci/run asks for. */
async function library() {
  if (process.env.MLP_JUDGES === '1') {
    const has = (module) => () =>
      spawnSync('/usr/bin/python3', ['-c', `import ${module}`], { timeout: minutes }).status === 0;
    await offerSystemPackages([
      { package: 'python3-torch', probe: has('torch') },
      { package: 'python3-numpy', probe: has('numpy') },
    ]);
  }
  return vitest('web')();
}

const script = (name) => () => check(process.execPath, [inRoot('scripts', name)]);

/** A project of tests/e2e/playwright.config.ts. */
async function browserProject(project, workers, chromium) {
  const file = freshReport(`playwright-${project.replaceAll(' ', '-')}.json`);
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: file, CHROMIUM_PATH: chromium };
  const config = ['-c', inRoot('tests/e2e/playwright.config.ts'), '--reporter=list,json'];
  const args = ['test', ...config, `--project=${project}`, `--workers=${workers}`];
  const options = { ...show, env, timeout: 25 * minutes };
  return playwrightCounts(file, await tryRun(bin('playwright'), args, options));
}

async function browser() {
  const chromium = await ensureChromium();
  const workers = process.env.BROWSER_WORKERS ?? Math.min(2, availableParallelism());
  const beside = await browserProject('side by side', workers, chromium);
  const alone = await browserProject('alone', 1, chromium);
  return addCounts(beside, alone);
}

const buildStage = 'build the WebAssembly modules';
const pageStage = 'build the page and the package';
const sanitizers = 'with ASan and UBSan';

export const stages = [
  { name: 'data', group: 'prepare', run: step(() => ensureData()) },
  { name: buildStage, group: 'prepare', run: step(buildModule) },
  { name: pageStage, group: 'prepare', needs: [buildStage, 'data'], run: step(() => build()) },
  {
    name: 'clang-format',
    group: 'static',
    run: () => clangFormat({ check: true }).then(checkCounts),
  },
  { name: 'prettier', group: 'static', run: () => prettier({ check: true }).then(checkCounts) },
  {
    name: 'eslint',
    group: 'static',
    needs: [pageStage],
    run: () => check(bin('eslint'), ['--max-warnings', '0', '.']),
  },
  {
    name: 'tsc',
    group: 'static',
    needs: [pageStage],
    run: typeCheck,
  },
  { name: 'fences', group: 'static', run: script('fences.mjs') },
  { name: 'templates', group: 'static', run: script('templates.mjs') },
  { name: 'what fences and templates refuse', group: 'static', run: vitest('fences') },
  { name: 'weight of the page', group: 'static', needs: [pageStage], run: () => checkWeight() },
  {
    name: `C++ ${sanitizers}`,
    group: 'native',
    run: native('native-sanitize', `the core ${sanitizers}`),
  },
  { name: 'C++ optimised', group: 'native', run: native('native-release', 'the core, optimised') },
  { name: 'faults that the tests must see', group: 'native', run: faults },
  { name: 'C++ as WebAssembly in Node', group: 'wasm', run: wasmTests },
  { name: 'library', group: 'lib', needs: [pageStage], run: library },
  { name: 'browser', group: 'e2e', needs: [pageStage], run: browser },
];
