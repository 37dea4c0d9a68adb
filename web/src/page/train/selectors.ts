// SPDX-License-Identifier: MIT
// What is said of the run, worked out from the state.
import { settingName } from '../model/change-texts.ts';
import { percent } from '../model/format.ts';
import { presentEpoch, usable } from '../model/selectors.ts';
import type { Notice, State } from '../model/state.ts';
import { STATUS } from '../model/texts.ts';
import { RUN } from './texts.ts';

/** Why training cannot start; '' when it can, or when that is said elsewhere. */
export function reasonOf(state: State): string {
  const { busy, data } = state;
  // That is over in a moment, most often, and what is below should not move for it.
  if (busy) return busy === 'committee' ? '' : STATUS.busy[busy];
  if (usable(data)) return wrongSettings(state);
  return data.kind === 'failed' ? '' : STATUS.waiting;
}

function wrongSettings({ problems }: State): string {
  if (problems.data) return problems.data;
  const names = Object.keys(problems).map((key) => settingName(key.replace(/\..*/, '')));
  return names.length > 0 ? RUN.fix([...new Set(names)].join(', ')) : '';
}

/** What to do first; '' while nothing can be done. */
export function hintOf({ data, look, current }: State): string {
  if (data.kind === 'arriving') return RUN.firstOfPart;
  return usable(data) && !current ? RUN.first(look) : '';
}

/** What went wrong with the data is said once, where the data is. */
export const noticeOf = ({ data, notice }: State): Notice | null =>
  data.kind === 'failed' && data.message === notice?.text ? null : notice;

/** How the training stands, for a title; '' while there is nothing to say. */
export function statusOf(state: State): string {
  const { run, progress, lastEpoch, outcome } = state;
  if (state.busyText) return state.busyText;
  if (run === 'paused') return RUN.titlePaused;
  if (run === 'training' && progress) {
    const { epoch, examples, of } = progress;
    return RUN.title((epoch - 1 + examples / of) / lastEpoch, epoch, lastEpoch);
  }
  return outcome ? RUN.titleDone(percent(presentEpoch(state)?.accuracy)) : '';
}

/** Of the yes/no question: the share of test images for which no is right; null for another. */
export const alwaysNoOf = ({ scores }: State): number | null =>
  scores && 1 - scores.yes.reduce((sum, yes) => sum + yes, 0) / scores.yes.length;
