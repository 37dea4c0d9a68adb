// SPDX-License-Identifier: MIT
// The data that a network learned from, and whether it is the data that another learned from.

/** 'own': files of the person's own, which the page holds as long as it is open. */
export type DataChoice = 'mnist' | 'generated' | 'own';

/** One of the sets of files that a person may bring. */
export interface OwnDataId {
  /** Of the files. */
  readonly name: string;
  /** Of sizes, labels and images, in hexadecimal; two sets of the same name may differ. */
  readonly sha256: string;
}

export interface LearnedFrom {
  readonly choice: DataChoice;
  /** null where the choice is another; undefined in runs that were kept before it was noted. */
  readonly own?: OwnDataId | null;
}

/** What the page has now, as a run that begins has it. */
export const learnsFrom = ({ choice, own }: Required<LearnedFrom>): Required<LearnedFrom> => ({
  choice,
  own: choice === 'own' ? own : null,
});

/** Whether both are the same data, as far as that is known. */
export function sameData(one: LearnedFrom, other: LearnedFrom): boolean {
  if (one.choice !== other.choice) return false;
  if (one.choice !== 'own' || !one.own || !other.own) return true;
  return one.own.sha256 === other.own.sha256;
}
