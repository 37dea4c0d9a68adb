// SPDX-License-Identifier: MIT
import { ScratchpadError } from './errors.ts';

/** @throws ScratchpadError 'badData' that says what is wrong with a snapshot */
export function badSnapshot(what: string): never {
  throw new ScratchpadError(
    'badData',
    `snapshot: ${what}. It is damaged, or was not made by trainer.save().`,
  );
}
