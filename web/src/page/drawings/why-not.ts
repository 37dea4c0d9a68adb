// SPDX-License-Identifier: MIT
import { isDigits } from '../model/data-look.ts';
import { isTrained } from '../model/selectors.ts';
import type { State } from '../model/state.ts';
import { STATUS } from '../model/texts.ts';
import { DRAWINGS } from './texts.ts';

/** Why the network cannot learn from drawings now; '' when it can. */
export function whyNot(state: State): string {
  if (state.busy) return STATUS.busy[state.busy];
  if (state.data.kind !== 'ready') return STATUS.waiting;
  if (!isDigits(state.look)) return DRAWINGS.digitsOnly;
  return isTrained(state) ? '' : DRAWINGS.trainFirst;
}
