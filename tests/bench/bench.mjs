// SPDX-License-Identifier: MIT
// `npm run bench`: how fast the package trains in Chromium, beside PyTorch, TensorFlow.js and
// jax-js. All take turns in several rounds, so that the machine's noise hits them alike; a figure
// is the best, or the median, of chunks of 100 updates. `-- 784-800-10` takes one network alone,
// --rounds more or fewer turns; --quick only tries that it runs.
import { heading, main, note, warn } from '../../scripts/lib/log.mjs';
import { openBrowser } from './lib/browser.mjs';
import { buildPage } from './lib/build-page.mjs';
import { makeContenders } from './lib/contenders.mjs';
import { ensureDatasets } from './lib/datasets.mjs';
import { about } from './lib/machine.mjs';
import { readOptions, toCount } from './lib/options.mjs';
import { installPackages } from './lib/peers.mjs';
import { toRatios } from './lib/ratios.mjs';
import { report, fixed, speed, verdict } from './lib/report.mjs';
import { median, most } from './lib/statistics.mjs';

const BATCH_SIZE = 128;
const ALL = /./;
const TASKS = [
  { layers: [784, 128, 64, 10], dataset: 'mnist', learningRate: 0.1, who: ALL },
  { layers: [784, 512, 256, 10], dataset: 'mnist', learningRate: 0.1, who: ALL },
  { layers: [784, 800, 10], dataset: 'mnist', learningRate: 0.1, who: ALL },
  // Noise has nothing to learn, and a higher rate would only diverge.
  { layers: [784, 128, 64, 10], dataset: 'noise', learningRate: 0.001, who: /ours|PyTorch/ },
];

const nameOf = ({ layers, dataset }) =>
  `${layers.join('-')}${dataset === 'noise' ? ', dense data' : ''}`;

/** Opens who can run, and lets each train a little; `missing` says of the others why not. */
async function openAll(contenders, { who, ...task }, warmUp) {
  const racers = [];
  for (const { name, open } of contenders.filter((contender) => who.test(contender.name))) {
    try {
      const racer = await open({ ...task, batchSize: BATCH_SIZE });
      await racer.train({ warmUp, steps: warmUp, chunks: 1, budgetMs: 0 });
      racers.push({ name, samples: [], ...racer });
    } catch (error) {
      const missing = error.message.split('\n')[0].replace(/^page\.evaluate: (Error: )?/, '');
      warn(`${name} is left out: ${missing}`);
      racers.push({ name, missing });
    }
  }
  return racers;
}

/** One task: each contender in turn, in as many rounds as are asked for. */
async function race(contenders, task, { rounds, ...settings }) {
  heading(nameOf(task));
  const racers = await openAll(contenders, task, settings.warmUp);
  const running = racers.filter(({ missing }) => missing === undefined);
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (let turn = 0; turn < running.length; turn += 1) {
        // Each round begins with another, so that none always follows the same.
        const racer = running[(turn + round) % running.length];
        racer.samples.push(...(await racer.train(settings)));
      }
      note(`round ${round + 1} of ${rounds}`);
    }
    for (const racer of running) racer.cost = Number((await racer.cost()).toFixed(4));
  } finally {
    for (const { close } of running) await close();
  }
  return {
    network: nameOf(task),
    contenders: racers.map(({ name, missing, about, samples, cost }) =>
      missing === undefined
        ? { name, about, best: most(samples), median: median(samples), cost, samples }
        : { name, missing },
    ),
  };
}

const speedRows = (results) =>
  results.flatMap(({ network, contenders }) =>
    contenders.map(({ name, missing, samples, ...figures }) => ({
      network,
      contender: name,
      'best, images/s': missing === undefined ? speed(figures.best) : `missing: ${missing}`,
      'median, images/s': speed(figures.median),
      samples: samples?.length,
    })),
  );

const ratioRows = (ratios) =>
  ratios.map(({ network, what, by, best, median: middle, needed, met }) => ({
    network,
    ratio: what,
    ours: by,
    'of the best': fixed(best, 2),
    'of the medians': fixed(middle, 2),
    needed: needed ?? '',
    reached: verdict(met),
  }));

await main(async () => {
  const own = { rounds: { type: 'string', default: '6' } };
  const names = [...new Set(TASKS.map(({ layers }) => layers.join('-')))];
  const { quick, build, out, positionals, rounds } = readOptions(own, names);
  const settings = quick
    ? { rounds: 1, warmUp: 2, steps: 5, chunks: 2, budgetMs: 300 }
    : { rounds: toCount('rounds', rounds), warmUp: 20, steps: 100, chunks: 10, budgetMs: 1500 };
  const chosen = positionals.length > 0 ? positionals : names.slice(0, quick ? 1 : undefined);
  await buildPage({ asNeeded: build });
  await ensureDatasets();
  const packagesMissing = await installPackages();
  const browser = await openBrowser();
  try {
    const machine = await about(browser.version);
    const contenders = makeContenders(browser, packagesMissing);
    const networks = [];
    for (const task of TASKS.filter(({ layers }) => chosen.includes(layers.join('-')))) {
      networks.push(await race(contenders, task, settings));
    }
    const ratios = toRatios(networks);
    report({
      folder: out,
      name: 'main',
      title: 'Speed of training, side by side',
      about: machine,
      result: { batchSize: BATCH_SIZE, settings, networks, ratios },
      sections: [
        { title: 'Ratios', rows: ratioRows(ratios) },
        { title: 'Speeds', remark: 'Batch 128, plain SGD.', rows: speedRows(networks) },
      ],
    });
  } finally {
    await browser.close();
  }
});
