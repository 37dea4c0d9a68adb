// SPDX-License-Identifier: MIT
import type { ChartHost } from '../chart-tools.ts';
import type { Picture } from '../picture.ts';
import type { Window } from '../zoom.ts';

/** What is saved: the chart as it is looked at. */
export interface Saved {
  readonly host: ChartHost;
  readonly picture: Picture;
  /** The part of the x axis that is shown. */
  readonly window: Window;
  readonly zoomed: boolean;
  readonly log: boolean;
}

/** 'Cost per epoch' becomes cost-per-epoch. */
export const fileName = (label: string): string =>
  label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '') || 'chart';
