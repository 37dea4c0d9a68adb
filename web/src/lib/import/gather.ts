// SPDX-License-Identifier: MIT
// Images of all forms, made one data set: of one size, in two parts, with numbered classes.
import { ScratchpadError } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { toInk } from './ink.ts';
import { badInput, type Job } from './job.ts';
import { byName, className } from './names.ts';
import { fitInk, inkBox, MNIST_FRAME, scaleInto } from './resample.ts';
import { type Labelled, mixed, splitParts } from './split.ts';
import type { ImportedData, RawExample } from './types.ts';

/** Pixels on a side, at most: 128 x 128 are as many as a layer has units. */
const MOST_SIDE = 128;

/** So many images are measured for the size of their ink. */
const MEASURED = 500;

interface Image extends Labelled {
  readonly width: number;
  readonly height: number;
  readonly ink: Uint8Array;
}

interface GatherOptions {
  readonly darkOnLight: boolean;
  /** The order of the images is that of their classes, and is to be mixed. */
  readonly mix: boolean;
  /** How many will come, where that is known. */
  readonly expected: number;
}

/** @throws ScratchpadError 'badData' when too little is left */
export async function gather(
  examples: AsyncIterable<RawExample> | Iterable<RawExample>,
  { darkOnLight, mix, expected }: GatherOptions,
  job: Job,
): Promise<ImportedData> {
  const { classes: wanted, seed = 1 } = job.options;
  let size = job.options.size ?? 'auto';
  const all: Image[] = [];
  for await (const example of examples) {
    if (size === 'auto') size = example.width === 28 && example.height === 28 ? 'own' : 'mnist';
    const label = className(example.label);
    const { name, line } = example.from;
    const skip = (why: string): void =>
      job.skip({ name, ...(line !== undefined && { line }), why });
    if (wanted && !wanted.includes(label)) {
      skip(`its class, ${label}, is none of those that are taken.`);
    } else {
      const ink = toInk(example, darkOnLight);
      const image = size === 'mnist' ? asMnist({ ...example, ink }) : asIs({ ...example, ink });
      if (typeof image === 'string') skip(image);
      else all.push({ ...image, label, part: example.part });
    }
    if (all.length % 16 === 0) await job.turn(expected > 0 ? all.length / expected : 0);
  }
  if (all.length === 0) job.nothingRead();
  if (darkOnLight) job.note('The ink is dark in the files; it was made light, as in MNIST.');
  if (size === 'mnist') {
    job.note('The ink of each image was fitted to 20 x 20 pixels and centred in 28 x 28.');
  }
  const images = mix ? mixed(all, seed) : all;
  if (mix) job.note(`The images were put into another order (seed ${seed}).`);
  const { width, height } = commonest(images);
  const sized = images.map((image) => sameSize(image, width, height));
  const changed = sized.filter((ink, i) => ink !== images[i]?.ink).length;
  if (changed > 0) {
    job.note(
      `${changed} images of another size were scaled to ${width} x ${height}, the commonest.`,
    );
  }
  const classes = classesOf(images, wanted, job);
  const parts = splitParts(images, job);
  const put = (chosen: readonly number[]) => {
    const bytes = new Uint8Array(chosen.length * width * height);
    chosen.forEach((i, at) => bytes.set(sized[i] ?? [], at * width * height));
    const labels = Uint8Array.from(chosen, (i) => classes.indexOf(images[i]?.label ?? ''));
    return { images: bytes, labels };
  };
  return {
    train: put(parts.train),
    test: parts.test.length > 0 ? put(parts.test) : null,
    ...{ width, height, size: size === 'mnist' ? 'mnist' : 'own', classes },
    inkSide: inkSideOf(sized, width, height),
    report: job.report,
  };
}

type Inked = Pick<Image, 'width' | 'height' | 'ink'>;

/** @returns why it cannot be taken, where it cannot */
function asMnist(image: Inked): Inked | string {
  const ink = fitInk(image, MNIST_FRAME);
  return ink ? { width: MNIST_FRAME.width, height: MNIST_FRAME.height, ink } : 'has no ink.';
}

function asIs({ width, height, ink }: Inked): Inked | string {
  if (width <= MOST_SIDE && height <= MOST_SIDE) return { width, height, ink };
  return (
    `has ${width} x ${height} pixels; at its own size an image may have ` +
    `${MOST_SIDE} x ${MOST_SIDE}. Choose the size of MNIST.`
  );
}

/** The size that most images have. */
function commonest(images: readonly Image[]): { width: number; height: number } {
  const counts = new Map<string, { width: number; height: number; count: number }>();
  for (const { width, height } of images) {
    const key = `${width} ${height}`;
    const before = counts.get(key);
    if (before) before.count += 1;
    else counts.set(key, { width, height, count: 1 });
  }
  return [...counts.values()].reduce((most, one) => (one.count > most.count ? one : most));
}

function sameSize(image: Image, width: number, height: number): Uint8Array {
  return image.width === width && image.height === height
    ? image.ink
    : scaleInto(image, width, height);
}

/** The classes in the order of their numbers. */
function classesOf(
  images: readonly Image[],
  wanted: readonly string[] | undefined,
  job: Job,
): readonly string[] {
  const classes = wanted ?? [...new Set(images.map(({ label }) => label))].sort(byName);
  const [first = ''] = classes;
  if (classes.length < 2) {
    const text = `All images are of one class, ${first}. A network needs two at least to tell apart.`;
    throw new ScratchpadError('badData', text);
  }
  if (classes.length > LIMITS.classes) {
    badInput(
      'The data',
      `has ${classes.length} classes; at most ${LIMITS.classes} can be learned.`,
    );
  }
  if (classes.some((name, i) => name !== String(i))) {
    job.note(`Classes: ${classes.map((name, i) => `${i} is ${name}`).join(', ')}.`);
  }
  return classes;
}

function inkSideOf(images: readonly Uint8Array[], width: number, height: number): number {
  const step = Math.max(1, Math.floor(images.length / MEASURED));
  const sides = images
    .filter((_, i) => i % step === 0)
    .map((ink) => inkBox({ width, height, ink }))
    .filter((box) => box !== null)
    .map((box) => Math.max(box.width, box.height));
  if (sides.length === 0) return Math.max(width, height);
  return sides.reduce((sum, side) => sum + side, 0) / sides.length;
}
