// SPDX-License-Identifier: MIT
import type { State } from '../model/state.ts';
import { usable } from '../model/selectors.ts';
import type { NotesState } from './notes-state.ts';

/** What the view shows of the page beside the walk. */
export type PageFacts = Pick<NotesState, 'images' | 'threshold' | 'run' | 'free'>;

export function factsOf({ data, threshold, run, busy, problems }: State): PageFacts {
  const info = usable(data);
  return {
    images: { train: info?.train?.examples ?? 0, test: info?.test?.examples ?? 0 },
    threshold,
    run,
    free: info !== null && busy === null && Object.keys(problems).length === 0,
  };
}

export const sameFacts = (one: PageFacts, other: PageFacts): boolean =>
  one.images.train === other.images.train &&
  one.images.test === other.images.test &&
  one.threshold === other.threshold &&
  one.run === other.run &&
  one.free === other.free;
