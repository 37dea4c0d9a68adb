// SPDX-License-Identifier: MIT
// `npm run bench:latency`: how long one waits in Chromium for the answer to 10,000 test images, for
// a single prediction, idle and while a training goes on, and for the page to become ready.
// --threads and --math say how; --quick only tries that it runs.
import { heading, main, note } from '../../scripts/lib/log.mjs';
import { openBrowser } from './lib/browser.mjs';
import { buildPage } from './lib/build-page.mjs';
import { ensureDatasets } from './lib/datasets.mjs';
import { about } from './lib/machine.mjs';
import { readOptions, toCount } from './lib/options.mjs';
import { fixed, report, verdict } from './lib/report.mjs';
import { least, median, percentile95 } from './lib/statistics.mjs';

const NETWORKS = [
  [784, 128, 64, 10],
  [784, 512, 256, 10],
  [784, 800, 10],
];
/** In milliseconds; what an evaluation may take is asked of the first network alone. */
const NEEDED = { evaluate: 30, predict: 1, read: 1, start: 1000 };
const LABELS = {
  evaluate: 'evaluation of 10,000 images',
  predict: 'prediction from pixels',
  read: 'prediction from strokes',
};

/** Runs in each new page: notes when the button `Train`, in whatever shadow, can be clicked. */
function watchForTrain() {
  const find = (root) => {
    for (const element of root.querySelectorAll('*')) {
      const isTrain = element.localName === 'button' && element.textContent.trim() === 'Train';
      const found = isTrain ? element : element.shadowRoot && find(element.shadowRoot);
      if (found) return found;
    }
    return undefined;
  };
  const look = () => {
    const button = find(document);
    if (button && !button.disabled) globalThis.readyAt = performance.now();
    else setTimeout(look, 2);
  };
  look();
}

/** When the page could train, in milliseconds. */
async function coldStart(browser) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(watchForTrain);
  await page.goto(`${browser.url}/dist/`);
  await page.waitForFunction(() => globalThis.readyAt !== undefined);
  const result = await page.evaluate(() => globalThis.readyAt);
  await context.close();
  return result;
}

const toRow = (network, when, what, samples) => {
  const isAsked = what !== 'evaluate' || network === NETWORKS[0].join('-');
  const needed = isAsked ? NEEDED[what] : undefined;
  const middle = median(samples);
  return {
    network,
    what: `${LABELS[what]}, ${when}`,
    'least, ms': fixed(least(samples), 2),
    'median, ms': fixed(middle, 2),
    '95 %, ms': fixed(percentile95(samples), 2),
    'needed, ms': needed,
    reached: verdict(needed === undefined ? undefined : middle <= needed),
  };
};

await main(async () => {
  const own = {
    threads: { type: 'string', default: '1' },
    math: { type: 'string', default: 'reproducible' },
  };
  const { quick, build, out, ...chosen } = readOptions(own);
  const engine = { threads: toCount('threads', chosen.threads), math: chosen.math };
  await buildPage({ asNeeded: build, page: true });
  await ensureDatasets();
  const browser = await openBrowser();
  try {
    const machine = await about(browser.version);
    const effort = quick
      ? { evaluations: 3, predictions: 20 }
      : { evaluations: 20, predictions: 300 };
    const networks = [];
    const module = await browser.openModule('/ours/latency.js');
    for (const layers of quick ? NETWORKS.slice(0, 1) : NETWORKS) {
      const network = layers.join('-');
      heading(network);
      const backend = await module.call('prepare', { layers, ...engine });
      const idle = await module.call('measure', effort);
      const inTraining = await module.call('measureInTraining', effort);
      networks.push({ network, backend, idle, inTraining });
    }
    heading('Cold start of the page');
    const starts = [];
    for (let i = 0; i < (quick ? 2 : 7); i += 1) starts.push(await coldStart(browser));
    note(`${fixed(median(starts), 0)} ms to an enabled Train`);
    report({
      folder: out,
      name: 'latency',
      title: 'Time to an answer',
      about: machine,
      result: { effort, networks, starts },
      sections: [
        {
          title: 'Calls',
          remark:
            `From the page's call to its answer, messages to the worker included; ` +
            `${networks[0].backend.threads} thread(s), ${networks[0].backend.math}. ` +
            'The median is what is judged.',
          rows: networks.flatMap(({ network, idle, inTraining }) => [
            ...Object.entries(idle).map(([what, all]) => toRow(network, 'idle', what, all)),
            ...Object.entries(inTraining).map(([what, all]) =>
              toRow(network, 'in training', what, all),
            ),
          ]),
        },
        {
          title: 'Cold start',
          remark:
            'From the navigation to an enabled `Train`, nothing cached, from a server on the same ' +
            'machine: then the first training images have arrived.',
          rows: [
            {
              'least, ms': fixed(least(starts), 0),
              'median, ms': fixed(median(starts), 0),
              'needed, ms': NEEDED.start,
              reached: verdict(median(starts) <= NEEDED.start),
            },
          ],
        },
      ],
    });
  } finally {
    await browser.close();
  }
});
