// SPDX-License-Identifier: MIT
// Everyone who trains in the main benchmark, behind one interface:
// open(task) gives {about, train(settings): images a second of each chunk, cost(), close()}.
import { join } from 'node:path';
import { dataDir } from './datasets.mjs';
import { startPyTorch } from './peers.mjs';

/** Our variants: `name` is what the results call them. */
export const VARIANTS = [
  { name: 'ours, 1 thread', threads: 1, math: 'reproducible' },
  { name: 'ours, 1 thread, turbo', threads: 1, math: 'turbo' },
  { name: 'ours, as in the notes', threads: 1, math: 'notes' },
  { name: 'ours, 2 threads', threads: 2, math: 'reproducible' },
  { name: 'ours, 2 threads, turbo', threads: 2, math: 'turbo' },
];

/** What a library other than the asked-for one ran on is no measurement of it. */
function mustRunOn({ threads, math }, backend) {
  if (backend.threads === threads && backend.math === math) return;
  const ran = `${backend.threads} thread${backend.threads === 1 ? '' : 's'}, ${backend.math}`;
  throw new Error(`not in this build: the backend says ${ran}`);
}

const ours =
  (browser, { name, threads, math }) =>
  async (task) => {
    const module = await browser.openModule('/ours/ours.js');
    try {
      const about = await module.call('prepare', { ...task, threads, math });
      mustRunOn({ threads, math }, about);
      const train = ({ steps, chunks, budgetMs }) =>
        module.call('train', { steps, chunks, budgetMs });
      return { name, about, train, cost: () => module.call('cost'), close: module.close };
    } catch (error) {
      await module.close();
      throw error;
    }
  };

const inPage = (browser, path) => async (task) => {
  const module = await browser.openModule(path);
  try {
    const about = await module.call('prepare', task);
    const train = (settings) => module.call('train', { ...settings, batchSize: task.batchSize });
    return { about, train, cost: () => module.call('cost'), close: module.close };
  } catch (error) {
    await module.close();
    throw error;
  }
};

const pytorch = async (task) => {
  const { call, close } = await startPyTorch();
  try {
    const file = (part) => join(dataDir, `${task.dataset}-train-${part}.idx`);
    const files = { images: file('images'), labels: file('labels') };
    const about = await call('prepare', { ...task, ...files });
    if (!about.blas.some((path) => path.includes('openblas'))) {
      throw new Error(`it would not run on OpenBLAS but on ${about.blas}: not a fair comparison`);
    }
    return { about, train: (settings) => call('train', settings), cost: () => call('cost'), close };
  } catch (error) {
    close();
    throw error;
  }
};

/** All of them as [{name, open}]; `packagesMissing` says why those of npm cannot run. */
export function makeContenders(browser, packagesMissing) {
  const npm = (path) => (packagesMissing ? () => fail(packagesMissing) : inPage(browser, path));
  return [
    ...VARIANTS.map((variant) => ({ name: variant.name, open: ours(browser, variant) })),
    { name: 'PyTorch, native, 1 thread', open: pytorch },
    { name: 'TensorFlow.js, wasm', open: npm('/page/tfjs.mjs') },
    { name: 'jax-js, wasm', open: npm('/page/jax.mjs') },
  ];
}

async function fail(reason) {
  throw new Error(reason);
}
