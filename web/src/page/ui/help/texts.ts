// SPDX-License-Identifier: MIT
// The short explanation of each control, in the words of the notes. Loaded when one is asked for;
// those of the settings stand in model/setting-help.ts.
export const HELP = {
  run:
    'Train goes through the images, epoch by epoch, and makes the cost smaller. Step makes one ' +
    'update, from one batch. Reset goes back to the first weights; Undo then brings back what was.',
  preset: 'Network and training settings that belong together. Choosing one starts a new network.',
  data:
    'MNIST: 70,000 digits written by hand. Generated digits are drawn by this page itself. Both ' +
    'have 28 × 28 pixels. Own data: drop files of yours anywhere on the page.',
  accuracy:
    'The share of the test images that the network classifies correctly. It has not been trained on them.',
  pad:
    'Draw one digit, large. The network sees it shrunk to 28 × 28 pixels and centred, as its ' +
    'training images are. Undo takes back the last stroke, Clear all. By keyboard: arrow keys move, ' +
    'the space bar puts the pen down and lifts it.',
  chart:
    'Drag over a part of the chart to see it closer; a double click shows the whole run again. ' +
    'log: equal steps for equal factors. The wavy line smooths. The arrow saves as PNG, SVG or CSV. ' +
    'By keyboard: the left and right arrows go from value to value, + and − zoom.',
  threads: 'How many cores compute; auto takes all, up to 8. The result is the same on any number.',
} as const;

export type HelpTopic = keyof typeof HELP;
