// SPDX-License-Identifier: MIT
// What of the page's state the view 'Runs' depends on.
import { isTrained } from '../model/selectors.ts';
import type { State } from '../model/state.ts';
import { STATUS } from '../model/texts.ts';
import { SWEEP } from './sweep/texts.ts';

export interface Part {
  readonly current: string;
  readonly trained: boolean;
  /** Why no run can be restored, and no sweep begun; '' when they can. */
  readonly locked: string;
  readonly lockedSweep: string;
  /** What a sweep takes from the page. */
  readonly network: State['network'];
  readonly training: State['training'];
}

export function partOf(state: State): Part {
  const { current, data, busy, run, network, training } = state;
  const waiting = data.kind === 'ready' ? '' : STATUS.waiting;
  const locked = busy && busy !== 'restore' ? STATUS.busy[busy] : waiting;
  return {
    current: current?.id ?? '',
    trained: isTrained(state),
    locked,
    lockedSweep: run === 'training' ? SWEEP.pauseFirst : busy === 'sweep' ? '' : locked,
    network,
    training,
  };
}
