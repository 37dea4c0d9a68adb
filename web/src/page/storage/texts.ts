// SPDX-License-Identifier: MIT
// What is said of the browser's database.

export const STORAGE = {
  noDatabase: 'the browser’s database does not answer',
};
