// SPDX-License-Identifier: MIT
import { bad, checkNames, checkOneOf } from '../checks.ts';
import { CHOICES } from '../settings.ts';
import type { OpenOptions } from './model.ts';

/** @throws ScratchpadError 'badSetting' */
export function checkOpenOptions(options: OpenOptions): void {
  checkNames('openModel()', options, ['hidden', 'orientation', 'pixels']);
  const { hidden, orientation, pixels } = options;
  if (hidden !== undefined) checkOneOf('hidden', hidden, CHOICES.hidden);
  if (orientation !== undefined) checkOneOf('orientation', orientation, ['out-in', 'in-out']);
  if (pixels !== undefined && !(Number.isFinite(pixels.scale) && Number.isFinite(pixels.offset))) {
    bad('pixels', 'must have two numbers, scale and offset: x = scale * byte + offset.');
  }
}
