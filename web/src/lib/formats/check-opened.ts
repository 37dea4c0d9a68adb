// SPDX-License-Identifier: MIT
import { checkSnapshot } from '../check-snapshot.ts';
import { bad } from '../checks.ts';
import type { NetworkSettings } from '../settings.ts';
import { checkNotes } from './check-notes.ts';
import { NO_NOTES, type OpenedModel } from './model.ts';

/**
 * What is given to createTrainer() of a network that was opened.
 * @param given settings of the network beside the snapshot must be the snapshot's
 * @throws ScratchpadError 'badData' for a snapshot that is none, 'badSetting'
 */
export function checkOpened(
  given: Partial<NetworkSettings & Pick<OpenedModel, 'snapshot' | 'notes'>>,
  network: NetworkSettings,
): void {
  const { snapshot, notes } = given;
  if (snapshot) {
    checkSnapshot(snapshot);
    for (const name of Object.keys(network) as (keyof NetworkSettings)[]) {
      const own = String(snapshot.network[name]);
      if (name in given && own !== String(given[name])) {
        bad(name, `the snapshot's is ${own}; configure() makes another network.`);
      }
    }
  }
  if (notes) checkNotes({ ...NO_NOTES, ...notes }, snapshot?.network ?? network);
}
