// SPDX-License-Identifier: MIT
import { type SVGTemplateResult, svg } from 'lit';
import type { Epoch } from '../../lib/results.ts';

const WIDTH = 96;
const HEIGHT = 32;
/** More points than that cannot be told apart. */
const POINTS = 96;

/** The training cost of a run, small; its numbers stand beside it. */
export function curveTemplate(epochs: readonly Epoch[]): SVGTemplateResult {
  const every = Math.max(1, Math.ceil(epochs.length / POINTS));
  const costs = epochs.filter((_, i) => i % every === 0).map(({ cost }) => cost);
  const most = Math.max(...costs) || 1;
  const points = costs.map((cost, i) => {
    const x = 2 + ((WIDTH - 4) * i) / Math.max(1, costs.length - 1);
    return `${x.toFixed(1)},${(HEIGHT - 3 - ((HEIGHT - 6) * cost) / most).toFixed(1)}`;
  });
  return svg`
    <polyline points=${points.join(' ')} />
    ${costs.length === 1 ? svg`<circle cx="2" cy="3" r="2" />` : null}
  `;
}

export const CURVE_BOX = `0 0 ${WIDTH} ${HEIGHT}`;
