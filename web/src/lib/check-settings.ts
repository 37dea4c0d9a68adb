// SPDX-License-Identifier: MIT
// Settings outside their limits, named before they reach the core: each by the check of its row.
import { bad, checkInteger, checkOneOf } from './checks.ts';
import { LIMITS } from './limits.ts';
import { AUGMENTATION } from './setting-table/augmentation.ts';
import { DESCENT } from './setting-table/descent.ts';
import { NETWORK } from './setting-table/network.ts';
import type { Row } from './setting-table/row.ts';
import { TRAINING } from './setting-table/training.ts';
import {
  type AugmentationSettings,
  CHOICES,
  type DescentSettings,
  type EngineSettings,
  namesThat,
  type NetworkSettings,
  type RunChange,
  type TrainSettings,
} from './settings.ts';

export { countParameters } from './setting-table/network.ts';

type Table = Readonly<Record<string, Row<unknown>>>;

function checkAll(table: Table, settings: object): void {
  const all = settings as Readonly<Record<string, unknown>>;
  for (const [name, row] of Object.entries(table)) row.check(name, all[name], all);
}

/** Throws a ScratchpadError 'badSetting' that names the setting and its limits. */
export const checkNetwork = (settings: NetworkSettings): void => checkAll(NETWORK, settings);

/** Throws a ScratchpadError 'badSetting'. That the images are square is checked when it runs. */
export const checkAugmentation = (settings: AugmentationSettings): void =>
  checkAll(AUGMENTATION, settings);

/** Throws a ScratchpadError 'badSetting'. That the batch fits the data is checked when it runs. */
export const checkDescent = (settings: DescentSettings): void => checkAll(DESCENT, settings);

/** Throws a ScratchpadError 'badSetting'. */
export const checkTraining = (settings: TrainSettings): void => checkAll(TRAINING, settings);

/** Throws a ScratchpadError 'badSetting' when more is to be changed than a run can change. */
export function checkChange(change: RunChange): void {
  const live = namesThat('live');
  for (const [name, value] of Object.entries(change)) {
    if (!live.includes(name)) {
      bad(name, `stays what it is during a run, which can change ${live.join(', ')}.`);
    }
    (TRAINING as Table)[name]?.check(name, value, change);
  }
}

/** Throws a ScratchpadError 'badSetting'. */
export function checkEngine(settings: EngineSettings): void {
  if (settings.threads !== 'auto') checkInteger('threads', settings.threads, 1, LIMITS.threads);
  checkOneOf('math', settings.math, CHOICES.math);
}
