// SPDX-License-Identifier: MIT
import { badFile, IdxReader } from './idx-reader.ts';

/** Images and their labels. */
export interface LabelledImages {
  /** One byte a pixel, 0 paper ... 255 ink; n_0 bytes an image, one image after another. */
  readonly images: Uint8Array;
  /** One byte an image. */
  readonly labels: Uint8Array;
}

/** An IDX file of unsigned bytes: its dimensions, the first one counting the items. */
export interface Idx {
  readonly dimensions: readonly number[];
  readonly values: Uint8Array;
}

/**
 * Reads an IDX file that is there as a whole; see IdxReader.
 * @param bytes the file, not gzipped
 * @param name of the file, for messages
 * @throws ScratchpadError 'badData' that says what is wrong and at which offset
 */
export function parseIdx(bytes: Uint8Array, name: string): Idx {
  const reader = new IdxReader(name);
  const values = reader.push(bytes);
  return { dimensions: reader.end().dimensions, values };
}

/**
 * Puts a file of images and a file of labels together.
 * @param images IDX of at least two dimensions: m, then those of an image
 * @param labels IDX of one dimension: m
 * @throws ScratchpadError 'badData' when they do not belong together
 */
export function pairImagesWithLabels(
  images: Idx,
  labels: Idx,
  imagesName: string,
  labelsName: string,
): LabelledImages {
  const m = mustBeImages(images.dimensions, imagesName);
  mustBeLabels(labels.dimensions, labelsName);
  mustBelongTogether(m, labels.values.length, imagesName, labelsName);
  return { images: images.values, labels: labels.values };
}

/** How many images a file has, by its dimensions. @throws ScratchpadError 'badData' */
export function mustBeImages(dimensions: readonly number[], name: string): number {
  if (dimensions.length < 2) badFile(name, 'has one dimension; images need at least two.');
  const [m = 0] = dimensions;
  if (m === 0) badFile(name, 'has no images.');
  return m;
}

/** @throws ScratchpadError 'badData' */
export function mustBeLabels(dimensions: readonly number[], name: string): void {
  if (dimensions.length === 1) return;
  badFile(name, `has ${dimensions.length} dimensions; labels have one.`);
}

/** @throws ScratchpadError 'badData' */
export function mustBelongTogether(
  images: number,
  labels: number,
  imagesName: string,
  labelsName: string,
): void {
  if (labels === images) return;
  badFile(labelsName, `has ${labels} labels, but ${imagesName} has ${images} images.`);
}
