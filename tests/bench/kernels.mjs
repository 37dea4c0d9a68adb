// SPDX-License-Identifier: MIT
// `npm run bench:kernels`: each kernel alone, natively with Google Benchmark and as WebAssembly in
// Chromium, beside what Eigen takes for the same; and up to which density it pays to leave out the
// zeros. `-- native`, `-- simd128` and `-- turbo` take one alone; --only takes the kernels whose
// names have some text; --quick only tries that it runs.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { heading, main, note } from '../../scripts/lib/log.mjs';
import { buildDir } from '../../scripts/lib/paths.mjs';
import { run } from '../../scripts/lib/run.mjs';
import { openBrowser } from './lib/browser.mjs';
import { findCrossings, sweepPlan } from './lib/crossings.mjs';
import { about } from './lib/machine.mjs';
import { readOptions } from './lib/options.mjs';
import { buildNativeKernels, buildWasmPrograms } from './lib/programs.mjs';
import { fixed, report } from './lib/report.mjs';

/** Of the layers that are trained, with batches of 128; densities as MNIST and a ReLU have them. */
const SIZES = [
  { n: 128, nBefore: 784, m: 128, density: 0.19 },
  { n: 512, nBefore: 784, m: 128, density: 0.19 },
  { n: 256, nBefore: 512, m: 128, density: 0.5 },
  { n: 10, nBefore: 800, m: 128, density: 0.5 },
];

const BUILDS = { simd128: 'kernels.mjs', turbo: 'kernels_turbo.mjs' };

/** Google Benchmark's words for a plan: {kernels, measured: [{microseconds, operations}]}. */
async function measureNatively(program, plan, { seconds }) {
  const folder = join(buildDir, 'bench');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'plan.txt');
  const toLine = ({ name, n, nBefore, m, density, eigen }) =>
    [name.replaceAll(' ', '_'), n, nBefore, m, density, Number(eigen)].join(' ');
  writeFileSync(file, `${plan.map(toLine).join('\n')}\n`);
  const repetitions = 3;
  const { stdout } = await run(
    program,
    [
      file,
      '--benchmark_format=json',
      `--benchmark_min_time=${seconds / repetitions}`,
      `--benchmark_repetitions=${repetitions}`,
    ],
    { timeout: 1_800_000, what: 'the native benchmark' },
  );
  // It writes NaN, which JSON has not, for the spread of equal numbers.
  const { context, benchmarks } = JSON.parse(stdout.replaceAll(/\bNaN\b/g, 'null'));
  const measured = plan.map(() => ({}));
  for (const { name, run_type: type, error_occurred: failed, ...each } of benchmarks) {
    if (type !== 'iteration' || failed) continue;
    const of = measured[Number(name.split('/')[0])];
    of.operations = each.operations;
    of.microseconds = Math.min(of.microseconds ?? Infinity, each.real_time);
  }
  return { kernels: context.kernels, measured };
}

async function measureInPage(module, plan, settings) {
  const measured = [];
  // Some at a time, so that one sees that it goes on.
  for (let at = 0; at < plan.length; at += 20) {
    const some = plan.slice(at, at + 20);
    measured.push(...(await module.call('measure', { plan: some, ...settings })));
    note(`${Math.min(at + 20, plan.length)} of ${plan.length}`);
  }
  return measured;
}

const twice = (lines) =>
  lines.flatMap((line) => [
    { ...line, eigen: false },
    { ...line, eigen: true },
  ]);

const gflops = ({ operations = 0, microseconds }) =>
  operations > 0 ? fixed(operations / microseconds / 1000, 1) : '';

function kernelRows(plan, measured) {
  const rows = [];
  for (let k = 0; k < plan.length; k += 2) {
    const { name, n, nBefore, m, density } = plan[k];
    const [ours, eigen] = [measured[k], measured[k + 1]];
    const has = eigen.microseconds !== undefined;
    rows.push({
      kernel: name,
      'n x n_before': `${n} x ${nBefore}`,
      m,
      density,
      us: fixed(ours.microseconds, 1),
      'GFLOP/s': gflops(ours),
      'Eigen, us': fixed(eigen.microseconds, 1),
      'times as fast': has ? fixed(eigen.microseconds / ours.microseconds, 2) : '',
    });
  }
  return rows;
}

/** A row for each product, a column for each number of panels. */
function crossingRows(crossings) {
  const rows = new Map();
  for (const { what, panels, crossing } of crossings) {
    const row = rows.get(what) ?? { product: what };
    row[`${panels} panel${panels > 1 ? 's' : ''}`] = fixed(crossing, 2);
    rows.set(what, row);
  }
  return [...rows.values()];
}

await main(async () => {
  const own = { only: { type: 'string', default: '' } };
  const builds = ['native', ...Object.keys(BUILDS)];
  const { quick, build, out, positionals, only } = readOptions(own, builds);
  const chosen = positionals.length > 0 ? positionals : builds;
  const settings = quick ? { warmUpMs: 5, ms: 5, sampleMs: 0.5 } : { warmUpMs: 100, ms: 60 };
  const panels = quick ? [1, 4] : undefined;
  const program = await buildNativeKernels({ asNeeded: build });
  if (chosen.some((name) => name in BUILDS)) await buildWasmPrograms({ asNeeded: build });
  const { stdout } = await run(program, ['--list'], { timeout: 60_000 });
  const names = stdout.split('\n').filter((name) => name && name.includes(only));
  const sizes = quick ? SIZES.slice(3) : SIZES;
  const plan = twice(names.flatMap((name) => sizes.map((each) => ({ name, ...each }))));
  const sweep = only === '' ? sweepPlan(panels) : [];
  const browser = await openBrowser();
  const results = [];
  try {
    const machine = await about(browser.version);
    for (const name of chosen) {
      heading(name);
      let kernels;
      let measured;
      if (name === 'native') {
        const seconds = quick ? 0.01 : 0.1;
        ({ kernels, measured } = await measureNatively(program, [...plan, ...sweep], { seconds }));
      } else {
        const module = await browser.openModule('/page/kernels.mjs');
        kernels = await module.call('load', `/programs/${BUILDS[name]}`);
        measured = await measureInPage(module, [...plan, ...sweep], settings);
        await module.close();
      }
      const crossings =
        sweep.length > 0 ? findCrossings(sweep, measured.slice(plan.length), panels) : [];
      const cases = plan.map((each, k) => ({ ...each, ...measured[k] }));
      results.push({ name, kernels, cases, crossings, rows: kernelRows(plan, measured) });
    }
    report({
      folder: out,
      name: 'kernels',
      title: 'Kernels, one by one',
      about: machine,
      result: { settings, builds: results.map(({ rows, ...rest }) => (void rows, rest)) },
      sections: results.flatMap(({ name, kernels, crossings, rows }) => [
        {
          title: `${name}: density up to which leaving out the zeros pays`,
          remark:
            'Of X (784 rows) or of a hidden layer (256 rows) before, m 128, by the panels of 32 ' +
            'rows of the result; lists included. 0: never, 1: always.',
          rows: crossingRows(crossings),
        },
        {
          title: `${name}: times`,
          remark:
            `Kernels: ${kernels}. Best of several; operations with zeros left out do not count. ` +
            'Eigen works on matrices of its own, in the instructions of the same build, and leaves out no zeros.',
          rows,
        },
      ]),
    });
  } finally {
    await browser.close();
  }
});
