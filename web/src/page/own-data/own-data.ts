// SPDX-License-Identifier: MIT
import type { LabelledImages } from '../../lib/dataset.ts';
import type { DataLook } from '../data-look.ts';

/** Data of the person's own that can be trained on. */
export interface OwnData extends DataLook {
  /** Of the files that it came from. */
  readonly name: string;
  readonly train: LabelledImages;
  readonly test: LabelledImages;
}
