// SPDX-License-Identifier: MIT
// What the presets reach on MNIST, as measured. `npm run bench:accuracy -- --write` writes
// the numbers; the page and the README tell them.
import type { PresetName } from './presets.ts';

export interface PresetFigures {
  /** Share of MNIST's 10,000 test images answered rightly; null while that is not measured. */
  readonly accuracy: number | null;
  /** Of a yes/no question, which the accuracy would flatter. */
  readonly f1: number | null;
  /** Of training. */
  readonly seconds: number | null;
}

/** Shares of right answers for MNIST's test images, and for drawings by pen. */
export interface HandsFigures {
  readonly accuracy: number;
  readonly drawn: number;
}

// measured: begin
const MEASURED = {
  defaults: { accuracy: 0.9763, f1: null, seconds: 1.2 },
  quick: { accuracy: 0.9823, f1: null, seconds: 1.8 },
  plain: { accuracy: 0.9858, f1: null, seconds: 14.5 },
  dropout: { accuracy: 0.9883, f1: null, seconds: 92.6 },
  accurate: { accuracy: 0.9943, f1: null, seconds: 122.7 },
  record: { accuracy: 0.9947, f1: null, seconds: 452.3 },
  notes: { accuracy: null, f1: 0.914, seconds: 19 },
};
const HANDS = {
  share: 0.15,
  without: { accuracy: 0.9815, drawn: 0.919 },
  mixed: { accuracy: 0.9823, drawn: 0.974 },
};
// measured: end

/** 'defaults': DEFAULT_NETWORK and DEFAULT_TRAINING. */
export const PRESET_FIGURES: Readonly<Record<PresetName | 'defaults', PresetFigures>> = MEASURED;

/** What digits of other hands do: the preset 'quick' without them and with a share of them. */
export const OTHER_HANDS: {
  readonly share: number;
  readonly without: HandsFigures | null;
  readonly mixed: HandsFigures | null;
} = HANDS;
