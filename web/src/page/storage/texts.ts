// SPDX-License-Identifier: MIT
// What is said of the browser's database.

export const STORAGE = {
  ownGone: (name: string) =>
    `Your data ‘${name}’ could not be kept by this browser, so MNIST is loaded. Choose its files ` +
    'again under ‘Own data’ to go on with them.',
  notKept: (reason: string) =>
    `This browser cannot keep the settings and the drawing (${reason}); all else works as before.`,
  noDatabase: 'the browser’s database does not answer',
};
