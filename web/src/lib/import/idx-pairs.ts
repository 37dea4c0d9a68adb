// SPDX-License-Identifier: MIT
// IDX files: which labels belong to which images, and what they are.
import { mustBelongTogether } from '../dataset.ts';
import { type IdxNumbers, readIdx, toLabels, toPixels } from './idx-numbers.ts';
import { badInput, type Job } from './job.ts';
import { partOf } from './names.ts';
import type { OpenFile } from './open-files.ts';
import type { PartName, RawExample } from './types.ts';

interface IdxFile {
  readonly name: string;
  readonly part: PartName | null;
  readonly idx: IdxNumbers;
  /** Items. */
  readonly count: number;
}

interface Pair {
  readonly images: IdxFile;
  readonly labels: IdxFile;
}

/**
 * Reads IDX files and puts images and labels together: those whose names speak of the same part, or
 * else those of which there are as many.
 * @returns the images part by part, each with how many there are
 * @throws ScratchpadError 'badData' that names a file; none of them is then taken
 */
export async function readIdxFiles(files: readonly OpenFile[], job: Job): Promise<RawExample[]> {
  const read: IdxFile[] = [];
  for (const { name, bytes } of files) {
    const idx = readIdx(await bytes(), name);
    const [count = 0] = idx.dimensions;
    read.push({ name, part: partOf(name), idx, count });
    await job.turn(1);
  }
  const labels = read.filter(({ idx }) => idx.dimensions.length === 1);
  const images = read.filter((file) => !labels.includes(file));
  const examples: RawExample[] = [];
  for (const pair of withParts(pairsOf(images, labels))) {
    for (const example of examplesOf(pair, job)) examples.push(example);
    await job.turn(1);
  }
  return examples;
}

function pairsOf(images: readonly IdxFile[], labels: readonly IdxFile[]): Pair[] {
  const free = [...labels];
  // Those whose names say what they are choose first.
  const inOrder = [...images].sort((a, b) => Number(b.part !== null) - Number(a.part !== null));
  const pairs = inOrder.map((one): Pair => {
    const same = free.filter(({ part }) => part === one.part);
    const found =
      same.find(({ count }) => count === one.count) ??
      (same.length === 1 ? same[0] : undefined) ??
      free.find(({ count }) => count === one.count);
    if (!found) return noLabels(one, free);
    mustBelongTogether(one.count, found.count, one.name, found.name);
    free.splice(free.indexOf(found), 1);
    return { images: one, labels: found };
  });
  for (const { name, count } of free) {
    badInput(name, `has ${count} labels, but no images came with them. Choose both files.`);
  }
  return pairs;
}

function noLabels({ name, count }: IdxFile, free: readonly IdxFile[]): never {
  const others = free.map((other) => `${other.name} has ${other.count}`).join(', ');
  return badInput(
    name,
    `has ${count} images, but no labels came with them${others ? ` (${others})` : ''}. ` +
      'Choose both files.',
  );
}

/** Where the names do not say it, the larger of two is to train with. */
function withParts(pairs: readonly Pair[]): { pair: Pair; part: PartName | null }[] {
  const named = pairs.map((pair) => ({ pair, part: pair.images.part ?? pair.labels.part }));
  if (pairs.length !== 2 || named.some(({ part }) => part !== null)) return named;
  const most = Math.max(...pairs.map(({ images }) => images.count));
  const first = pairs.findIndex(({ images }) => images.count === most);
  return named.map(({ pair }, i) => ({ pair, part: i === first ? 'train' : 'test' }));
}

function examplesOf(
  { pair: { images, labels }, part }: { pair: Pair; part: PartName | null },
  job: Job,
): RawExample[] {
  const { width, height } = sizeOf(images);
  const pixels = toPixels(images.idx, images.name);
  const names = toLabels(labels.idx, labels.name);
  const from = { name: images.name };
  job.read(
    `${images.name} and ${labels.name}: ${images.count} images of ${width} x ${height} pixels` +
      (part === null ? '' : ` to ${part === 'train' ? 'train' : 'test'} with`),
  );
  return names.map((label, i) => {
    const grey = pixels.subarray(i * width * height, (i + 1) * width * height);
    return { label, part, width, height, grey, from };
  });
}

/** Rows and columns of an image; dimensions of 1, such as one channel, do not count. */
function sizeOf({ name, idx: { dimensions }, count }: IdxFile): { width: number; height: number } {
  if (count === 0) badInput(name, 'has no images (offset 4).');
  const shape = dimensions.join(' x ');
  const sides = dimensions.slice(1).filter((side) => side !== 1 || dimensions.length === 3);
  const [height = 1, width = 1] = sides;
  if (sides.length === 2) return { width, height };
  if (sides.length === 1) {
    const side = Math.round(Math.sqrt(height));
    if (side * side === height) return { width: side, height: side };
  }
  return badInput(
    name,
    `has the dimensions ${shape} (offset 4); images need a number, rows and columns, in grey.`,
  );
}
