// SPDX-License-Identifier: MIT
// `npm run bench:growth`: how the speed of training in Chromium changes with each size, all others
// as in 784-128-64-10 on the whole of MNIST with batches of 128: a table and growth.svg.
// --math says which engine; --quick only tries that it runs.
import { heading, main, note } from '../../scripts/lib/log.mjs';
import { openBrowser } from './lib/browser.mjs';
import { buildPage } from './lib/build-page.mjs';
import { ensureDatasets } from './lib/datasets.mjs';
import { lineCharts } from './lib/line-chart.mjs';
import { about } from './lib/machine.mjs';
import { readOptions } from './lib/options.mjs';
import { report, speed } from './lib/report.mjs';
import { median, most } from './lib/statistics.mjs';

const powersOfTwo = (from, to) => {
  const list = [];
  for (let value = from; value <= to; value *= 2) list.push(value);
  return list;
};

const BASE = { layers: [784, 128, 64, 10], batchSize: 128, examples: 60_000 };

/** `task` makes of a value what differs from BASE. */
const SIZES = [
  {
    name: 'units',
    label: 'units of the one hidden layer',
    values: powersOfTwo(32, 2048),
    task: (units) => ({ layers: [784, units, 10] }),
  },
  {
    name: 'layers',
    label: 'hidden layers of 128 units',
    values: [1, 2, 3, 4, 5, 6, 7, 8],
    task: (count) => ({ layers: [784, ...Array(count).fill(128), 10] }),
  },
  {
    name: 'batch',
    label: 'images in a batch',
    values: powersOfTwo(1, 4096),
    task: (batchSize) => ({ batchSize }),
  },
  {
    name: 'data',
    label: 'images to train with',
    values: [1000, 2000, 5000, 10_000, 20_000, 60_000],
    task: (examples) => ({ examples }),
  },
  {
    name: 'threads',
    label: 'threads',
    values: [1, 2, 3, 4, 6, 8],
    task: (threads) => ({ threads }),
    /** Every line is of its own number of threads. */
    lines: [{ name: 'as many threads as the axis says', threads: undefined }],
  },
];

/** For each number of threads a line. */
const LINES = [
  { name: '1 thread', threads: 1 },
  { name: '2 threads', threads: 2 },
];

/** One point: {value, best, median, samples, backend}, or undefined where it cannot be had. */
async function measure(ours, { task, value, threads, math, effort }) {
  const wanted = { ...BASE, threads, math, learningRate: 0.01, ...task(value) };
  const { library, ...backend } = await ours.call('prepare', wanted);
  if (backend.threads !== wanted.threads || backend.math !== math) return undefined;
  // Some 100 updates, and no fewer milliseconds than the clock can tell apart.
  const samples = await ours.call('train', { steps: 20, budgetMs: Infinity, ...effort });
  return { library, value, best: most(samples), median: median(samples), backend, samples };
}

async function grow(ours, { name, label, values, task, lines = LINES }, { math, effort, quick }) {
  heading(label);
  const chosen = quick ? values.filter((_, i) => i % 3 === 0) : values;
  const result = [];
  for (const line of lines) {
    const points = [];
    for (const value of chosen) {
      const point = await measure(ours, { task, value, threads: line.threads, math, effort });
      if (!point) continue;
      points.push(point);
      note(`${line.name}, ${value}: ${speed(point.best)} images/s`);
    }
    if (points.length > 0) result.push({ name: line.name, points });
    else note(`${line.name}: not in this build`);
  }
  return { name, label, lines: result };
}

const rows = ({ label, lines }) =>
  [...new Set(lines.flatMap(({ points }) => points.map(({ value }) => value)))].map((value) => ({
    [label]: value.toLocaleString('en'),
    ...Object.fromEntries(
      lines.map(({ name, points }) => [
        `${name}, images/s`,
        speed(points.find((point) => point.value === value)?.best),
      ]),
    ),
  }));

await main(async () => {
  const own = { math: { type: 'string', default: 'reproducible' } };
  const { quick, build, out, math } = readOptions(own);
  await buildPage({ asNeeded: build });
  await ensureDatasets();
  const browser = await openBrowser();
  try {
    const machine = await about(browser.version);
    const ours = await browser.openModule('/ours/ours.js');
    const effort = quick
      ? { chunks: 1, minMs: 50, warmUp: 0.1 }
      : { chunks: 5, minMs: 200, warmUp: 0.3 };
    const sizes = [];
    for (const size of SIZES) sizes.push(await grow(ours, size, { math, effort, quick }));
    const panels = sizes.map(({ name: title, label, lines }) => ({
      title: title[0].toUpperCase() + title.slice(1),
      xLabel: label,
      yLabel: 'images a second',
      lines: lines.map(({ name, points }) => ({
        name,
        points: points.map(({ value, best }) => [value, best]),
      })),
    }));
    report({
      folder: out,
      name: 'growth',
      title: 'Speed of training as sizes grow',
      about: machine,
      result: { base: BASE, math, effort, sizes },
      sections: sizes.map((size) => ({ title: size.label, rows: rows(size) })),
      files: {
        'growth.svg': lineCharts({
          title: 'Images trained a second, as each size grows',
          description: 'The same figures stand as tables in growth.md.',
          panels,
        }),
      },
    });
  } finally {
    await browser.close();
  }
});
