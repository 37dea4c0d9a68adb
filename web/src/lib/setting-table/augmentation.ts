// SPDX-License-Identifier: MIT
// What is done to the training images, and what an epoch has beside them; see row.ts.
import { bad, checkWithin } from '../checks.ts';
import { LIMITS } from '../limits.ts';
import { number, type Others } from './row.ts';

/** Lowest and highest value of each. */
export const AUGMENTATION_LIMITS = {
  shift: [0, 8],
  scale: [0, 0.5],
  rotation: [0, 45],
  shear: [0, 0.6],
  elastic: [0, 100],
  elasticSigma: [2, 10],
  thickness: [0, 1.5],
} as const satisfies Readonly<Record<string, readonly [low: number, high: number]>>;

const within =
  (name: keyof typeof AUGMENTATION_LIMITS) =>
  (setting: string, value: unknown): void =>
    checkWithin(setting, value, AUGMENTATION_LIMITS[name][0], AUGMENTATION_LIMITS[name][1]);

/**
 * How far each training image is changed when its turn comes, anew at each epoch: drawn evenly, up to
 * these limits, for each image by the seed, the epoch and its place in it. All 0: not at all. It needs
 * square images. The formulas stand in cpp/include/mlp/data/augment.h.
 */
export const AUGMENTATION = {
  /** Largest shift along x and along y, in pixels, fractions too; 0 ... 8. */
  shift: number(within('shift'), {
    ...{ usual: 0, unwritten: 0, key: 'shift' },
    ...{ group: 'augmentation', change: 'run', counts: 'always' },
  }),
  /** Largest relative change of width and height, three quarters of it common to both; 0 ... 0.5. */
  scale: number(within('scale'), {
    ...{ usual: 0, unwritten: 0, key: 'resize' },
    ...{ group: 'augmentation', change: 'run', counts: 'always' },
  }),
  /** Largest angle, in degrees; 0 ... 45. */
  rotation: number(within('rotation'), {
    ...{ usual: 0, unwritten: 0, key: 'rotation' },
    ...{ group: 'augmentation', change: 'run', counts: 'always' },
  }),
  /** Largest horizontal shear, x per y; 0 ... 0.6. */
  shear: number(within('shear'), {
    ...{ usual: 0, unwritten: 0, key: 'shear' },
    ...{ group: 'augmentation', change: 'run', counts: 'always' },
  }),
  /**
   * alpha of elastic distortion (Simard 2003), 0 ... 100: the factor on noise, even in [-1, 1], that a
   * Gaussian of weight 1 has smoothed. It moves pixels by about 0.163 alpha / sigma pixels along x and
   * along y (the standard deviation): by 1.4 with the paper's alpha = 34 and sigma = 4.
   */
  elastic: number(within('elastic'), {
    ...{ usual: 0, unwritten: 0, key: 'elastic' },
    ...{ group: 'augmentation', change: 'run', counts: 'always' },
  }),
  /** sigma of that Gaussian, in pixels; 2 ... 10. */
  elasticSigma: number(within('elasticSigma'), {
    ...{ usual: 4, unwritten: 4, key: 'elasticsigma' },
    ...{ group: 'augmentation', change: 'run', counts: ({ elastic }) => elastic > 0 },
  }),
  /** Largest change of the strokes' thickness, in pixels; 0 ... 1.5. */
  thickness: number(within('thickness'), {
    ...{ usual: 0, unwritten: 0, key: 'thickness' },
    ...{ group: 'augmentation', change: 'run', counts: 'always' },
  }),
} as const;

const checkShareOf = (setting: string, value: unknown): void =>
  checkWithin(setting, value, 0, LIMITS.share);

function checkDrawings(setting: string, value: unknown, { otherHands }: Others): void {
  checkShareOf(setting, value);
  // Shares of 0.34 and 0.56 are a little more than 0.9 together.
  if ((otherHands as number) + (value as number) > LIMITS.share + 1e-12) {
    bad(setting, `must be at most ${LIMITS.share} together with otherHands.`);
  }
}

/** What an epoch has beside the training images. */
export const MIX = {
  /**
   * Share of generated digits among the examples of an epoch, other ones in each; 0 ... 0.9. The
   * images must have 784 pixels, and the network 10 outputs at least, or the sigmoid.
   */
  otherHands: number(checkShareOf, {
    ...{ usual: 0, unwritten: 0, key: 'otherhands' },
    ...{ group: 'hands', change: 'run', counts: 'always' },
  }),
  /** Share of the drawings of setDrawings(), in turn; 0 ... 0.9 together with otherHands. */
  drawings: number(checkDrawings, {
    ...{ usual: 0, unwritten: 0, key: 'drawings' },
    ...{ group: 'hands', change: 'run', counts: 'always' },
  }),
} as const;
