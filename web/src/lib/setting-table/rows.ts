// SPDX-License-Identifier: MIT
import { NETWORK } from './network.ts';
import type { Row } from './row.ts';
import { TRAINING } from './training.ts';

export type SettingName = keyof typeof NETWORK | keyof typeof TRAINING;

/** Every setting of a network and its training, by its name. */
export const ROWS: Readonly<Record<SettingName, Row<unknown>>> = { ...NETWORK, ...TRAINING };

export const SETTING_NAMES = Object.keys(ROWS) as SettingName[];
