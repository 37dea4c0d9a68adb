// SPDX-License-Identifier: MIT
import type { PageTrainer } from '../../model/services.ts';
import type { DataImage } from '../../model/state.ts';

type Part = DataImage['part'];

/** So many images that nobody wants are fetched rather than asking once more. */
const LARGEST_GAP = 16;
/** More at once would let other requests wait, and take memory for nothing. */
const MOST_AT_ONCE = 1000;

/** Images by their numbers, in blocks where the numbers are close together; in the order given. */
export async function fetchImages(
  trainer: PageTrainer,
  part: Part,
  numbers: readonly number[],
): Promise<DataImage[]> {
  const found = new Map<number, DataImage>();
  await Promise.all(
    blocksOf(numbers).map(async ({ first, count }) => {
      const { images, labels } = await trainer.images(part, first, count);
      const size = images.length / labels.length;
      labels.forEach((label, i) => {
        // A copy, so that a chosen image does not hold on to its block.
        const image = images.slice(i * size, (i + 1) * size);
        found.set(first + i, { part, number: first + i, label, image });
      });
    }),
  );
  return numbers.flatMap((number) => found.get(number) ?? []);
}

interface Block {
  readonly first: number;
  readonly count: number;
}

export function blocksOf(numbers: readonly number[]): Block[] {
  const blocks: Block[] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = blocks.at(-1);
    const count = last ? number - last.first + 1 : 0;
    const close = last && number - (last.first + last.count) <= LARGEST_GAP;
    if (last && close && count <= MOST_AT_ONCE) blocks[blocks.length - 1] = { ...last, count };
    else blocks.push({ first: number, count: 1 });
  }
  return blocks;
}
