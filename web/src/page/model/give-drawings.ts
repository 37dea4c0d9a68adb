// SPDX-License-Identifier: MIT
import type { TrainSettings } from '../../lib/settings.ts';
import type { Services } from './services.ts';

/**
 * Gives the trainer the kept drawings where the settings mix them in.
 * @throws ScratchpadError 'noData' when none is kept
 */
export async function giveDrawings(
  services: Services,
  { drawings: share }: Pick<TrainSettings, 'drawings'>,
): Promise<void> {
  if (share > 0) await (await services.drawings()).give();
}
