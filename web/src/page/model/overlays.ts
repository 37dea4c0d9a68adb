// SPDX-License-Identifier: MIT
// What a chart shows besides the run of the moment.
import type { Epoch } from '../../lib/results.ts';

/** Another run, drawn over the one of the moment. */
export interface Overlay {
  readonly id: string;
  /** As the key says it; short, for it stands in the chart's head. */
  readonly name: string;
  readonly epochs: readonly Epoch[];
}

/** A vertical mark, such as where a setting was changed. */
export interface Mark {
  /** In epochs; 2.5 is the middle of the third. */
  readonly x: number;
  /** Short: 'learning rate 0.05'. */
  readonly text: string;
}

/** More than these could not be told apart; the rest is left out. */
export const MOST_OVERLAYS = 6;
