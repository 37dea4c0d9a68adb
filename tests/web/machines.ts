// SPDX-License-Identifier: MIT
// Machines to choose a variant of the module for.
import { setFlagsFromString } from 'node:v8';
import { relaxedSimd } from 'wasm-feature-detect';
import type { Machine } from '../../web/src/lib/variants.ts';

/** Has everything; its threads may be more than this machine's cores. */
export const BEST: Machine = { simd: true, relaxedSimd: true, threads: true, cores: 8 };

/** Node 20 has relaxed SIMD only when it is asked for it. */
export async function allowRelaxedSimd(): Promise<void> {
  if (!(await relaxedSimd())) setFlagsFromString('--experimental-wasm-relaxed-simd');
}
