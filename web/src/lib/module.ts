// SPDX-License-Identifier: MIT
// The generated WebAssembly module, and its statuses as errors.
import { simd } from 'wasm-feature-detect'; // the probes are more and better tested than our own
import { type ErrorCode, ScratchpadError } from './errors.ts';
import createModule from './wasm/mlp.mjs';
import type { MainModule, Status } from './wasm/mlp.mjs';

export type { MainModule, Trainer as CoreTrainer } from './wasm/mlp.mjs';

/**
 * Loads and compiles the module.
 * @throws ScratchpadError 'unsupported' where there is no WebAssembly or no SIMD in it
 */
export async function loadModule(): Promise<MainModule> {
  if (typeof WebAssembly !== 'object') {
    throw new ScratchpadError(
      'unsupported',
      'WebAssembly is switched off or missing here. Use a current browser, or allow WebAssembly.',
    );
  }
  if (!(await simd())) {
    throw new ScratchpadError(
      'unsupported',
      'WebAssembly SIMD is missing here. It needs Chrome 91, Firefox 89, Safari 16.4, Node 20 or newer.',
    );
  }
  try {
    return await createModule();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ScratchpadError(
      'unsupported',
      `mlp.wasm could not be loaded (${reason}). Check that the file is served, then reload.`,
    );
  }
}

/** Throws what a status of the core says, unless it says that all is well. */
export function check(module: MainModule, status: Status): void {
  if (status.code === module.Code.ok) return;
  const code = Object.entries(module.Code).find(([, value]) => value === status.code)?.[0];
  const text = status.text as string; // Embind gives strings; its types cover arguments too
  // The core begins its messages on settings with the setting's name and a colon.
  const setting = code === 'badSetting' ? text.slice(0, text.indexOf(':')) : undefined;
  throw new ScratchpadError(code as ErrorCode, text, setting);
}
