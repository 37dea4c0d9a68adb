// SPDX-License-Identifier: MIT
// How the data that is loaded is shown, where that is not handed on yet.
import * as of from './data-look.ts';

let shown: of.DataLook = of.DIGITS_LOOK;

export function setLook(look: of.DataLook): void {
  shown = look;
}

export const look = (): of.DataLook => shown;
export const isImage = (length: number): boolean => of.isImage(shown, length);
export const sidesOf = (length: number): of.Sides => of.sidesOf(shown, length);
export const classWord = () => of.classWord(shown);
export const nameOf = (label: number): string => of.nameOf(shown, label);
export const labels = (): number[] => of.labelsOf(shown);
