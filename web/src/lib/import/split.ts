// SPDX-License-Identifier: MIT
// Which images are to train with, and which to test.
import { chooser } from '../places.ts';
import type { Job } from './job.ts';
import type { PartName } from './types.ts';

export interface Labelled {
  readonly label: string;
  readonly part: PartName | null;
}

/** In another order, which depends on the seed alone (Fisher and Yates). */
export function mixed<T>(items: readonly T[], seed: number): T[] {
  const choose = chooser(seed);
  const all = [...items];
  for (let i = all.length - 1; i > 0; i -= 1) {
    const other = choose(i + 1);
    [all[i], all[other]] = [all[other] as T, all[i] as T];
  }
  return all;
}

/**
 * The numbers of the images of each part. Where the files have one part only, a share of each class
 * is set aside as test; where only some are said to be of one, the others are to train with.
 */
export function splitParts(
  images: readonly Labelled[],
  job: Job,
): { train: number[]; test: number[] } {
  const { testShare = 0.2, seed = 1 } = job.options;
  const all = images.map((_, i) => i);
  const named = all.filter((i) => images[i]?.part === 'test');
  if (named.length > 0 && named.length < all.length) {
    return { train: all.filter((i) => images[i]?.part !== 'test'), test: named };
  }
  const ofClass = new Map<string, number[]>();
  images.forEach(({ label }, i) => {
    const before = ofClass.get(label);
    if (before) before.push(i);
    else ofClass.set(label, [i]);
  });
  const chosen = new Set<number>();
  for (const numbers of ofClass.values()) {
    // One at least of each class that has two, and never all of them.
    const most = numbers.length - 1;
    const wish = testShare > 0 ? Math.max(1, Math.round(testShare * numbers.length)) : 0;
    for (const i of mixed(numbers, seed).slice(0, Math.min(most, wish))) chosen.add(i);
  }
  const test = all.filter((i) => chosen.has(i));
  const share = Math.round(100 * testShare);
  job.note(
    `The files have one part only: ${share} % of each class, ${test.length} images, were set aside ` +
      `as test (seed ${seed}).`,
  );
  return { train: all.filter((i) => !chosen.has(i)), test };
}
