// SPDX-License-Identifier: MIT
export const VIEW_NAMES = {
  all: 'Views',
  train: 'Train',
  notes: 'Step by step',
  inside: 'Look inside',
  data: 'Data',
  runs: 'Runs',
  models: 'Models',
} as const;

export const HEADER = {
  title: 'MLP Scratchpad',
  /** In the title of a tab that is not in front. */
  background: 'training in the background',
  toDark: 'Dark',
  toLight: 'Light',
  toDarkLabel: 'Dark theme',
  toLightLabel: 'Light theme',
  afresh: 'Start afresh',
  footer: 'Everything runs in this tab; nothing is sent anywhere.',
};

export const ERRORS = {
  lost: 'Something unexpected happened:',
};
