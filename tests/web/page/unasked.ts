// SPDX-License-Identifier: MIT

/** What a view asks of a trainer, and none of the controllers that stand in the page by themselves. */
const notHere = (): never => {
  throw new Error('the fake trainer has none of this');
};

export abstract class Unasked {
  readonly answers = notHere;
  readonly augment = notHere;
  readonly checkGradients = notHere;
  readonly digits = notHere;
  readonly export = notHere;
  readonly images = notHere;
  readonly inspect = notHere;
  readonly statistics = notHere;
  readonly walk = notHere;
  readonly warmUp = notHere;
}
