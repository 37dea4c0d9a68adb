// SPDX-License-Identifier: MIT
// What a link says of itself, when it is opened and when it is copied.
export const LINK = {
  nothing: 'nothing',
  unknown: 'This page knows no such setting.',
  twice: 'Stands there more than once; the first counts.',
  noVersion: 'Is missing, so the link is read as of version 1.',
  badVersion: 'Must be the version of the link, such as 1.',
  newer: 'The link is of a newer version of this page; what is known here was taken over.',
  badTrain: 'Is a word of its own, or 1 for yes and 0 for no.',
  threshold: 'must be a number from 0 to 1.',
  layers: (pixels: number, outputs: number) =>
    `must begin with the ${pixels} pixels and end with ${outputs} for this question.`,
  own:
    'The link was made with own data, which no link can hold. Choose the files again under ‘Own ' +
    'data’; until then the page’s own digits are loaded.',
  ownNote: 'Own data is in no link: whoever opens it has to choose the same files.',
  wrong: (why: string, usual: string) => `${why} The default, ${usual}, stands in its place.`,
  /** Of what could not be followed, as the notice on the page. */
  notice: (fields: readonly string[], more: number) =>
    `The link could not be followed in all. ${fields.join(' ')}` +
    (more > 0 ? ` And ${more} more.` : ''),
  field: (name: string, text: string) => `‘${name}’: ${text}`,
  notTrained: 'So training does not start by itself.',
  noMnist:
    'The link asks for MNIST, which this copy of the page does not have, so training does not start by itself.',
  willTrain: 'By the link, training starts when all images are here.',

  copy: 'Copy link',
  copied: 'The link is copied.',
  notCopied: 'Copying is not allowed here. Copy the link from this field:',
  label: 'Link to these settings',
  train: 'Train on open: training starts by itself',
};
