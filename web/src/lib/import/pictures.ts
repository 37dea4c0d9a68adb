// SPDX-License-Identifier: MIT
// Pictures in folders that are named by class, or with the class in their names.
import { ScratchpadError } from '../errors.ts';
import { decoderOf } from './decode.ts';
import { isDarkOnLight, toGrey } from './ink.ts';
import type { Job } from './job.ts';
import { classInName, folderOf, partOf } from './names.ts';
import type { OpenFile } from './open-files.ts';
import type { PartName, RawImage } from './types.ts';

interface Picture {
  readonly file: OpenFile;
  readonly label: string;
  readonly part: PartName | null;
}

/** Decoded at once. */
const AT_ONCE = 8;

/** Pictures by which it is decided whether the ink is dark. */
const SAMPLE = 64;

/** The pictures whose class is known; the others are skipped. */
export function pickPictures(files: readonly OpenFile[], job: Job): Picture[] {
  const { classes } = job.options;
  const folders = files.map(({ name }) => folderOf(name));
  // One folder alone says nothing, unless the names do not either.
  const byFolder = new Set(folders.filter((folder) => folder !== null)).size > 1;
  const pictures: Picture[] = [];
  for (const [i, file] of files.entries()) {
    const { name } = file;
    const inName = classInName(name, classes);
    const label = byFolder ? (folders[i] ?? inName) : (inName ?? folders[i] ?? null);
    if (label !== null) pictures.push({ file, label, part: partOf(name) });
    else {
      const why = 'its class is not known: put it into a folder named by its class, such as 3/, ';
      job.skip({ name, why: `${why}or name it so, such as 3_0012.png.` });
    }
  }
  return pictures;
}

/** Reads and decodes a picture; null, and it is skipped, where that fails. */
export async function readPicture(file: OpenFile, job: Job): Promise<RawImage | null> {
  const decode = decoderOf(job.options);
  try {
    return toGrey(await decode(await file.bytes()));
  } catch (error) {
    job.options.signal?.throwIfAborted();
    if (error instanceof ScratchpadError && error.code !== 'badData') throw error;
    const what = error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
    job.skip({ name: file.name, why: `is no picture that can be read (${what}).` });
    return null;
  }
}

/** Pictures spread over all of them: by most of them it is decided whether ink is dark. */
export async function areDarkOnLight(pictures: readonly Picture[], job: Job): Promise<boolean> {
  const step = Math.max(1, Math.floor(pictures.length / SAMPLE));
  const some = pictures.filter((_, i) => i % step === 0).slice(0, SAMPLE);
  const votes: boolean[] = [];
  const decode = decoderOf(job.options);
  for (const { file } of some) {
    try {
      votes.push(isDarkOnLight(toGrey(await decode(await file.bytes()))));
    } catch (error) {
      // What cannot be decoded is told when it is its turn.
      if (error instanceof ScratchpadError && error.code !== 'badData') throw error;
    }
    await job.turn(0);
  }
  return 2 * votes.filter(Boolean).length > votes.length;
}

/** Each picture decoded, in their order. */
export async function* decodeAll(
  pictures: readonly Picture[],
  job: Job,
): AsyncGenerator<{ picture: Picture; image: RawImage }> {
  for (let from = 0; from < pictures.length; from += AT_ONCE) {
    const some = pictures.slice(from, from + AT_ONCE);
    const images = await Promise.all(some.map(({ file }) => readPicture(file, job)));
    for (const [i, picture] of some.entries()) {
      const image = images[i];
      if (image) yield { picture, image };
    }
    await job.turn((from + some.length) / pictures.length);
  }
}
