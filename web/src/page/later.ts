// SPDX-License-Identifier: MIT
// Parts of the view 'Train' without which Train works: loaded after what it needs.

const PARTS = {
  charts: () => import('./components/line-chart.ts'),
  yesNo: () => import('./components/yes-no-panel.ts'),
  drawings: () =>
    Promise.all([import('./drawings/mlp-correction.ts'), import('./components/pad-options.ts')]),
  more: () => import('./components/more-settings.ts'),
};

const asked = new Set<keyof typeof PARTS>();

/** Defines the part's elements; asked for once, also where that fails. */
export function loadPart(part: keyof typeof PARTS, onFail: () => void): void {
  if (asked.has(part)) return;
  asked.add(part);
  PARTS[part]().catch(onFail);
}
