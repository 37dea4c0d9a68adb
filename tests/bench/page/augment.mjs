// SPDX-License-Identifier: MIT
// Changed and generated images in a page; see tests/bench/augment/augment.cpp.
import { loadData } from './data.mjs';
import { bestOf } from './timing.mjs';

let module;

/** Loads a module with MNIST; returns the name of its kernels. */
export async function load(url) {
  const [{ default: make }, { images, labels }] = await Promise.all([
    import(url),
    loadData('mnist'),
  ]);
  module = await make();
  const at = module._augment_data(labels.length);
  module.HEAPU8.set(images, at);
  module.HEAPU8.set(labels, module._augment_labels());
  return module.UTF8ToString(module._augment_kernels());
}

function set(kind) {
  const { shift = 0, scale = 0, rotation = 0, shear = 0, elastic = 0, thickness = 0 } = kind;
  const { averaging = 0 } = kind;
  module._augment_set(shift, scale, rotation, shear, elastic, thickness, averaging);
}

/** Microseconds for each image, changed in this way, apart from training. */
export function perImage({ kind, ...timing }) {
  set(kind);
  const many = 64;
  return (
    bestOf((times) => {
      for (let k = 0; k < times; k += 1) module._augment_images(many);
    }, timing) / many
  );
}

/** Microseconds for a generated digit, and for the fields of an epoch. */
export function others(timing) {
  set({});
  let first = 0;
  const many = 64;
  const digit = bestOf((times) => {
    for (let k = 0; k < times; k += 1, first += many) module._augment_digits(first, many);
  }, timing);
  let epoch = 0;
  const fields = bestOf((times) => {
    for (let k = 0; k < times; k += 1) module._augment_fields((epoch += 1));
  }, timing);
  return { digit: digit / many, fields };
}

/**
 * Microseconds for a step with images as they are, and changed in each of these ways, by turns: of
 * each the best mean of a chunk of steps.
 */
export function steps({ kinds, units, batchSize, learningRate, warmUp, steps: count, chunks }) {
  if (!module._augment_make(units, batchSize, learningRate)) throw new Error('no trainer was made');
  const best = kinds.map(() => Infinity);
  const run = (kind, times) => {
    set(kind);
    const begin = performance.now();
    for (let k = 0; k < times; k += 1) {
      if (module._augment_step() < 0) throw new Error('a step failed');
    }
    return (1000 * (performance.now() - begin)) / times;
  };
  for (const kind of kinds) run(kind, warmUp);
  for (let chunk = 0; chunk < chunks; chunk += 1) {
    kinds.forEach((kind, k) => (best[k] = Math.min(best[k], run(kind, count))));
  }
  return best;
}

/** The core takes the mean after each so many updates (cpp/include/mlp/methods/averaging.h). */
const AVERAGED_UPDATES = 8;

/**
 * Microseconds by which a step is longer that takes an exponential mean of the weights, of which there
 * is one in 8: the best of those steps, and of the others, in one run.
 */
export function mean({ units, batchSize, learningRate, meanSteps }) {
  if (!module._augment_make(units, batchSize, learningRate)) throw new Error('no trainer was made');
  set({ averaging: 1 });
  let withMean = Infinity;
  let without = Infinity;
  for (let update = 1; update <= meanSteps; update += 1) {
    const begin = performance.now();
    module._augment_step();
    const us = 1000 * (performance.now() - begin);
    // The first time it is but a copy.
    if (update <= AVERAGED_UPDATES) continue;
    if (update % AVERAGED_UPDATES === 0) withMean = Math.min(withMean, us);
    else without = Math.min(without, us);
  }
  return withMean - without;
}
