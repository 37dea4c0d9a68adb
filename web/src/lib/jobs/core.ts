// SPDX-License-Identifier: MIT
import type { CoreTrainer, MainModule } from '../module.ts';
import type { Part } from '../protocol.ts';

/** What jobs need of the session. */
export interface Core {
  readonly module: MainModule;
  readonly trainer: CoreTrainer;
  /** Examples of a part of the data; 0 when there is none. */
  examples(part: Part): number;
}
