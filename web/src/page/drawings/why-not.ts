// SPDX-License-Identifier: MIT
import { isDigits } from '../model/data-look.ts';
import { isTrained, type State } from '../model/store.ts';
import { RUN } from '../texts.ts';
import { DRAWINGS } from './texts.ts';

/** Why the network cannot learn from drawings now; '' when it can. */
export function whyNot(state: State): string {
  if (state.busy) return RUN.busy[state.busy];
  if (state.data.kind !== 'ready') return RUN.waiting;
  if (!isDigits(state.look)) return DRAWINGS.digitsOnly;
  return isTrained(state) ? '' : DRAWINGS.trainFirst;
}
