// SPDX-License-Identifier: MIT
// The short explanation of each setting, in the words of the notes. Loaded when one is asked for.
import type { SettingName } from './setting-texts.ts';

export const SETTING_HELP: Readonly<Record<SettingName, string>> = {
  output:
    '‘Which digit?’ has ten outputs, one for each digit (softmax). ‘Is it a 3?’ has one, the ' +
    'probability of yes (sigmoid).',
  layers:
    'Each layer l has n_l units. A unit weighs the outputs of the layer before, Z = W A + b, and ' +
    'bends the sum, A = g(Z). A change starts a new network.',
  positive: 'With ‘Is it a …?’: the digit for which the answer is yes.',
  hidden: 'Of the hidden layers, A = g(Z).',
  initialiser:
    'How W is drawn at first. The notes: He below ReLU, Xavier elsewhere. Zeros cannot learn.',
  initialScale: 'Of normal the standard deviation, of uniform half the width.',
  seed: 'The same seed gives the same numbers again.',
  learningRate: 'α in W = W − α dW: how far one step goes. Too large, and the cost grows.',
  batchSize:
    'How many images make one step. A number, or the word all: then each step sees every image, ' +
    'as in the notes.',
  optimizer: 'The rule that turns the gradients dW and db into the next W and b.',
  momentum: 'How much of the last step goes into the next.',
  rho: 'How slowly the mean of the squared gradients forgets.',
  beta1: 'How slowly the mean of the gradients forgets.',
  beta2: 'How slowly the mean of the squared gradients forgets.',
  epsilon: 'Added to the root, so that nothing is divided by 0.',
  clipNorm: 'A gradient of a larger norm is scaled down to this norm. 0: never.',
  positiveWeight:
    'How much an example counts whose answer is yes; balanced: as many times as there are no’s ' +
    'for each yes.',
  weightDecay: 'Adds λ/2 · ‖W‖² to the cost (L2); AdamW shrinks W by itself. 0: off.',
  dropout: 'The share of hidden units left out at random in each step of the training. 0: off.',
  maxNorm: 'The weights into a unit are scaled down to this norm at most. 0: no limit.',
  labelSmoothing:
    'Trains towards y = 1 − ε for the right answer, not 1; the rest is shared. 0: off.',
  shift: 'At most so many pixels to each side and up or down, such as 2. 0: off; at most 8.',
  scale: 'Larger or smaller by at most this share, such as 0.15, and a little wider or narrower.',
  rotation: 'Turned by at most so many degrees, such as 10, to the left or to the right.',
  shear: 'Slanted by at most this share of the height, such as 0.2, as handwriting leans.',
  elastic:
    'Elastic distortion (Simard 2003): a random field, smoothed with σ, moves each pixel; α is how ' +
    'far. The paper has α 34 and σ 4. 0: off.',
  elasticSigma:
    'How smooth the field of the elastic distortion is, in pixels: small crumples, large bends.',
  thickness: 'Strokes thicker or thinner by at most so many pixels, such as 0.7.',
  otherHands:
    'The share of digits among an epoch’s images that the page makes itself, in other hands than ' +
    'MNIST’s, new ones in each epoch. It helps to read what is drawn. 0: none.',
  drawings:
    'The share of your own kept drawings among an epoch’s images, each many times. 0: none. The ' +
    'same weights then need the same drawings.',
  epochs: 'How many times Train goes through all training images.',
  schedule: 'How the learning rate changes over the run. It is the highest rate of it.',
  warmUp: 'Over so many epochs the rate rises from 0.',
  stepEvery: 'After so many epochs the rate falls.',
  stepFactor: 'By which the rate is multiplied at each step.',
  images:
    'How many of the training images it learns from: 100 or more, or the word all. From few images a ' +
    'network learns those by heart: the training cost falls, and the test cost rises (overfitting).',
  validation: 'The share of the training images set aside to judge by, such as 0.1. 0: none.',
  patience:
    'Ends after so many epochs without a lower validation cost and goes back to the best weights. ' +
    '0: off.',
  averaging:
    'The network answers with a mean of the weights it had along the run: a moving one, or of the ' +
    'ends of the epochs of the last half. Training itself goes on with its own weights.',
  averagingDecay: 'How slowly the moving mean forgets: of 0.999, some 1,000 steps.',
};
