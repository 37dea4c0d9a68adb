// SPDX-License-Identifier: MIT
// The benchmarks' own programs in C++: natively, and as modules for Chromium.
import { join } from 'node:path';
import { buildWasm } from '../../../scripts/build.mjs';
import { cmakeBuild } from '../../../scripts/lib/cmake.mjs';
import { heading } from '../../../scripts/lib/log.mjs';
import { buildDir } from '../../../scripts/lib/paths.mjs';
import { ensureSystemPackages, offerSystemPackages } from '../../../scripts/lib/system.mjs';
import { ensureToolchain } from '../../../scripts/toolchain.mjs';

/** Holds kernels.mjs, kernels_turbo.mjs, phases.mjs ... after buildWasmPrograms(). */
export const programsDir = join(buildDir, 'wasm/tests/bench');

const ON = { MLP_BUILD_BENCHMARKS: 'ON' };

export async function buildWasmPrograms({ asNeeded }) {
  if (!asNeeded) return;
  heading('Programs of the benchmarks, as WebAssembly');
  await buildWasm({
    target: 'mlp_benchmarks',
    definitions: ON,
    what: 'the programs of the benchmarks as WebAssembly',
  });
}

/** The path of the native benchmark of the kernels. */
export async function buildNativeKernels({ asNeeded }) {
  const program = join(buildDir, 'native-release/tests/bench/kernels/mlp_kernels_bench');
  if (!asNeeded) return program;
  heading('Kernels, natively');
  await ensureSystemPackages([{ package: 'g++', probe: 'g++' }]);
  await offerSystemPackages([
    { package: 'libbenchmark-dev', probe: '/usr/include/benchmark/benchmark.h' },
  ]);
  const { eigenDir } = await ensureToolchain();
  await cmakeBuild({
    preset: 'native-release',
    target: 'mlp_benchmarks',
    definitions: { MLP_EIGEN_DIR: eigenDir, ...ON },
    env: process.env,
    what: 'the benchmark of the kernels',
  });
  return program;
}
