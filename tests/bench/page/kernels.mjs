// SPDX-License-Identifier: MIT
// The kernels' cases in a page; see tests/bench/kernels/wasm.cpp.
import { bestOf } from './timing.mjs';

let module;
let numbers;

/** Loads a module of cases; returns the name of its kernels. */
export async function load(url) {
  const { default: make } = await import(url);
  module = await make();
  const text = (pointer) => module.UTF8ToString(pointer);
  numbers = new Map();
  for (let k = 0; k < module._bench_cases(); k += 1) numbers.set(text(module._bench_name(k)), k);
  return text(module._bench_kernels());
}

/** {microseconds, operations} of each of a plan's lines; microseconds undefined where Eigen has nothing. */
export function measure({ plan, ...settings }) {
  return plan.map(({ name, n, nBefore, m, density, eigen }) => {
    const number = numbers.get(name);
    if (number === undefined) throw new Error(`There is no case '${name}'.`);
    module._bench_make(number, n, nBefore, m, density);
    const operations = module._bench_operations();
    if (eigen && !module._bench_run_eigen(1)) return { operations };
    const run = eigen ? module._bench_run_eigen : module._bench_run;
    return { microseconds: bestOf(run, settings), operations };
  });
}
