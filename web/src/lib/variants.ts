// SPDX-License-Identifier: MIT
// Which of the compiled modules fits a machine and what was asked of it.
import { relaxedSimd, simd, threads } from 'wasm-feature-detect'; // better tested than our own probes
import type { EngineSettings } from './settings.ts';

/** The modules of cpp/bindings/CMakeLists.txt. */
export type Variant = 'simd' | 'threads' | 'turbo' | 'turbo-threads' | 'scalar';

/** What a browser or Node offers. */
export interface Machine {
  readonly simd: boolean;
  readonly relaxedSimd: boolean;
  /** Shared memory, and leave to use it. */
  readonly threads: boolean;
  readonly cores: number;
}

/** A module, and the threads to use with it. */
export interface Choice {
  readonly variant: Variant;
  readonly threads: number;
}

/** 'auto' takes no more: small layers give more threads nothing to do. */
const AUTO_THREADS = 8;

export async function examineMachine(): Promise<Machine> {
  // A browser has no process; its types here are Node's.
  const { process } = globalThis as { process?: typeof globalThis.process };
  const node = process?.getBuiltinModule('node:os');
  return {
    simd: await simd(),
    relaxedSimd: await relaxedSimd(),
    // Without isolation a browser has no shared memory; asking for it can hang.
    threads: (node !== undefined || globalThis.crossOriginIsolated) && (await threads()),
    // Some browsers do not tell.
    cores: node?.availableParallelism() ?? (globalThis.navigator.hardwareConcurrency || 1),
  };
}

/** The best module first, then those to fall back to when it cannot be started. */
export function chooseVariants(engine: EngineSettings, machine: Machine): Choice[] {
  const single = { threads: 1 };
  if (!machine.simd) return [{ variant: 'scalar', ...single }];
  const turbo = engine.math === 'turbo' && machine.relaxedSimd;
  const alone: Choice = { variant: turbo ? 'turbo' : 'simd', ...single };
  const asked = engine.threads === 'auto' ? AUTO_THREADS : engine.threads;
  const count = Math.min(asked, machine.cores);
  if (!machine.threads || count < 2) return [alone];
  return [{ variant: turbo ? 'turbo-threads' : 'threads', threads: count }, alone];
}
