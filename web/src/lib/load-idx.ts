// SPDX-License-Identifier: MIT
// The four files of a data set, read as they come.
import { mustFit, mustHavePixels } from './check-data.ts';
import { mustBeImages, mustBeLabels, mustBelongTogether } from './dataset.ts';
import { IdxReader } from './idx-reader.ts';
import { Turns } from './jobs/turns.ts';
import type { FileLabel, IdxFiles } from './idx-files.ts';
import type { LoadedPart } from './results.ts';
import { type Bytes, unpacked } from './unpack.ts';

/** A file that can be read. */
export interface ReadableIdx extends FileLabel {
  readonly bytes: Bytes;
}

/** Where images go, a block of them after another. */
export interface Sink {
  /** How many will come: once, before all else. */
  expect(images: number): void;
  append(images: Uint8Array, labels: Uint8Array): void;
}

/** Bytes of images that cross into the core at once: many enough to be quick, few enough to be short. */
const BLOCK = 200_000;

/** Everything that is read of a file, value after value. */
async function* valuesOf(file: ReadableIdx, reader: IdxReader) {
  for await (const bytes of unpacked(file.bytes, file)) yield reader.push(bytes);
  reader.end();
}

async function readLabels(file: ReadableIdx): Promise<Uint8Array> {
  const reader = new IdxReader(file.name);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const values of valuesOf(file, reader)) {
    if (reader.header) mustBeLabels(reader.header.dimensions, file.name);
    // Images in the place of labels are not collected; what is wrong with them is told above.
    parts.push(Uint8Array.from(values));
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** Collects bytes that are cut as they came, and gives them on in whole images. */
class Blocks {
  readonly #block: Uint8Array;
  readonly #pixels: number;
  readonly #give: (images: Uint8Array) => void;
  #filled = 0;

  constructor(pixels: number, give: (images: Uint8Array) => void) {
    this.#pixels = pixels;
    this.#block = new Uint8Array(Math.max(1, Math.floor(BLOCK / pixels)) * pixels);
    this.#give = give;
  }

  push(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length;) {
      const some = bytes.subarray(at, at + this.#block.length - this.#filled);
      this.#block.set(some, this.#filled);
      this.#filled += some.length;
      at += some.length;
      if (this.#filled === this.#block.length) this.flush();
    }
  }

  /** Gives the whole images on that are there. */
  flush(): void {
    const whole = this.#filled - (this.#filled % this.#pixels);
    if (whole > 0) this.#give(this.#block.subarray(0, whole));
    this.#block.copyWithin(0, whole, this.#filled);
    this.#filled -= whole;
  }
}

/** Reads the images and hands them on, with their labels. */
async function readImages(
  part: LoadedPart,
  file: ReadableIdx,
  labels: { readonly name: string; readonly values: Uint8Array },
  pixels: number,
  sink: Sink,
  onGiven: (images: number) => Promise<void>,
): Promise<void> {
  const reader = new IdxReader(file.name);
  let blocks: Blocks | undefined;
  let given = 0;
  for await (const values of valuesOf(file, reader)) {
    if (!blocks && reader.header) {
      const { dimensions, count } = reader.header;
      mustBelongTogether(
        mustBeImages(dimensions, file.name),
        labels.values.length,
        file.name,
        labels.name,
      );
      mustHavePixels(dimensions, pixels, file.name);
      mustFit(part, count, labels.values.length, pixels);
      sink.expect(labels.values.length);
      blocks = new Blocks(pixels, (images) => {
        const from = given;
        given += images.length / pixels;
        sink.append(images, labels.values.subarray(from, given));
      });
    }
    blocks?.push(values);
    await onGiven(given);
  }
  blocks?.flush();
}

/**
 * Reads and checks the four files of a data set: what is needed to begin a training first, and the
 * training images last.
 * @param pixels of an image: n_0
 * @param sinks what takes the images; those of the test are whole when the others begin
 * @param onProgress called with 0 ... 1
 * @throws ScratchpadError 'badData' that names the file; something may have been given by then
 */
export async function loadIdx(
  files: IdxFiles<ReadableIdx>,
  pixels: number,
  sinks: { readonly train: Sink; readonly test: Sink },
  onProgress: (fraction: number) => void,
): Promise<void> {
  const { trainImages, trainLabels, testImages, testLabels } = files;
  const test = { name: testLabels.name, values: await readLabels(testLabels) };
  const train = { name: trainLabels.name, values: await readLabels(trainLabels) };
  const all = test.values.length + train.values.length;
  // Bytes that are all there come without a pause.
  const turns = new Turns();
  const tell = (images: number): Promise<void> => {
    onProgress(images / all);
    return turns.pause();
  };
  await readImages('test', testImages, test, pixels, sinks.test, tell);
  await readImages('train', trainImages, train, pixels, sinks.train, (images) =>
    tell(test.values.length + images),
  );
}
