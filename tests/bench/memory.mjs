// SPDX-License-Identifier: MIT
// `npm run bench:memory`: what the library's worker holds in Chromium while it trains
// 784-512-256-10 on MNIST, and that it holds no more after 100 runs, nor the page after 100
// trainers. --threads and --math say how, and with threads the figures are too high (see weigh());
// --quick only tries that it runs.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { heading, main, note } from '../../scripts/lib/log.mjs';
import { openBrowser } from './lib/browser.mjs';
import { buildPage, oursDir } from './lib/build-page.mjs';
import { ensureDatasets } from './lib/datasets.mjs';
import { about } from './lib/machine.mjs';
import { readOptions, toCount } from './lib/options.mjs';
import { fixed, report, verdict } from './lib/report.mjs';

const LAYERS = [784, 512, 256, 10];
/** Of the whole worker, in MB. */
const LIMIT = 160;
/** More than this, from a tenth of the runs to all, is growth and not the collector's mood; in MB. */
const GROWTH = 5;

const MB = 1e6;
const megabytes = (bytes) => fixed(bytes / MB, 1).replace('-0.0', '0.0');

/** Answers the worker's script with the probe before it. */
function withProbe(url, response) {
  const name = /^\/ours\/assets\/(worker-[^/]*\.js)$/.exec(url)?.[1];
  if (!name || !readdirSync(join(oursDir, 'assets')).includes(name)) return false;
  const script = readFileSync(join(oursDir, 'assets', name), 'utf8');
  response.writeHead(200, { 'Content-Type': 'text/javascript' });
  response.end(`import '/page/probe.mjs';\n${script}`);
  return true;
}

/** {now, first}: bytes of the worker's WebAssembly memory, by the probe; `first` at its start. */
async function wasmBytes(page) {
  const none = { now: 0, first: 0 };
  const sum = { ...none };
  for (const worker of page.workers()) {
    // A thread's own worker shares the memory, and has no probe; one that has just ended is silent.
    const sizes = worker.evaluate(() => globalThis.wasmBytes?.()).catch(() => undefined);
    const { now, first } =
      (await Promise.race([sizes, delay(5000, undefined, { ref: false })])) ?? none;
    sum.now += now;
    sum.first += first;
  }
  return sum;
}

const isWorker = ({ scopes }) => scopes.some((scope) => scope.includes('Worker'));

/** What the workers, of the trainer and of its threads, and the page hold now, in bytes. */
async function weigh({ call, page }) {
  // A worker that ends while the browser measures makes it wait for a minute.
  await delay(500);
  const { parts } = await call('measure');
  const { now, first } = await wasmBytes(page);
  // The browser counts a WebAssembly memory in none of the workers, or, where threads share it, in
  // each that has looked into it, at each size it had when it looked. It is counted once here; what
  // is left of another size makes the figure too high, and never too low.
  const own = ({ bytes }) =>
    [now, first].reduce((rest, size) => (size > 0 && rest >= size ? rest - size : rest), bytes);
  const sum = (list) => list.reduce((total, part) => total + own(part), 0);
  return { wasm: now, worker: now + sum(parts.filter(isWorker)), all: now + sum(parts), parts };
}

/** Does `step` ten at a time and weighs after each ten. */
async function watch(module, label, count, step) {
  heading(label);
  const sizes = [];
  for (let done = 10; done <= count; done += 10) {
    await step(10);
    const { parts, ...size } = await weigh(module);
    void parts;
    sizes.push({ runs: done, ...size });
    note(
      `after ${done}: WebAssembly ${megabytes(size.wasm)} MB, workers with it ${megabytes(size.worker)} MB, ` +
        `page and workers ${megabytes(size.all)} MB`,
    );
  }
  return sizes;
}

const growth = (sizes, key) => sizes.at(-1)[key] - sizes[0][key];

const sizeRows = (sizes) =>
  sizes.map(({ runs, wasm, worker, all }) => ({
    after: runs,
    'WebAssembly, MB': megabytes(wasm),
    'workers in all, MB': megabytes(worker),
    'page and workers, MB': megabytes(all),
  }));

await main(async () => {
  const own = {
    threads: { type: 'string', default: '1' },
    math: { type: 'string', default: 'reproducible' },
  };
  const { quick, build, out, ...chosen } = readOptions(own);
  const engine = { threads: toCount('threads', chosen.threads), math: chosen.math };
  await buildPage({ asNeeded: build });
  await ensureDatasets();
  const browser = await openBrowser({
    // Else each measurement waits for a collection of garbage, up to 20 s.
    flags: ['--enable-blink-features=ForceEagerMeasureMemory'],
    answer: withProbe,
  });
  try {
    const machine = await about(browser.version);
    const module = await browser.openModule('/ours/memory.js');
    heading(`${LAYERS.join('-')} on MNIST`);
    const backend = await module.call('prepare', { layers: LAYERS, ...engine });
    const training = module.call('train', { epochs: quick ? 1 : 3 });
    const whileTraining = await weigh(module);
    await training;
    const after = await weigh(module);
    const largest = {
      wasm: Math.max(whileTraining.wasm, after.wasm),
      worker: Math.max(whileTraining.worker, after.worker),
    };
    note(
      `WebAssembly ${megabytes(largest.wasm)} MB, the worker with it ${megabytes(largest.worker)} MB`,
    );
    await module.call('dispose');

    const count = quick ? 20 : 100;
    const small = { layers: [784, 128, 64, 10], examples: 2000, ...engine };
    await module.call('prepare', small);
    const runs = await watch(module, `${count} runs of one trainer`, count, (times) =>
      module.call('runs', { count: times, layers: small.layers }),
    );
    await module.call('dispose');
    const trainers = await watch(module, `${count} trainers, one after another`, count, (times) =>
      module.call('comeAndGo', { count: times, ...engine }),
    );

    const checks = [
      {
        what: `worker while it trains ${LAYERS.join('-')}`,
        'MB or MB more': megabytes(largest.worker),
        needed: `below ${LIMIT}`,
        reached: verdict(largest.worker < LIMIT * MB),
      },
      ...[
        [`WebAssembly over ${count} runs`, growth(runs, 'wasm')],
        [`worker over ${count} runs`, growth(runs, 'worker')],
        [`page and workers over ${count} trainers`, growth(trainers, 'all')],
      ].map(([what, bytes]) => ({
        what,
        'MB or MB more': megabytes(bytes),
        needed: `no growth (below ${GROWTH})`,
        reached: verdict(bytes < GROWTH * MB),
      })),
    ];
    report({
      folder: out,
      name: 'memory',
      title: 'Memory',
      about: machine,
      result: { layers: LAYERS, backend, whileTraining, after, runs, trainers, checks },
      sections: [
        {
          title: 'Goals',
          remark: `${backend.threads} thread(s), ${backend.math}. Growth is from run 10 to run ${count}.`,
          rows: checks,
        },
        { title: 'One trainer, run after run', rows: sizeRows(runs) },
        { title: 'Trainers that come and go', rows: sizeRows(trainers) },
      ],
    });
  } finally {
    await browser.close();
  }
});
