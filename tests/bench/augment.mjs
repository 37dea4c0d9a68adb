// SPDX-License-Identifier: MIT
// `npm run bench:augment`: what it costs to change each training image anew, in Chromium, on one
// thread: for each image by itself, and as a share of the steps of 784-800-10, batches of 128 of
// MNIST; and what a generated digit costs, and a mean of the weights. `-- simd128` or `-- turbo`
// takes one alone; --quick only tries that it runs.
import { heading, main, note } from '../../scripts/lib/log.mjs';
import { isMain } from '../../scripts/lib/paths.mjs';
import { openBrowser } from './lib/browser.mjs';
import { ensureDatasets } from './lib/datasets.mjs';
import { about } from './lib/machine.mjs';
import { readOptions } from './lib/options.mjs';
import { buildWasmPrograms } from './lib/programs.mjs';
import { fixed, report, verdict } from './lib/report.mjs';

const BUILDS = { simd128: 'augment.mjs', turbo: 'augment_turbo.mjs' };
const KINDS = {
  shift: { shift: 2 },
  scale: { scale: 0.15 },
  rotation: { rotation: 15 },
  shear: { shear: 0.2 },
  elastic: { elastic: 34 },
  thickness: { thickness: 1 },
};
const ALL = Object.assign({}, ...Object.values(KINDS));
const STEP = { units: 800, batchSize: 128, learningRate: 0.1 };
/** It must cost less than the step itself. */
const MOST = 0.5;

const TIMING = { warmUpMs: 150, ms: 400 };
/** As cpp/include/mlp/methods/averaging.h has it. */
const AVERAGED_UPDATES = 8;
const STEPS = { warmUp: 150, steps: 4, chunks: 150, meanSteps: 1200 };
const QUICK = {
  timing: { warmUpMs: 5, ms: 10 },
  steps: { warmUp: 2, steps: 2, chunks: 2, meanSteps: 24 },
};

/** [{build, kernels, images: {kind: us}, digit, fields, step, changed, mean, share, longer, met}] */
async function measure(browser, builds, { timing, steps }) {
  const results = [];
  for (const build of builds) {
    heading(`Changed images, ${build}`);
    const module = await browser.openModule('/page/augment.mjs');
    const kernels = await module.call('load', `/programs/${BUILDS[build]}`);
    const images = {};
    for (const [name, kind] of Object.entries({ none: {}, ...KINDS, all: ALL })) {
      images[name] = await module.call('perImage', { kind, ...timing });
    }
    note(`all kinds: ${fixed(images.all, 2)} us an image`);
    const others = await module.call('others', timing);
    const [step, changed] = await module.call('steps', { kinds: [{}, ALL], ...STEP, ...steps });
    const mean = await module.call('mean', { ...STEP, ...steps });
    const share = (images.all * STEP.batchSize) / changed;
    const longer = (changed - step) / changed;
    note(`${fixed(100 * share, 0)} % of a step`);
    await module.close();
    const met = longer < MOST;
    const figures = { step, changed, mean, share, longer, met };
    results.push({ build, kernels, images, ...others, ...figures });
  }
  return results;
}

const sections = (results) => [
  {
    title: 'An image, by itself',
    remark: 'Microseconds. `none` copies it; `all` is all of these kinds at once.',
    rows: Object.keys(results[0].images).map((kind) => ({
      kind,
      ...Object.fromEntries(results.map(({ build, images }) => [build, fixed(images[kind], 2)])),
    })),
  },
  {
    title: 'A step of 784-800-10, batch 128, one thread',
    remark:
      'Microseconds, with the images as they are and with all kinds of change. Beside the change ' +
      'itself a step has more to do: changed images have fewer pixels without ink, which its products ' +
      'leave out. To be met: both together take less than half of the step.',
    rows: results.map(({ build, step, changed, share, longer, met }) => ({
      build,
      'as they are': fixed(step, 0),
      changed: fixed(changed, 0),
      'of it the change, %': fixed(100 * share, 1),
      'and all that it is longer, %': fixed(100 * longer, 1),
      met: verdict(met),
    })),
  },
  {
    title: 'Others',
    remark:
      'Microseconds: a digit of other hands; the fields of elastic distortion, once an epoch; taking ' +
      'an exponential mean of the weights, which every 8th step does, and what that is for each.',
    rows: results.map(({ build, digit, fields, step, mean }) => ({
      build,
      'a digit': fixed(digit, 1),
      fields: fixed(fields, 0),
      'a mean': fixed(mean, 0),
      '% of a step': fixed((100 * mean) / AVERAGED_UPDATES / step, 1),
    })),
  },
];

async function run() {
  const { quick, build, out, positionals } = readOptions({}, Object.keys(BUILDS));
  await buildWasmPrograms({ asNeeded: build });
  await ensureDatasets();
  const browser = await openBrowser();
  try {
    const machine = await about(browser.version);
    const settings = quick ? QUICK : { timing: TIMING, steps: STEPS };
    const builds = positionals.length > 0 ? positionals : Object.keys(BUILDS);
    const results = await measure(browser, builds, settings);
    report({
      folder: out,
      name: 'augment',
      title: 'What changed images cost',
      about: machine,
      result: { kinds: KINDS, ...STEP, settings, results },
      sections: sections(results),
    });
  } finally {
    await browser.close();
  }
}

if (isMain(import.meta.url)) await main(run);
