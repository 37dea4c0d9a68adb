// SPDX-License-Identifier: MIT
// The short explanation of each control, in the words of the notes. Loaded when one is asked for.
export const HELP = {
  run:
    'Train goes through the images, epoch by epoch, and makes the cost smaller. Step makes one ' +
    'update, from one batch. Reset goes back to the first weights; Undo then brings back what was.',
  preset: 'Network and training settings that belong together. Choosing one starts a new network.',
  data:
    'MNIST: 70,000 digits written by hand. Generated digits are drawn by this page itself. Both ' +
    'have 28 × 28 pixels. Own data: drop files of yours anywhere on the page.',
  layers:
    'Each layer l has n_l units. A unit weighs the outputs of the layer before, Z = W A + b, and ' +
    'bends the sum, A = g(Z). A change starts a new network.',
  question:
    '‘Which digit?’ has ten outputs, one for each digit (softmax). ‘Is it a 3?’ has one, the ' +
    'probability of yes (sigmoid).',
  learningRate: 'α in W = W − α dW: how far one step goes. Too large, and the cost grows.',
  batchSize:
    'How many images make one step. A number, or the word all: then each step sees every image, ' +
    'as in the notes.',
  epochs: 'How many times Train goes through all training images.',
  accuracy:
    'The share of the test images that the network answers rightly. It has not been trained on them.',
  pad:
    'Draw one digit, large. The network sees it shrunk to 28 × 28 pixels and centred, as its ' +
    'training images are. Undo takes back the last stroke, Clear all. By keyboard: arrow keys move, ' +
    'the space bar puts the pen down and lifts it.',
  chart:
    'Drag over a part of the chart to see it closer; a double click shows the whole run again. ' +
    'log: equal steps for equal factors. The wavy line smooths. The arrow saves as PNG, SVG or CSV. ' +
    'By keyboard: the left and right arrows go from value to value, + and − zoom.',
  hidden: 'Of the hidden layers, A = g(Z).',
  initialiser:
    'How W is drawn at first. The notes: He below ReLU, Xavier elsewhere. Zeros cannot learn.',
  initialScale: 'Of normal the standard deviation, of uniform half the width.',
  seed: 'The same seed gives the same numbers again.',
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
  schedule: 'How the learning rate changes over the run. It is the highest rate of it.',
  warmUp: 'Over so many epochs the rate rises from 0.',
  stepEvery: 'After so many epochs the rate falls.',
  stepFactor: 'By which the rate is multiplied at each step.',
  validation: 'The share of the training images set aside to judge by, such as 0.1. 0: none.',
  patience:
    'Ends after so many epochs without a lower validation cost and goes back to the best weights. ' +
    '0: off.',
  averaging:
    'The network answers with a mean of the weights it had along the run: a moving one, or of the ' +
    'ends of the epochs of the last half. Training itself goes on with its own weights.',
  averagingDecay: 'How slowly the moving mean forgets: of 0.999, some 1,000 steps.',
  threads: 'How many cores compute; auto takes all, up to 8. The result is the same on any number.',
} as const;

export type HelpTopic = keyof typeof HELP;
