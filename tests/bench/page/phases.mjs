// SPDX-License-Identifier: MIT
// The engine's step pass by pass in a page; see tests/bench/phases/phases.cpp.
import { loadData } from './data.mjs';
import { bestOf } from './timing.mjs';

let module;

/** Loads a module of phases with MNIST; returns the name of its kernels. */
export async function load(url) {
  const [{ default: make }, { images, labels }] = await Promise.all([
    import(url),
    loadData('mnist'),
  ]);
  module = await make();
  const at = module._phases_images(labels.length, images.length / labels.length);
  module.HEAPU8.set(images, at);
  module.HEAPU8.set(labels, module._phases_labels());
  return module.UTF8ToString(module._phases_kernels());
}

/** GFLOP/s of 128-bit multiply-adds in registers: what no kernel can go beyond. */
export function peak() {
  module._peak_prepare();
  let operations = 0;
  const microseconds = bestOf(
    (times) => {
      for (let k = 0; k < times; k += 1) operations = module._peak_run();
    },
    { warmUpMs: 150, ms: 300 },
  );
  return operations / microseconds / 1000;
}

const upTo = (L, from) => Array.from({ length: L - from + 1 }, (_, k) => k + from);

/** The passes of a step in their order: what each calls, and for which layers. */
const passesOf = (L) => {
  const { _phases_input, _phases_forward, _phases_head, _phases_backward, _phases_gradient } =
    module;
  const forward = { call: _phases_forward, count: module._phases_operations_forward };
  const backward = { call: _phases_backward, count: module._phases_operations_backward };
  const gradient = { call: _phases_gradient, count: module._phases_operations_gradient };
  const others = upTo(L, 2);
  return [
    { phase: 'gather', call: _phases_input, layers: [0] },
    { phase: 'forward, first layer', ...forward, layers: [1] },
    { phase: 'forward, other layers', ...forward, layers: others },
    { phase: 'softmax', call: _phases_head, layers: [L] },
    { phase: 'backward', ...backward, layers: others.toReversed() },
    { phase: 'gradient and update, first layer', ...gradient, layers: [1] },
    { phase: 'gradient and update, other layers', ...gradient, layers: others },
  ];
};

/**
 * {phases: [{phase, microseconds, operations}], step, cost}: of each phase the best mean of a chunk
 * of steps, since the clock counts in steps of 5 us; `step` the same of whole steps.
 */
export function phases({ layers, batchSize, method, learningRate, warmUp, steps, chunks }) {
  const [n0, n1, n2, n3 = 0] = layers;
  module._phases_make(n0, n1, n2, n3, batchSize, method, learningRate);
  const L = layers.length - 1;
  const passes = passesOf(L).map((pass) => ({ ...pass, best: Infinity, operations: 0 }));
  let whole = Infinity;
  let cost = 0;
  const runChunk = (count, timed) => {
    const sums = passes.map(() => 0);
    const operations = passes.map(() => 0);
    let clock = 0;
    const begin = performance.now();
    for (let step = 0; step < count; step += 1) {
      module._phases_begin();
      passes.forEach(({ call, layers: of }, k) => {
        if (timed) clock = performance.now();
        for (const l of of) call(l);
        if (timed) sums[k] += performance.now() - clock;
      });
      if (timed) {
        passes.forEach(({ count: operationsOf, layers: of }, k) => {
          for (const l of operationsOf ? of : []) operations[k] += operationsOf(l);
        });
      }
      cost = module._phases_finish();
    }
    const mean = (1000 * (performance.now() - begin)) / count;
    if (!timed) return void (whole = Math.min(whole, mean));
    passes.forEach((pass, k) => {
      const microseconds = (1000 * sums[k]) / count;
      if (microseconds >= pass.best) return;
      pass.best = microseconds;
      pass.operations = operations[k] / count;
    });
  };
  runChunk(warmUp, true);
  passes.forEach((pass) => (pass.best = Infinity));
  for (let chunk = 0; chunk < chunks; chunk += 1) {
    runChunk(steps, true);
    runChunk(steps, false);
  }
  return {
    phases: passes.map(({ phase, best, operations }) => ({
      phase,
      microseconds: best,
      operations,
    })),
    step: whole,
    cost,
    sparseInput: Boolean(module._phases_sparse_input()),
  };
}
