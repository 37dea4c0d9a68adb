// SPDX-License-Identifier: MIT
import type { State } from '../model/state.ts';
import type { WeightsAge } from './notes-state.ts';

/** How far the network's weights have been trained. */
export function ageOf({ epochs, kept, progress, step, run }: State): WeightsAge {
  const whole = kept ?? epochs.at(-1)?.epoch ?? 0;
  const updates = Math.max(progress?.updates ?? 0, step?.updates ?? 0);
  const within = run !== 'idle' || (step !== null && step.finished === null && step.epoch > whole);
  return { epochs: whole, updates: within && updates > 0 ? updates : null };
}
