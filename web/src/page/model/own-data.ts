// SPDX-License-Identifier: MIT
import type { LabelledImages } from '../../lib/dataset.ts';
import type { DataLook } from './data-look.ts';
import type { OwnDataId } from './learned-from.ts';

/** Data of the person's own that can be trained on. */
export interface OwnData extends DataLook, OwnDataId {
  readonly train: LabelledImages;
  readonly test: LabelledImages;
}
