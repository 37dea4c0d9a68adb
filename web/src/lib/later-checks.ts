// SPDX-License-Identifier: MIT
// Checks of what is seldom given: their code is loaded with the first.
import type { Snapshot } from './snapshot.ts';

/**
 * A copy, as it is when this is called: what was passed in may change while it is checked.
 * @throws ScratchpadError 'badData' when it is no snapshot
 */
export async function ownSnapshot(snapshot: Snapshot): Promise<Snapshot> {
  const own = cloned(snapshot);
  const { checkSnapshot } = await import('./check-snapshot.ts');
  const check: (value: unknown) => void = checkSnapshot;
  check(own);
  return own;
}

/** What cannot be cloned is none: the check says so. */
function cloned(snapshot: Snapshot): Snapshot {
  try {
    return structuredClone(snapshot);
  } catch {
    return snapshot;
  }
}

/** @throws ScratchpadError 'badData' when it is not the run of a snapshot */
export async function mustBeRun(value: unknown): Promise<void> {
  const { checkRun } = await import('./check-snapshot.ts');
  const check: (value: unknown) => void = checkRun;
  check(value);
}
