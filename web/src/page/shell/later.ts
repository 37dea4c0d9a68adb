// SPDX-License-Identifier: MIT
// Parts of the view 'Train' without which Train works: loaded after what it needs.

const PARTS = {
  charts: () => import('../ui/chart/line-chart.ts'),
  yesNo: () => import('../yes-no/yes-no-panel.ts'),
  drawings: () =>
    Promise.all([import('../drawings/mlp-correction.ts'), import('../pad/pad-options.ts')]),
  more: () => import('../settings/more-settings.ts'),
};

const asked = new Set<keyof typeof PARTS>();

/** Defines the part's elements; asked for once, also where that fails. */
export function loadPart(part: keyof typeof PARTS, onFail: () => void): void {
  if (asked.has(part)) return;
  asked.add(part);
  PARTS[part]().catch(onFail);
}
