// SPDX-License-Identifier: MIT
// The texts of 'Show the code'.

export const CODE = {
  show: 'Show the code',
  /** For the ear: which formula it is of. */
  showOf: (formula: string) => `Show the code: ${formula}`,
  title: 'The code',
  hide: 'Hide the code',
  marked: (from: number, to: number) =>
    from === to ? `Line ${from} computes it.` : `Lines ${from} to ${to} compute it.`,
  scrolls: (path: string) => `${path}, scrolls`,
  section: 'In the notes',
  sectionOf: (section: string) => `section ${section}`,
  calledBy: 'Called by',
  fastTwin: 'Fast twin',
  twinHelp: 'the same mathematics, written for speed',
  heldTogetherBy: 'Held together by',
  loading: 'Loading the code …',
  failed: 'The code could not be loaded. Try again when the network is there.',
  lost: (path: string) => `The line was not found in ${path}.`,
};
