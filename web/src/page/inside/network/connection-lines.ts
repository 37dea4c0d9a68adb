// SPDX-License-Identifier: MIT
import { svg } from 'lit';
import { type Plan, unitPlace } from './geometry.ts';
import type { Connection } from './strongest.ts';

/** Widths of lines, in pixels, from the weakest to the strongest. */
const WIDTHS = [0.75, 1.5, 2.5, 4];

/** The connections into layer l, as one path for each sign and width. */
export function connectionLines(plan: Plan, l: number, connections: readonly Connection[]) {
  const most = Math.abs(connections[0]?.through ?? 0);
  const paths = new Map<string, { sign: string; width: number; d: string }>();
  for (const { from, to, through } of connections) {
    const sign = through < 0 ? 'against' : 'for';
    const level = Math.min(
      WIDTHS.length - 1,
      Math.floor((Math.abs(through) / most) * WIDTHS.length),
    );
    const key = `${sign}${level}`;
    const path = paths.get(key) ?? { sign, width: WIDTHS[level] ?? 1, d: '' };
    const start = unitPlace(plan, l - 1, from, 'right');
    const end = unitPlace(plan, l, to, 'left');
    const middle = ((start.x + end.x) / 2).toFixed(1);
    path.d +=
      `M${start.x.toFixed(1)} ${start.y.toFixed(1)}C${middle} ${start.y.toFixed(1)} ` +
      `${middle} ${end.y.toFixed(1)} ${end.x.toFixed(1)} ${end.y.toFixed(1)}`;
    paths.set(key, path);
  }
  return [...paths.values()].map(
    ({ sign, width, d }) => svg`<path class=${sign} stroke-width=${width} d=${d}></path>`,
  );
}
