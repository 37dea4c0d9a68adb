// SPDX-License-Identifier: MIT
// How one update of the weights is made; see row.ts.
import {
  bad,
  checkInteger,
  checkNotNegative,
  checkNumber,
  checkPositive,
  checkShare,
} from '../checks.ts';
import { AUGMENTATION, MIX } from './augmentation.ts';
import { number, numberOr, oneOf, type Others } from './row.ts';

const isAdam = ({ optimizer }: Others): boolean => optimizer === 'adam' || optimizer === 'adamw';

function checkBatch(name: string, value: unknown, { images }: Others): void {
  checkInteger(name, value, 1, 2 ** 31 - 1);
  if (typeof images === 'number' && (value as number) > images) {
    bad(name, `must be at most ${images}, the images to train on, or all.`);
  }
}

/** How one update of the weights is made, and with what. */
export const DESCENT = {
  /** alpha in W = W - alpha dW; above 0. */
  learningRate: number(checkPositive, {
    ...{ usual: 0.2, unwritten: 0.2, key: 'rate' },
    ...{ group: 'above', change: 'live', counts: 'always' },
  }),
  /** Examples for each update: 1 ... all of them. 'all' is gradient descent as in the notes. */
  batchSize: numberOr('all', checkBatch, {
    ...{ usual: 128, unwritten: 128, key: 'batch' },
    ...{ group: 'above', change: 'live', counts: 'always' },
  }),
  /** 'sgd' is plain gradient descent; the formulas of all stand in cpp/include/mlp/methods/optimizer.h. */
  optimizer: oneOf(['sgd', 'momentum', 'nesterov', 'rmsprop', 'adam', 'adamw'], {
    ...{ usual: 'sgd', unwritten: 'sgd', key: 'optimizer' },
    ...{ group: 'descent', change: 'run', counts: 'always' },
  }),
  /** mu of 'momentum' and 'nesterov'; at least 0, below 1. */
  momentum: number(checkShare, {
    ...{ usual: 0.9, unwritten: 0.9, key: 'momentum' },
    ...{
      group: 'descent',
      change: 'run',
      counts: ({ optimizer }) => optimizer === 'momentum' || optimizer === 'nesterov',
    },
  }),
  /** Of 'rmsprop'; at least 0, below 1. */
  rho: number(checkShare, {
    ...{ usual: 0.99, unwritten: 0.99, key: 'rho' },
    ...{ group: 'descent', change: 'run', counts: ({ optimizer }) => optimizer === 'rmsprop' },
  }),
  /** Of 'adam' and 'adamw'; at least 0, below 1. */
  beta1: number(checkShare, {
    ...{ usual: 0.9, unwritten: 0.9, key: 'beta1' },
    ...{ group: 'descent', change: 'run', counts: isAdam },
  }),
  /** Of 'adam' and 'adamw'; at least 0, below 1. */
  beta2: number(checkShare, {
    ...{ usual: 0.999, unwritten: 0.999, key: 'beta2' },
    ...{ group: 'descent', change: 'run', counts: isAdam },
  }),
  /** Of 'rmsprop', 'adam' and 'adamw'; at least 1e-30. */
  epsilon: number(
    (name, value) => checkNumber(name, value, 'of at least 1e-30', (x) => x >= 1e-30),
    {
      ...{ usual: 1e-8, unwritten: 1e-8, key: 'epsilon' },
      ...{
        group: 'descent',
        change: 'run',
        counts: (others) => isAdam(others) || others.optimizer === 'rmsprop',
      },
    },
  ),
  /** Largest norm of the whole gradient; 0: no limit. */
  clipNorm: number(checkNotNegative, {
    ...{ usual: 0, unwritten: 0, key: 'clip' },
    ...{ group: 'descent', change: 'run', counts: 'always' },
  }),
  /** With 'sigmoid': how much an example counts whose answer is yes; 'balanced': no's for each yes. */
  positiveWeight: numberOr('balanced', checkPositive, {
    ...{ usual: 1, unwritten: 1, key: 'yesweight' },
    ...{ group: 'descent', change: 'run', counts: ({ output }) => output === 'sigmoid' },
  }),
  /** lambda, at least 0: decoupled in 'adamw', else the penalty lambda/2 |W|^2 on the cost. */
  weightDecay: number(checkNotNegative, {
    ...{ usual: 0, unwritten: 0, key: 'decay' },
    ...{ group: 'regularisation', change: 'run', counts: 'always' },
  }),
  /** Rate of dropping hidden units while training; at least 0, below 1. */
  dropout: number(checkShare, {
    ...{ usual: 0, unwritten: 0, key: 'dropout' },
    ...{ group: 'regularisation', change: 'live', counts: 'always' },
  }),
  /** Largest norm of the weights into a unit; 0: no limit. */
  maxNorm: number(checkNotNegative, {
    ...{ usual: 0, unwritten: 0, key: 'maxnorm' },
    ...{ group: 'regularisation', change: 'run', counts: 'always' },
  }),
  /** epsilon in y = (1 - epsilon) y + epsilon / n; at least 0, below 1. */
  labelSmoothing: number(checkShare, {
    ...{ usual: 0, unwritten: 0, key: 'smoothing' },
    ...{ group: 'regularisation', change: 'run', counts: 'always' },
  }),
  ...AUGMENTATION,
  ...MIX,
} as const;
