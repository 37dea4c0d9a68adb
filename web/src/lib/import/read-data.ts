// SPDX-License-Identifier: MIT
import { checkInteger, checkOneOf } from '../checks.ts';
import { ScratchpadError } from '../errors.ts';
import { readCsvFiles } from './csv.ts';
import type { Form } from './form.ts';
import { gather } from './gather.ts';
import { readIdxFiles } from './idx-pairs.ts';
import { Job } from './job.ts';
import { openFiles, type OpenFile } from './open-files.ts';
import { areDarkOnLight, decodeAll, pickPictures } from './pictures.ts';
import { mostDarkOnLight, readSprite } from './sprite.ts';
import type { ImportedData, ImportOptions, InputFile, RawExample } from './types.ts';

/**
 * Reads a data set of one's own, in browsers and in Node: IDX files of any size and type, CSV files,
 * pictures in folders named by class or with the class in their names, a zip of any of these, or a
 * sprite, all of them gzipped or not. Train and test are told by the names of files and folders;
 * where there is one part only, a share of each class is set aside as test. Nothing is loaded:
 * `trainer.configure({ layers: [width * height, ..., classes.length] })`, then `trainer.load()`.
 * @param options size, split, labels and so on; pictures need `decode` in Node
 * @throws ScratchpadError 'badData' that names the file, and the line or offset, when the files make
 *   no data set; 'badSetting' of 'sprite' or 'width' when that option is needed; 'unsupported'
 * @throws the signal's reason when it is aborted
 */
export async function readData(
  files: readonly InputFile[],
  options: ImportOptions = {},
): Promise<ImportedData> {
  checkOptions(options);
  options.signal?.throwIfAborted();
  const job = new Job(options);
  job.phase(0, 0.3);
  const opened = await openFiles(files, job);
  const of = (form: Form): OpenFile[] => opened.filter((file) => file.form === form);
  const [idx, csv, pictures, raw] = [of('idx'), of('csv'), of('picture'), of('raw')];
  const labels = [...idx, ...csv, ...raw];
  const [onlyPicture] = pictures;
  if (onlyPicture && pictures.length === 1 && labels.length <= 1) {
    const examples = await readSprite(onlyPicture, labels[0], job);
    return fromExamples(examples ?? [], true, job);
  }
  if (idx.length > 0) {
    leaveOut([...csv, ...pictures, ...raw], 'IDX files', job);
    return fromExamples(await readIdxFiles(idx, job), false, job);
  }
  if (csv.length > 0 && (pictures.length === 0 || csv.some(({ name }) => /\.csv$/i.test(name)))) {
    leaveOut([...pictures, ...raw], 'CSV files', job);
    return fromExamples(await readCsvFiles(csv, job), false, job);
  }
  leaveOut([...csv, ...raw], 'pictures', job);
  return fromPictures(pictures, job);
}

function checkOptions(options: ImportOptions): void {
  const { testShare = 0.2, width = 1, sprite } = options;
  const { size = 'auto', invert = 'auto', labelColumn = 'auto', seed = 1 } = options;
  checkOneOf('size', size, ['auto', 'mnist', 'own']);
  checkOneOf('invert', invert, ['auto', 'yes', 'no']);
  checkOneOf('labelColumn', labelColumn, ['auto', 'first', 'last']);
  checkInteger('seed', seed, 0, Number.MAX_SAFE_INTEGER);
  const wrong = (setting: string, message: string): never => {
    throw new ScratchpadError('badSetting', `${setting}: ${message}`, setting);
  };
  if (typeof testShare !== 'number' || !(testShare >= 0 && testShare < 1)) {
    wrong('testShare', `must be a number of at least 0 and below 1, not ${testShare}.`);
  }
  const whole = (side: number): boolean => Number.isInteger(side) && side >= 1;
  if (!whole(width)) wrong('width', `must be a whole number of at least 1, not ${width}.`);
  if (sprite && !(whole(sprite.tileWidth) && whole(sprite.tileHeight))) {
    wrong('sprite', 'the sides of a tile must be whole numbers of at least 1.');
  }
}

function leaveOut(files: readonly OpenFile[], others: string, job: Job): void {
  for (const { name } of files) {
    job.skip({ name, why: `is of another form than the others, which are ${others}.` });
  }
}

async function fromExamples(
  examples: readonly RawExample[],
  mix: boolean,
  job: Job,
): Promise<ImportedData> {
  job.phase(0.7, 1);
  const { invert = 'auto' } = job.options;
  const darkOnLight = invert === 'auto' ? mostDarkOnLight(examples) : invert === 'yes';
  return gather(examples, { darkOnLight, mix, expected: examples.length }, job);
}

async function fromPictures(files: readonly OpenFile[], job: Job): Promise<ImportedData> {
  const pictures = pickPictures(files, job);
  if (pictures.length === 0) job.nothingRead();
  job.phase(0.3, 1);
  const { invert = 'auto' } = job.options;
  const darkOnLight = invert === 'auto' ? await areDarkOnLight(pictures, job) : invert === 'yes';
  let taken = 0;
  const examples = async function* (): AsyncGenerator<RawExample> {
    for await (const { picture, image } of decodeAll(pictures, job)) {
      taken += 1;
      yield { ...image, label: picture.label, part: picture.part, from: picture.file };
    }
    if (taken > 0) job.read(`${taken} pictures`);
  };
  return gather(examples(), { darkOnLight, mix: true, expected: pictures.length }, job);
}
