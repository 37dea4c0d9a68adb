// SPDX-License-Identifier: MIT

/** What goes to the right in the charts of a run. */
export const X_AXIS = 'epoch';
