// SPDX-License-Identifier: MIT
// One large picture that is a grid of equally large images.
import { ScratchpadError } from '../errors.ts';
import { isDarkOnLight } from './ink.ts';
import { badInput, type Job } from './job.ts';
import { readIdx, toLabels } from './idx-numbers.ts';
import { Fields, linesOf, separatorOf } from './csv-rows.ts';
import type { OpenFile } from './open-files.ts';
import { readPicture } from './pictures.ts';
import type { RawExample, RawImage, SpriteOptions } from './types.ts';

/** Pixels of an image in a picture whose rows are images, as that of TensorFlow.js's MNIST. */
const ROW_PIXELS = 784;

/**
 * Reads a picture as a grid.
 * @param labels the file with the labels, if there is one
 * @throws ScratchpadError 'badSetting' of 'sprite' when it is to be said how it is made;
 *   'badData' that names the file
 */
export async function readSprite(
  picture: OpenFile,
  labels: OpenFile | undefined,
  job: Job,
): Promise<RawExample[] | null> {
  const { name } = picture;
  const image = await readPicture(picture, job);
  if (!image) return null;
  const { sprite } = job.options;
  if (!sprite) {
    // Each row is an image.
    if (image.width === ROW_PIXELS && image.height > 1 && labels) {
      const tiles = { tileWidth: ROW_PIXELS, tileHeight: 1, labels: 'file' as const };
      return cut(name, image, tiles, labels, job);
    }
    throw new ScratchpadError(
      'badSetting',
      `${name}: is one picture alone, of ${image.width} x ${image.height} pixels. If it is a grid of ` +
        'images, say how large a tile is and where the labels are.',
      'sprite',
    );
  }
  return cut(name, image, sprite, labels, job);
}

async function cut(
  name: string,
  image: RawImage,
  { tileWidth, tileHeight, labels: where }: SpriteOptions,
  labelsFile: OpenFile | undefined,
  job: Job,
): Promise<RawExample[]> {
  const columns = image.width / tileWidth;
  const rows = image.height / tileHeight;
  if (!Number.isInteger(columns) || !Number.isInteger(rows) || columns * rows < 2) {
    const size = `${image.width} x ${image.height} pixels`;
    badInput(
      name,
      `has ${size}, which is no whole number of tiles of ${tileWidth} x ${tileHeight}.`,
    );
  }
  const labels = where === 'file' ? await labelsOf(name, labelsFile, columns * rows) : null;
  const examples: RawExample[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const label = labels
        ? labels[row * columns + column]
        : String(where === 'rows' ? row : column);
      if (label === undefined) continue;
      const tile = tileAt(image, column * tileWidth, row * tileHeight, tileWidth, tileHeight);
      examples.push({ ...tile, label, part: null, from: { name } });
    }
    await job.turn(row / rows);
  }
  job.read(
    `${name}${labelsFile ? ` and ${labelsFile.name}` : ''}: ${examples.length} images, of ` +
      `${rows} rows with ${columns} each`,
  );
  const rest = columns * rows - examples.length;
  if (rest > 0) job.note(`The last ${rest} tiles of ${name} have no label and were left out.`);
  return examples;
}

function tileAt(
  image: RawImage,
  left: number,
  top: number,
  width: number,
  height: number,
): RawImage {
  const part = (all: Uint8Array): Uint8Array => {
    const out = new Uint8Array(width * height);
    for (let row = 0; row < height; row += 1) {
      const from = (top + row) * image.width + left;
      out.set(all.subarray(from, from + width), row * width);
    }
    return out;
  };
  // A row of 784 pixels is an image of 28 x 28.
  const flat = height === 1 && width === ROW_PIXELS;
  return {
    width: flat ? 28 : width,
    height: flat ? 28 : height,
    grey: part(image.grey),
    ...(image.opacity && { opacity: part(image.opacity) }),
  };
}

/** By the picture's tiles: whether ink is dark. */
export function mostDarkOnLight(examples: readonly RawImage[]): boolean {
  const step = Math.max(1, Math.floor(examples.length / 200));
  const some = examples.filter((_, i) => i % step === 0);
  return 2 * some.filter(isDarkOnLight).length > some.length;
}

/** The labels of the tiles in their order: IDX, a text, or bytes (one a tile, or one-hot). */
async function labelsOf(
  picture: string,
  file: OpenFile | undefined,
  tiles: number,
): Promise<readonly string[]> {
  if (!file) {
    return badInput(picture, 'no file with its labels came with it. Choose both.');
  }
  const { name, form } = file;
  const bytes = await file.bytes();
  const labels =
    form === 'idx'
      ? toLabels(readIdx(bytes, name), name)
      : form === 'csv'
        ? textLabels(bytes, name)
        : byteLabels(bytes, name, tiles);
  if (labels.length <= tiles && labels.length > 0) return labels;
  return badInput(name, `has ${labels.length} labels, but ${picture} has ${tiles} tiles.`);
}

function textLabels(bytes: Uint8Array, name: string): string[] {
  const [first] = linesOf(bytes);
  const text = first ? new TextDecoder().decode(bytes.subarray(first.from, first.to)) : '';
  const fields = new Fields(bytes, separatorOf(text));
  const labels: string[] = [];
  for (const line of linesOf(bytes)) {
    const columns = fields.read(line);
    for (let i = 0; i < columns; i += 1) {
      const label = fields.text(i);
      if (labels.length === 0 && i === 0 && /^(label|class)/i.test(label)) continue; // a header
      if (label === '') badInput(name, `line ${line.line} has an empty label.`);
      labels.push(label);
    }
  }
  return labels;
}

function byteLabels(bytes: Uint8Array, name: string, tiles: number): string[] {
  if (bytes.length === tiles) return Array.from(bytes, String);
  const classes = bytes.length / tiles;
  if (!Number.isInteger(classes) || classes < 2) {
    return badInput(
      name,
      `has ${bytes.length} bytes; ${tiles} tiles need as many, or a whole number for each (one-hot).`,
    );
  }
  return Array.from({ length: tiles }, (_, tile) => {
    const hot = bytes.subarray(tile * classes, (tile + 1) * classes);
    const label = hot.indexOf(1);
    if (label >= 0 && hot.lastIndexOf(1) === label) return String(label);
    const offset = tile * classes;
    return badInput(name, `the ${classes} bytes from offset ${offset} are not one 1 among 0.`);
  });
}
