// SPDX-License-Identifier: MIT
/** Said before a view and its texts are there. */
export const OPENING = {
  loading: 'Opening the view …',
  failed: 'The view could not be opened. Please load the page again.',
};

/** Of what is loaded when it is asked for. */
export const LATER = {
  about: (label: string) => `About: ${label}`,
  failed: 'This could not be loaded. Please load the page again.',
};
