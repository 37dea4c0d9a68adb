// SPDX-License-Identifier: MIT
// `npm run bench:phases`: where the time of a training step goes in Chromium, on one thread: the
// engine's own passes one by one, batch 128 of MNIST, in time and in GFLOP/s beside the most that
// 128-bit multiply-adds do on this machine. `-- simd128` or `-- turbo` takes one alone, --method
// 'adam' another step; --quick only tries that it runs.
import { UserError, heading, main, note } from '../../scripts/lib/log.mjs';
import { isMain } from '../../scripts/lib/paths.mjs';
import { openBrowser } from './lib/browser.mjs';
import { ensureDatasets } from './lib/datasets.mjs';
import { about } from './lib/machine.mjs';
import { readOptions } from './lib/options.mjs';
import { buildWasmPrograms } from './lib/programs.mjs';
import { fixed, report } from './lib/report.mjs';

const BATCH_SIZE = 128;
const NETWORKS = [
  [784, 128, 64, 10],
  [784, 512, 256, 10],
  [784, 800, 10],
];
const BUILDS = { simd128: 'phases.mjs', turbo: 'phases_turbo.mjs' };
/** As mlp::Method numbers them. */
const METHODS = {
  sgd: { method: 0, learningRate: 0.1 },
  adam: { method: 4, learningRate: 0.001 },
};

const rows = ({ phases, step }, peak) => {
  const sum = phases.reduce((total, { microseconds }) => total + microseconds, 0);
  const row = (phase, microseconds, operations) => {
    const speed = operations / microseconds / 1000;
    return {
      phase,
      us: fixed(microseconds, 1),
      'of the phases, %': fixed((100 * microseconds) / sum, 1),
      'GFLOP/s': operations > 0 ? fixed(speed, 1) : '',
      'of the peak, %': operations > 0 ? fixed((100 * speed) / peak, 0) : '',
    };
  };
  const operations = phases.reduce((total, each) => total + each.operations, 0);
  return [
    ...phases.map((each) => row(each.phase, each.microseconds, each.operations)),
    row('all of the phases', sum, operations),
    row('whole steps, without the clock', step, operations),
  ];
};

/**
 * Measures in a browser of openBrowser(): [{build, kernels, peak, networks: [{network, phases,
 * step, cost}]}].
 */
export async function measurePhases(browser, { builds = Object.keys(BUILDS), ...settings }) {
  const results = [];
  for (const build of builds) {
    heading(`Phases of a step, ${build}`);
    const module = await browser.openModule('/page/phases.mjs');
    const kernels = await module.call('load', `/programs/${BUILDS[build]}`);
    const peak = await module.call('peak');
    note(`peak ${fixed(peak, 1)} GFLOP/s`);
    const networks = [];
    for (const layers of NETWORKS) {
      const task = { layers, batchSize: BATCH_SIZE, ...settings };
      networks.push({ network: layers.join('-'), ...(await module.call('phases', task)) });
      note(layers.join('-'));
    }
    await module.close();
    results.push({ build, kernels, peak, networks });
  }
  return results;
}

/** What report() wants of measurePhases(). */
export const phaseSections = (results) =>
  results.flatMap(({ build, peak, networks }) =>
    networks.map(({ network, sparseInput, ...figures }) => ({
      title: `${network}, ${build}`,
      remark:
        `The most that 128-bit multiply-adds do: ${fixed(peak, 1)} GFLOP/s. X ` +
        `${sparseInput ? 'is taken without its zeros' : 'is dense'}; operations that a product leaves out do not count. ` +
        'The update is fused to the gradient; a pass makes the lists that it needs.',
      rows: rows(figures, peak),
    })),
  );

export const PHASE_SETTINGS = { warmUp: 200, steps: 20, chunks: 30, ...METHODS.sgd };
const QUICK = { warmUp: 3, steps: 3, chunks: 2 };

async function runAlone() {
  const own = { method: { type: 'string', default: 'sgd' } };
  const { quick, build, out, positionals, method } = readOptions(own, Object.keys(BUILDS));
  if (!(method in METHODS)) {
    throw new UserError(`--method is one of: ${Object.keys(METHODS).join(', ')}.`);
  }
  await buildWasmPrograms({ asNeeded: build });
  await ensureDatasets();
  const browser = await openBrowser();
  try {
    const machine = await about(browser.version);
    const settings = { ...PHASE_SETTINGS, ...METHODS[method], ...(quick ? QUICK : {}) };
    const builds = positionals.length > 0 ? positionals : undefined;
    const results = await measurePhases(browser, { ...settings, builds });
    report({
      folder: out,
      name: method === 'sgd' ? 'phases' : `phases-${method}`,
      title: 'Phases of a training step',
      about: machine,
      result: { batchSize: BATCH_SIZE, settings, results },
      sections: phaseSections(results),
    });
  } finally {
    await browser.close();
  }
}

if (isMain(import.meta.url)) await main(runAlone);
