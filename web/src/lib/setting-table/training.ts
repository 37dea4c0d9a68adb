// SPDX-License-Identifier: MIT
// A run: how long, at which rates, and when it ends; see row.ts.
import { bad, checkInteger, checkNumber, checkPositive, checkShare } from '../checks.ts';
import { LIMITS } from '../limits.ts';
import { DESCENT } from './descent.ts';
import { aboveAndAtMost, number, numberOr, oneOf, type Others, whole } from './row.ts';

function checkWarmUp(name: string, value: unknown, { epochs }: Others): void {
  const most = Number.isInteger(epochs) && epochs >= 1 ? (epochs as number) : LIMITS.epochs;
  checkNumber(name, value, `of epochs from 0 to ${most}`, (x) => x >= 0 && x <= most);
}

function checkPatience(name: string, value: unknown, { validation }: Others): void {
  checkInteger(name, value, 0, LIMITS.epochs);
  if (value !== 0 && validation === 0) {
    bad(name, 'early stopping needs images set aside: set validation above 0, such as 0.1.');
  }
}

export const TRAINING = {
  ...DESCENT,
  /** How many more times to go through the training data, 1 ... 100,000. */
  epochs: number(whole(1, LIMITS.epochs), {
    ...{ usual: 10, unwritten: 10, key: 'epochs' },
    ...{ group: 'above', change: 'run', counts: 'always' },
  }),
  /** How the learning rate changes over the run; see cpp/include/mlp/methods/schedule.h. */
  schedule: oneOf(['constant', 'step', 'cosine', 'oneCycle'], {
    ...{ usual: 'constant', unwritten: 'constant', key: 'schedule' },
    ...{ group: 'schedule', change: 'run', counts: 'always' },
  }),
  /** Of 'cosine': epochs over which the rate rises, 0 ... epochs. */
  warmUp: number(checkWarmUp, {
    ...{ usual: 0, unwritten: 0, key: 'warmup' },
    ...{ group: 'schedule', change: 'run', counts: ({ schedule }) => schedule === 'cosine' },
  }),
  /** Of 'step': the rate is multiplied by stepFactor after each so many epochs; above 0. */
  stepEvery: number(checkPositive, {
    ...{ usual: 5, unwritten: 5, key: 'stepevery' },
    ...{ group: 'schedule', change: 'run', counts: ({ schedule }) => schedule === 'step' },
  }),
  /** Of 'step'; above 0, at most 1. */
  stepFactor: number(aboveAndAtMost(0, 1), {
    ...{ usual: 0.5, unwritten: 0.5, key: 'stepfactor' },
    ...{ group: 'schedule', change: 'run', counts: ({ schedule }) => schedule === 'step' },
  }),
  /**
   * Training images to train on, chosen by the seed from those that are not set aside: 100 ... 'all'.
   * On few of them a network learns by heart what it should learn to read.
   */
  images: numberOr('all', whole(100, 2 ** 31 - 1), {
    ...{ usual: 'all', unwritten: 'all', key: 'images' },
    ...{ group: 'images', change: 'run', counts: 'always' },
  }),
  /** Share of the training images set aside to judge by; at least 0, below 1. */
  validation: number(checkShare, {
    ...{ usual: 0, unwritten: 0, key: 'validation' },
    ...{ group: 'stopping', change: 'run', counts: 'always' },
  }),
  /**
   * Early stopping: ends after so many epochs without a lower validation cost, and goes back to the
   * weights of the lowest; 0: off. It needs validation above 0.
   */
  patience: number(checkPatience, {
    ...{ usual: 0, unwritten: 0, key: 'patience' },
    ...{ group: 'stopping', change: 'run', counts: 'always' },
  }),
  /**
   * A mean of the weights, which often answers better than the last ones. Training itself goes on with
   * the weights as they are; each epoch's figures are those of the mean, where there is one yet, and
   * when the run ends, however it does, the network takes it. 'ema': an exponential mean, taken after
   * every 8th update; 'swa': the plain mean of the weights at the ends of the epochs of the run's last
   * half.
   */
  averaging: oneOf(['none', 'ema', 'swa'], {
    ...{ usual: 'none', unwritten: 'none', key: 'averaging' },
    ...{ group: 'averaging', change: 'run', counts: 'always' },
  }),
  /** Of 'ema', for an update: of 8 updates it is this to the power of 8. At least 0, below 1. */
  averagingDecay: number(checkShare, {
    ...{ usual: 0.999, unwritten: 0.999, key: 'averagingdecay' },
    ...{ group: 'averaging', change: 'run', counts: ({ averaging }) => averaging === 'ema' },
  }),
} as const;
