// SPDX-License-Identifier: MIT
// Which settings stand under 'more', in which group: made from the library's table of settings.
import { html } from 'lit';
import { NETWORK } from '../../lib/setting-table/network.ts';
import type { Group, Row } from '../../lib/setting-table/row.ts';
import { TRAINING } from '../../lib/setting-table/training.ts';
import type { NetworkSettings, TrainSettings } from '../../lib/settings.ts';
import { GROUPS, type SettingName } from '../model/setting-texts.ts';
import type { LazyCode } from '../ui/view-slot.ts';

export type AllSettings = NetworkSettings & TrainSettings;

export type SettingRow = Row<unknown>;

const ROWS: Readonly<Record<SettingName, SettingRow>> = { ...NETWORK, ...TRAINING };

export const rowOf = (name: SettingName): SettingRow => ROWS[name];

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
  (Object.keys(ROWS) as SettingName[]).filter((name) => rowOf(name).group === group);

export const SETTING_GROUPS: readonly SettingGroup[] = (
  Object.entries(GROUPS) as [keyof typeof GROUPS, string][]
).map(([group, title]) => ({ title, names: namesIn(group), lazy: LAZY[group] ?? null }));

/** Whether it has a meaning beside the others. */
export function counts(name: SettingName, all: AllSettings): boolean {
  const { counts } = rowOf(name);
  return counts === 'always' || counts(all);
}
