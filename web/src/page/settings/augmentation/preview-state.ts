// SPDX-License-Identifier: MIT
// Which variants of an image are shown, for which settings.
import { AUGMENTATION_LIMITS, type AugmentationSettings } from '../../../lib/settings.ts';

/** What can be switched on alone. */
export const KINDS = ['shift', 'scale', 'rotation', 'shear', 'elastic', 'thickness'] as const;

export type Kind = (typeof KINDS)[number];

/** Variants of each kind alone, and of all together. */
export const ALONE = 4;
export const TOGETHER = 8;

export interface Preview {
  /** The number of the training image. */
  readonly number: number;
  /** 28 x 28 bytes; null until it is there. */
  readonly original: Uint8Array | null;
  /** Of the kinds that are on. */
  readonly alone: Readonly<Partial<Record<Kind, readonly Uint8Array[]>>>;
  /** Empty while nothing is on. */
  readonly together: readonly Uint8Array[];
  readonly problem: string;
}

export const NO_PREVIEW: Preview = {
  number: 0,
  original: null,
  alone: {},
  together: [],
  problem: '',
};

/** The augmentation that is part of the settings, or of one kind of it alone. */
export function pickAugmentation(
  settings: AugmentationSettings,
  kinds: readonly Kind[] = KINDS,
): AugmentationSettings {
  const names = Object.keys(AUGMENTATION_LIMITS) as (keyof AugmentationSettings)[];
  const on: readonly string[] = [...kinds, 'elasticSigma'];
  return Object.fromEntries(
    names.map((name) => [name, on.includes(name) ? settings[name] : 0]),
  ) as unknown as AugmentationSettings;
}

/** Whether each number is within its limits. */
export function isRight(settings: AugmentationSettings): boolean {
  return Object.entries(AUGMENTATION_LIMITS).every(([name, [low, high]]) => {
    const value = settings[name as keyof AugmentationSettings];
    return value >= low && value <= high;
  });
}

/** The kinds that are not 0. */
export const kindsOn = (settings: AugmentationSettings): Kind[] =>
  KINDS.filter((kind) => settings[kind] > 0);

/** Images, one after another, as one each. */
export function split(images: Uint8Array, count: number): Uint8Array[] {
  const size = images.length / count;
  return Array.from({ length: count }, (_, i) => images.slice(i * size, (i + 1) * size));
}
