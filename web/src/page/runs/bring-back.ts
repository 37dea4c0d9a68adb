// SPDX-License-Identifier: MIT
// What has to hold, and what follows, when a kept run comes back.
import type { RunPlace, Snapshot } from '../../lib/index.ts';
import type { NetworkSettings } from '../../lib/settings.ts';
import { type DataLook, withEnds } from '../model/data-look.ts';

/** Where a run goes on; its best weights are in the trainer. */
export function placeOf({ run }: Snapshot): RunPlace | null {
  return run ? { ...run, best: run.best && { ...run.best, layers: [] } } : null;
}

/** Whether a network has the inputs and outputs that the data needs. */
export function fits({ layers, output }: NetworkSettings, look: DataLook): boolean {
  return withEnds(layers, output, look).every((units, l) => units === layers[l]);
}
