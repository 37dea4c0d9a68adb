// SPDX-License-Identifier: MIT
// Which settings stand under 'more', in which group: made from the library's table of settings.
import { html } from 'lit';
import type { Group } from '../../lib/setting-table/row.ts';
import { ROWS, SETTING_NAMES, type SettingName } from '../../lib/setting-table/rows.ts';
import type { NetworkSettings, TrainSettings } from '../../lib/settings.ts';
import { GROUPS } from '../model/setting-texts.ts';
import type { LazyCode } from '../ui/view-slot.ts';

export type AllSettings = NetworkSettings & TrainSettings;

export interface SettingGroup {
  readonly title: string;
  readonly names: readonly SettingName[];
  /** Shows what its settings do, by code of its own that is loaded when it is opened. */
  readonly lazy: LazyCode | null;
}

const LAZY: Readonly<Partial<Record<Group, LazyCode>>> = {
  augmentation: {
    load: () => import('./augmentation/mlp-augmentation.ts'),
    element: (active) => html`<mlp-augmentation ?active=${active}></mlp-augmentation>`,
  },
  hands: {
    load: () => import('./augmentation/mlp-other-hands.ts'),
    element: (active) => html`<mlp-other-hands ?active=${active}></mlp-other-hands>`,
  },
};

const namesIn = (group: Group): SettingName[] =>
  SETTING_NAMES.filter((name) => ROWS[name].group === group);

export const SETTING_GROUPS: readonly SettingGroup[] = (
  Object.entries(GROUPS) as [keyof typeof GROUPS, string][]
).map(([group, title]) => ({ title, names: namesIn(group), lazy: LAZY[group] ?? null }));

/** Whether it has a meaning beside the others. */
export function counts(name: SettingName, all: AllSettings): boolean {
  const when = ROWS[name].counts;
  return when === 'always' || when(all);
}
