// SPDX-License-Identifier: MIT
import { NETWORK } from '../../lib/setting-table/network.ts';
import type { Row } from '../../lib/setting-table/row.ts';
import { TRAINING } from '../../lib/setting-table/training.ts';
import { GROUPS } from '../model/setting-texts.ts';

const ROWS: Readonly<Record<string, Row<unknown>>> = { ...NETWORK, ...TRAINING };

/** Whether the field of what is wrong stands under 'more'. */
export function isUnderMore(problem: string): boolean {
  const group = ROWS[problem]?.group;
  return group !== undefined && group in GROUPS;
}
