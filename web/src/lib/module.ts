// SPDX-License-Identifier: MIT
// The generated WebAssembly module, and its statuses as errors.
import { type ErrorCode, messageOf, ScratchpadError } from './errors.ts';
import type { EngineSettings } from './settings.ts';
import {
  type Choice,
  chooseVariants,
  examineMachine,
  type Machine,
  type Variant,
} from './variants.ts';
import type { MainModule, Status } from './wasm/mlp.mjs';

export type { MainModule, Trainer as CoreTrainer } from './wasm/mlp.mjs';

/** A module that runs, and what it was chosen for. */
export interface LoadedModule extends Choice {
  readonly module: MainModule;
}

/** Each is downloaded only when it is asked for; bundlers look for exactly these expressions. */
const FACTORIES = {
  simd: () => import('./wasm/mlp.mjs'),
  threads: () => import('./wasm/mlp-threads.mjs'),
  turbo: () => import('./wasm/mlp-turbo.mjs'),
  'turbo-threads': () => import('./wasm/mlp-turbo-threads.mjs'),
  scalar: () => import('./wasm/mlp-scalar.mjs'),
} satisfies Record<Variant, unknown>;

/** Threads that have not started by then never will, in milliseconds. */
const START_LIMIT = 20_000;

/**
 * Loads and compiles the module that fits the machine and the settings best.
 * @param machine what there is to choose from; examined when absent
 * @throws ScratchpadError 'unsupported' where there is no WebAssembly
 */
export async function loadModule(engine: EngineSettings, machine?: Machine): Promise<LoadedModule> {
  if (typeof WebAssembly !== 'object') {
    throw new ScratchpadError(
      'unsupported',
      'WebAssembly is switched off or missing here. Use a current browser, or allow WebAssembly.',
    );
  }
  const choices = chooseVariants(engine, machine ?? (await examineMachine()));
  let reason = '';
  for (const choice of choices) {
    try {
      return { ...choice, module: await start(choice) };
    } catch (error) {
      reason = messageOf(error);
    }
  }
  throw new ScratchpadError(
    'unsupported',
    `The WebAssembly module could not be loaded (${reason}). Check that its file is served, then reload.`,
  );
}

async function start({ variant, threads }: Choice): Promise<MainModule> {
  const { default: create } = await FACTORIES[variant]();
  // The factory starts as many threads; the module then cannot use more.
  const started = create({ threads });
  if (threads === 1) return started;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    // A thread whose script does not load says so to nobody.
    timer = setTimeout(() => reject(new Error('its threads did not start')), START_LIMIT);
  });
  return Promise.race([started, tooLate]).finally(() => clearTimeout(timer));
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
