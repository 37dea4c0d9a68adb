// SPDX-License-Identifier: MIT
import type { CoreTrainer, MainModule } from '../module.ts';
import type { Part } from '../results.ts';
import type { NetworkSettings } from '../settings.ts';
import type { Tempo } from './tempo.ts';

/** What jobs need of the session. */
export interface Core {
  readonly module: MainModule;
  readonly trainer: CoreTrainer;
  readonly network: NetworkSettings;
  /** Training images with each label, from label 0 on. */
  readonly trainLabels: readonly number[];
  /** How long slices may be. */
  readonly tempo: Tempo;
  /** Examples of a part of the data that have arrived; 0 when there is none. */
  examples(part: Part): number;
  /** Whether all training images are there that will ever be. */
  readonly allArrived: boolean;
}
