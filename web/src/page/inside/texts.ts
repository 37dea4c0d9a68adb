// SPDX-License-Identifier: MIT
// The texts of the view 'Look inside': of its frame. Each panel has texts of its own.

export const INSIDE = {
  view: 'Look inside',
  panels: 'Panels of Look inside',
  names: {
    answers: 'Answers',
    weights: 'Weights',
    activations: 'Activations',
    network: 'Network',
  },
} as const;
