// SPDX-License-Identifier: MIT
// Checks of what is seldom given: their code is loaded with the first.

/** @throws ScratchpadError 'badData' when it is no snapshot */
export async function mustBeSnapshot(value: unknown): Promise<void> {
  const { checkSnapshot } = await import('./check-snapshot.ts');
  const check: (value: unknown) => void = checkSnapshot;
  check(value);
}

/** @throws ScratchpadError 'badData' when it is not the run of a snapshot */
export async function mustBeRun(value: unknown): Promise<void> {
  const { checkRun } = await import('./check-snapshot.ts');
  const check: (value: unknown) => void = checkRun;
  check(value);
}
