// SPDX-License-Identifier: MIT
// Not by index.ts: with it would come what reads own data, which is loaded when it is needed.
import { openDataSet } from '../../lib/download.ts';
import { createTrainer } from '../../lib/trainer.ts';
import type { Library } from '../model/services.ts';

/** What the page calls of the library; a test may have another. */
export const LIBRARY: Library = { createTrainer, openDataSet };
