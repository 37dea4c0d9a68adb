// SPDX-License-Identifier: MIT
import { count } from '../../model/format.ts';
import type { Interrupted } from '../../model/state.ts';
import { RUNS } from '../texts.ts';

export const INTERRUPTED = {
  title: 'Interrupted run',
  what: ({ name, epoch, lastEpoch, keptAt, network, from }: Interrupted) =>
    `${name} (${network.layers.join('–')}, ${RUNS.data(from)}) was in epoch ${count(epoch)} of ` +
    `${count(lastEpoch)} when training stopped; it was kept last on ${RUNS.when(keptAt)}. ` +
    'Continue goes on from there, to the same weights as if it had not been interrupted.',
  others: (others: number) =>
    others === 1 ? 'One more run was interrupted.' : `${count(others)} more runs were interrupted.`,
  goOn: 'Continue',
  discard: 'Discard',
  taken: 'Another tab has gone on with this run, or has discarded it.',
};
