// SPDX-License-Identifier: MIT

/** Limits of the settings; those of the network are the core's (initialise.h). */
export const LIMITS = {
  layers: 65,
  units: 16384,
  parameters: 2 ** 24,
  classes: 256,
  label: 255,
  epochs: 100_000,
  threads: 64,
  /** Of otherHands and drawings, each and together. */
  share: 0.9,
} as const;
