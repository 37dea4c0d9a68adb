// SPDX-License-Identifier: MIT
// What several rooms work out from the state.
import type { DataInfo, Epoch } from '../../lib/results.ts';
import type { DataState, State } from './state.ts';

/** What is loaded that can be trained on, all of it or a part; null while there is nothing. */
export const usable = (data: DataState): DataInfo | null =>
  data.kind === 'ready' || data.kind === 'arriving' ? data.info : null;

/** Whether the weights have been updated since they were initialised, here or before. */
export const isTrained = ({ epochs, progress, step, current }: State): boolean =>
  epochs.length > 0 || progress !== null || step !== null || current?.fetched === true;

/** Nothing stands in the way of Train, Step and Reset but the settings. */
export const isFree = ({ data, busy }: State): boolean => usable(data) !== null && busy === null;

/** The network is being used, so that it cannot be made anew. */
export const isOccupied = ({ run, busy }: State): boolean => run === 'training' || busy !== null;

/** A learning rate can be looked for now. */
export const canFindRate = (state: State): boolean =>
  !isOccupied(state) && usable(state.data) !== null;

/** The digit that means yes; null where the question is another. */
export const positiveOf = ({ network }: State): number | null =>
  network.output === 'sigmoid' ? network.positive : null;

/** The epoch whose weights the network has; undefined before the first. */
export const presentEpoch = ({ epochs, kept }: State): Epoch | undefined =>
  epochs.find(({ epoch }) => epoch === kept) ?? epochs.at(-1);

/** On the test images, of the weights as they are; null before the first epoch. */
export const testAccuracy = (state: State): number | null => presentEpoch(state)?.accuracy ?? null;

/** Nothing has run yet, and nothing has gone wrong. */
export const isQuiet = ({ run, progress, step, notice, data }: State): boolean =>
  run === 'idle' && !progress && !step && !notice && data.kind !== 'failed';
