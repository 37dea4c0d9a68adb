// SPDX-License-Identifier: MIT
// Settings and their changes in words.
import type { TrainSettings } from '../../lib/settings.ts';
import { differing, isLive } from './changes.ts';
import type { Mark } from './overlays.ts';
import type { Change, State } from './state.ts';
import { CHANGES, CHOICE_NAMES, LABEL } from './setting-texts.ts';

/** A setting as its field names it. */
export const settingName = (key: string): string =>
  (LABEL as Readonly<Record<string, string>>)[key] ?? key;

export const settingValue = (value: unknown): string =>
  Array.isArray(value) ? value.join(' - ') : (CHOICE_NAMES[String(value)] ?? String(value));

/** Learning rate 0.2 → 0.1 */
export function describeChange({ before, after, drawings }: Change): string {
  if (drawings !== undefined) return CHANGES.learned(drawings);
  const names = Object.keys(after) as (keyof TrainSettings)[];
  return names
    .map((name) =>
      CHANGES.change(settingName(name), settingValue(before[name]), settingValue(after[name])),
    )
    .join(', ');
}

/** Where the charts say so. */
export const marksOf = (changes: readonly Change[]): Mark[] =>
  changes.map((change) => ({ x: change.x, text: describeChange(change) }));

/** What became of settings that were changed while it trains; '' when none was. */
export function changesWhileTraining({ run, used, training, changes }: State): string {
  if (run !== 'training' || !used) return '';
  const later = differing(used, training).filter((name) => !isLive([name]));
  const last = changes.at(-1);
  return [
    last ? CHANGES.applied(describeChange(last), last.updates) : '',
    later.length > 0 ? CHANGES.later(later.map(settingName).join(', ')) : '',
  ]
    .filter(Boolean)
    .join(' ');
}
