// SPDX-License-Identifier: MIT
// Where each formula of the view is computed. One table: a file that moves is changed here.
import type { Activation, Initialiser, Optimizer } from '../../../lib/settings.ts';
import type { Place } from './find-lines.ts';

const NOTES = 'cpp/src/notes';
const RESHAPE = `${NOTES}/reshape.cpp`;
const INITIALISE = `${NOTES}/initialise.cpp`;
const FORWARD = `${NOTES}/forward.cpp`;
const COST = `${NOTES}/cost.cpp`;
const BACKWARD = `${NOTES}/backward.cpp`;
const UPDATE = `${NOTES}/update.cpp`;
const PREDICT = `${NOTES}/predict.cpp`;
/** The formulas of g and g', and those of the optimizers. */
const FORMULAS = 'cpp/include/mlp/methods';
const ACTIVATIONS = `${FORMULAS}/activation_formulas.h`;
const OPTIMIZERS = `${FORMULAS}/optimizer_formulas.h`;
const LOSSES = `${FORMULAS}/loss_formulas.h`;
/** What the notes have and training does not need. */
const WALK = 'cpp/src/insight/walkthrough.cpp';
const CHECK = 'cpp/src/insight/gradient_check.cpp';

type Scheme = Exclude<Initialiser, 'notes'>;
type Answer = 'softmax' | 'sigmoid';

/** A formula's key: the letter of the notes, and what it depends on. */
export type CodeKey =
  | 'X'
  | `Y ${Answer}`
  | `first W ${Scheme}`
  | 'Z'
  | 'A'
  | `A_L ${Answer}`
  | `g ${Activation}`
  | `g' ${Activation}`
  | 'J'
  | `J ${Answer}`
  | `dA_L ${Answer}`
  | `dA_L g' ${Answer}`
  | "g'(Z_L)"
  | 'dZ_L'
  | 'dZ'
  | 'dW'
  | 'db'
  | 'dA'
  | 'W'
  | 'b'
  | `optimizer ${Optimizer}`
  | `predict ${Answer}`
  | 'gradient check';

export const CODE_PLACES: Readonly<Record<CodeKey, Place>> = {
  X: { path: RESHAPE, comment: 'X = image / 255', line: 'x = ' },
  'Y softmax': { path: RESHAPE, line: 'Y(label, i) = Scalar(1)' },
  'Y sigmoid': { path: RESHAPE, line: 'Y(0, i) = Scalar(1)' },

  'first W he': { path: INITIALISE, line: 'std::sqrt(2.0 / n_in)' },
  'first W xavier': { path: INITIALISE, line: 'std::sqrt(2.0 / (n_in + n_out))' },
  'first W lecun': { path: INITIALISE, line: 'std::sqrt(1.0 / n_in)' },
  'first W normal': { path: INITIALISE, line: 'rng.normal()' },
  'first W uniform': { path: INITIALISE, line: 'rng.uniform(-scale, scale)' },
  'first W zeros': { path: INITIALISE, line: 'kZeros) continue' },

  Z: { path: FORWARD, comment: 'Z_l = W_l A_{l-1} + b_l' },
  A: { path: FORWARD, comment: 'A_l = g(Z_l), with dropout' },
  'A_L softmax': { path: FORWARD, comment: 'A = e^Z / sum e^Z of each column' },
  'A_L sigmoid': { path: FORWARD, comment: 'A_L = 1 / (1 + e^-Z_L)' },
  'g relu': { path: ACTIVATIONS, comment: 'g(z) = max(0, z)' },
  'g leakyRelu': { path: ACTIVATIONS, comment: 'g(z) = z where z > 0, else 0.01 z' },
  'g tanh': { path: ACTIVATIONS, comment: 'g(z) = tanh z' },
  'g sigmoid': { path: ACTIVATIONS, line: 'return where_greater(zero, z, e, one)' },
  'g gelu': { path: ACTIVATIONS, comment: 'g(z) = z/2 (1 + tanh' },
  "g' relu": { path: ACTIVATIONS, line: 'return where_greater(z, zero, one, zero);' },
  "g' leakyRelu": { path: ACTIVATIONS, comment: "g'(z) = 1 where z > 0, else 0.01" },
  "g' tanh": { path: ACTIVATIONS, comment: "g'(z) = 1 - tanh^2 z" },
  "g' sigmoid": { path: ACTIVATIONS, comment: "g'(z) = g(z) (1 - g(z))" },
  "g' gelu": { path: ACTIVATIONS, comment: "g'(z) = (1 + t)/2 + z/2" },

  J: { path: COST, comment: 'J = (1/m) sum_i c_i' },
  'J sigmoid': { path: LOSSES, comment: 'softplus(z) - y z' },
  'J softmax': { path: LOSSES, comment: 'logsumexp(z) - sum_k y_k z_k' },

  'dA_L sigmoid': { path: WALK, comment: 'dA_L = -(Y / A_L) + (1 - Y) / (1 - A_L)' },
  'dA_L softmax': { path: WALK, line: 'last.dA(k, i) = -y / a' },
  "g'(Z_L)": { path: WALK, comment: "g'(Z_L) = a (1 - a)" },
  "dA_L g' sigmoid": { path: WALK, comment: "dZ_L = dA_L * g'(Z_L)" },
  "dA_L g' softmax": { path: WALK, comment: 'dz_j = sum_k dA_k a_k (delta_kj - a_j)' },
  dZ_L: { path: BACKWARD, comment: 'dZ_L = A_L - Y' },
  dZ: { path: BACKWARD, comment: "dZ_{l-1} = dA_{l-1} * g'(Z_{l-1})" },
  dW: { path: BACKWARD, comment: 'dW_l = (1/m) dZ_l A_{l-1}^T' },
  db: { path: BACKWARD, comment: 'db_l = (1/m) sum_i dZ_l' },
  dA: { path: BACKWARD, comment: 'dA_{l-1} = W_l^T dZ_l' },

  W: { path: UPDATE, comment: 'W_l = W_l - alpha dW_l' },
  b: { path: UPDATE, comment: 'b_l = b_l - alpha db_l' },
  'optimizer sgd': { path: UPDATE, comment: 'W_l = W_l - alpha dW_l' },
  'optimizer momentum': { path: OPTIMIZERS, comment: 'w = w - alpha v' },
  'optimizer nesterov': { path: OPTIMIZERS, comment: 'w = w - alpha (g + mu v)' },
  'optimizer rmsprop': { path: OPTIMIZERS, comment: 'w = w - alpha g / (sqrt s + eps)' },
  'optimizer adam': { path: OPTIMIZERS, comment: 'w = w - alpha (m / (1 - b1^t))' },
  'optimizer adamw': { path: OPTIMIZERS, comment: 'w = w - alpha decay w' },

  'predict softmax': { path: PREDICT, line: 'A(k, column) > A(best, column)' },
  'predict sigmoid': { path: PREDICT, line: 'A(0, column) >= Scalar(0.5)' },

  'gradient check': { path: CHECK, comment: '(J(w + h) - J(w - h)) / 2h' },
};
