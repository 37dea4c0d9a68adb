// SPDX-License-Identifier: MIT
// `npm run bench:autosave`: what keeping the run costs its training, in Chromium, on the built page and
// MNIST. The page trains and keeps as it always does; page/save-probe.mjs, put before its worker, times
// what blocks the worker. Beside it the speed with and without keeping, by turns. Words that follow name
// the networks, as 784-800-10. --quick only tries that it runs.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { heading, main, note } from '../../scripts/lib/log.mjs';
import { distDir } from '../../scripts/lib/paths.mjs';
import { openBrowser } from './lib/browser.mjs';
import { buildPage } from './lib/build-page.mjs';
import { ensureDatasets } from './lib/datasets.mjs';
import { about } from './lib/machine.mjs';
import { readOptions } from './lib/options.mjs';
import { fixed, report, speed, verdict } from './lib/report.mjs';
import { median, most } from './lib/statistics.mjs';

const NETWORKS = ['784-128-64-10', '784-800-10', '784-2048-1024-10'];
const METHODS = { sgd: 0.1, adam: 0.001 };
/** Of the training's time, in percent. */
const LIMIT = 2;
/** With keeping and without, by turns. */
const TURNS = [true, false, true, false];

/** Answers the worker's script with the probe before it. */
function withProbe(url, response) {
  const name = /^\/dist\/assets\/(worker-[^/]*\.js)$/.exec(url)?.[1];
  if (!name || !readdirSync(join(distDir, 'assets')).includes(name)) return false;
  const script = readFileSync(join(distDir, 'assets', name), 'utf8');
  response.writeHead(200, { 'Content-Type': 'text/javascript' });
  response.end(`import '/page/save-probe.mjs';\n${script}`);
  return true;
}

/** Runs in the page: each save fails at once, before it reaches the worker. */
function keepNothing() {
  const { prototype } = globalThis.Worker;
  const post = prototype.postMessage;
  prototype.postMessage = function (message, ...rest) {
    if (message?.kind !== 'save') return post.call(this, message, ...rest);
    const error = { code: 'badState', message: 'This benchmark keeps nothing.' };
    const data = { id: message.id, type: 'error', error };
    setTimeout(() => this.onmessage(new globalThis.MessageEvent('message', { data })));
  };
}

/** What the worker's probe has seen of a training of so many milliseconds. */
async function train(browser, { network, method, keeping, ms }) {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    if (!keeping) await page.addInitScript(keepNothing);
    const link = `layers=${network}&optimizer=${method}&rate=${METHODS[method]}&epochs=1000`;
    await page.goto(`${browser.url}/dist/?v=1&data=mnist&${link}`);
    const button = page.getByRole('button', { name: 'Train', exact: true });
    await page.getByText('60,000 images to train on').waitFor();
    await button.click({ timeout: 60_000 });
    await delay(ms);
    const probes = page.workers().map((worker) =>
      // The threads' own workers have none.
      worker.evaluate(() => globalThis.saveProbe?.()).catch(() => undefined),
    );
    const all = await Promise.all(
      probes.map((probe) => Promise.race([probe, delay(5000, undefined, { ref: false })])),
    );
    return all.find((one) => one?.training.begin);
  } finally {
    await context.close();
  }
}

const wall = ({ begin, end }) => end.at - begin.at;
const imagesPerSecond = ({ training }) =>
  (1000 * (training.end.images - training.begin.images)) / wall(training);

function figures(network, method, runs) {
  const kept = runs.filter(({ keeping }) => keeping);
  const of = (which) => runs.filter(({ keeping }) => keeping === which).map(imagesPerSecond);
  const saves = kept.flatMap(({ saves: list }) => list);
  const copies = saves.map(({ copyMs }) => copyMs);
  const posts = saves.map(({ postMs }) => postMs);
  const each = saves.map(({ copyMs, postMs }) => copyMs + postMs);
  const blocked = each.reduce((sum, ms) => sum + ms, 0);
  const time = kept.reduce((sum, { training }) => sum + wall(training), 0);
  const sizes = network.split('-').map(Number);
  const weights = sizes.slice(1).reduce((sum, n, i) => sum + n * (sizes[i] + 1), 0);
  return {
    ...{ network, method, weights, saves: saves.length, seconds: time / 1000 },
    ...{ copyMs: median(copies), postMs: median(posts), largestMs: most(each) },
    ...{ percent: (100 * blocked) / time, with: median(of(true)), without: median(of(false)) },
    samples: { with: of(true), without: of(false), copyMs: copies, postMs: posts },
  };
}

const toRow = (one) => ({
  network: one.network,
  method: one.method,
  saves: one.saves,
  'every, s': fixed(one.seconds / one.saves, 2),
  'copying, ms': fixed(one.copyMs, 2),
  'posting, ms': fixed(one.postMs, 2),
  'most, ms': fixed(one.largestMs, 1),
  'blocked, %': fixed(one.percent, 2),
  'allowed, %': LIMIT,
  reached: verdict(one.percent <= LIMIT),
  'with, images/s': speed(one.with),
  'without, images/s': speed(one.without),
});

await main(async () => {
  const { quick, build, out, positionals } = readOptions({}, null);
  const networks = positionals.length > 0 ? positionals : NETWORKS;
  await buildPage({ asNeeded: build, page: true });
  await ensureDatasets();
  const browser = await openBrowser({ answer: withProbe });
  try {
    const machine = await about(browser.version);
    const results = [];
    for (const network of quick ? networks.slice(0, 1) : networks) {
      for (const method of Object.keys(METHODS)) {
        heading(`${network}, ${method}`);
        const runs = [];
        for (const keeping of quick ? TURNS.slice(0, 2) : TURNS) {
          const ms = quick ? 4000 : 10_000;
          const run = await train(browser, { network, method, keeping, ms });
          note(`${keeping ? 'kept' : 'not kept'}: ${speed(imagesPerSecond(run))} images/s`);
          runs.push({ keeping, ...run });
        }
        results.push(figures(network, method, runs));
        note(`${fixed(results.at(-1).percent, 2)} % of the training's time`);
      }
    }
    report({
      folder: out,
      name: 'autosave',
      title: 'What keeping the run costs',
      about: machine,
      result: { results },
      sections: [
        {
          title: 'Autosave',
          remark:
            'The page trains on MNIST, on its own threads, and keeps the run as it always does. ' +
            'Copying blocks the worker from the message to where the browser has the weights for ' +
            'their checksum; posting, while the answer leaves. Medians; `blocked` is their sum over ' +
            'all saves, of the time from the first progress to the last. The speeds are medians of ' +
            'two runs each, by turns, of that time too, so that they hold all else that keeping ' +
            'does in the browser.',
          rows: results.map(toRow),
        },
      ],
    });
  } finally {
    await browser.close();
  }
});
