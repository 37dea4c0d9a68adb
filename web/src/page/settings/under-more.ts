// SPDX-License-Identifier: MIT
import { ROWS, SETTING_NAMES } from '../../lib/setting-table/rows.ts';
import { GROUPS } from '../model/setting-texts.ts';

/** Whether the field of what is wrong stands under 'more'. */
export function isUnderMore(problem: string): boolean {
  const name = SETTING_NAMES.find((one) => one === problem);
  return name !== undefined && ROWS[name].group in GROUPS;
}
