// SPDX-License-Identifier: MIT
// What is said of new versions, and of use without a network.

export const OFFLINE = {
  update: 'A new version is here.',
  load: 'Load it now',
  later: 'Later',
  region: 'New version',
  /** Why it cannot be loaded at the moment. */
  training: 'Pause the training first.',
  busy: 'Wait until this is done.',
  refused: (reason: string) => `This browser lets the page keep nothing for offline use: ${reason}`,
  full: () => 'There is no room in this browser to keep all that is needed offline.',
  network: (reason: string) =>
    `Not all that is needed offline could be fetched; the next visit tries again: ${reason}`,
};
