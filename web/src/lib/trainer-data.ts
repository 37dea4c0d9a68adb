// SPDX-License-Identifier: MIT
// The data of a trainer: what it is given, and what can be looked at of it.
import { compact, compactBatch, mustFit } from './check-data.ts';
import { checkAugmentation } from './check-settings.ts';
import { checkInteger, checkNames, checkOneOf } from './checks.ts';
import type { Client } from './client.ts';
import type { LabelledImages } from './dataset.ts';
import { frozen } from './frozen.ts';
import type { IdxFiles } from './idx-files.ts';
import { type IdxSource, mustBeFiles } from './idx-source.ts';
import type { Batch, DataInfo, Hands } from './results.ts';
import { sendFiles } from './send-files.ts';
import { type AugmentationSettings, type NetworkSettings, NO_AUGMENTATION } from './settings.ts';

export const LOADED_PARTS = ['train', 'test'] as const;
/** Training may begin when the training images are there. */
const LOAD_ORDER = ['test', 'train'] as const;
const HANDS = ['all', 'other'] as const;
const NOTHING: DataInfo = frozen({ train: null, test: null, complete: false });
const MAX_LOOKED_AT = 10_000;
/** Of one preview, so that nobody waits long for it. */
const MAX_VARIANTS = 256;
/** More images than any tab has room for. */
const MAX_DIGITS = 10_000_000;

export interface LoadOptions {
  /** Called with 0 ... 1. */
  readonly onProgress?: (fraction: number) => void;
}

export interface LoadIdxOptions extends LoadOptions {
  /** Called some times a second while training images arrive, with what there is by then. */
  readonly onPart?: (info: DataInfo) => void;
}

/** What a trainer does with data; the trainer itself is in trainer.ts. */
export abstract class TrainerData {
  /** Of the worker that has the data. */
  protected abstract readonly client: Client;
  #data: DataInfo = NOTHING;

  abstract get network(): NetworkSettings;

  /** What is loaded; it grows while loadIdx() loads training images. It cannot be changed. */
  get data(): DataInfo {
    return this.#data;
  }

  /** The worker is gone, and the data with it. */
  protected forgetData(): void {
    this.#data = NOTHING;
  }

  /**
   * Loads images (n_0 bytes each, one after another) and labels, which are copied. A part that is
   * left out, or null, stays what it was.
   * @throws ScratchpadError 'badData' when they do not fit; 'badState' while it trains
   */
  async load(data: {
    train?: LabelledImages | null;
    test?: LabelledImages | null;
  }): Promise<DataInfo> {
    checkNames('load()', data, LOAD_ORDER);
    const parts = LOAD_ORDER.filter((part) => Boolean(data[part]));
    const checked = parts.map((part) => {
      const { images, labels } = data[part] ?? {};
      return {
        part,
        images: compact(`${part}.images`, images),
        labels: compact(`${part}.labels`, labels),
      };
    });
    // All are checked before any is taken, so that nothing is lost to a bad one.
    const [pixels = 0] = this.network.layers;
    for (const { part, images, labels } of checked)
      mustFit(part, images.length, labels.length, pixels);
    // And all are sent, which copies them, before the caller can change any.
    const answers = await Promise.allSettled(checked.map((ask) => this.client.ask('load', ask)));
    for (const answer of answers)
      if (answer.status === 'fulfilled') this.#data = frozen(answer.value);
    for (const answer of answers) if (answer.status === 'rejected') throw answer.reason;
    return this.#data;
  }

  /**
   * Loads the four files of MNIST, or of a data set of its form, gzipped or not, each whole or as a
   * stream. An ArrayBuffer moves to the worker and is empty here afterwards; a Uint8Array is copied.
   * Settles when all is loaded.
   *
   * Where nothing is loaded yet, training may begin before that: as soon as options.onPart() tells
   * of training images, and test images with them. An epoch has the images that are there when it
   * begins, so such weights are not the same the next time. Should a file turn out bad, the training
   * fails with the same error, and nothing is loaded. Where there is data already it stays in use
   * until all of the new has been read and checked, and when that is bad.
   * @throws ScratchpadError 'badData' that names the file and says what is wrong with it
   * @throws what a stream fails with
   */
  async loadIdx(files: IdxFiles<IdxSource>, options: LoadIdxOptions = {}): Promise<DataInfo> {
    mustBeFiles(files);
    const { onProgress, onPart } = options;
    const info = await sendFiles(this.client, files, {
      loading: onProgress,
      part: (some) => {
        this.#data = frozen(some);
        onPart?.(some);
      },
    });
    this.#data = frozen(info);
    return this.#data;
  }

  /**
   * Loads digits of the core's own making, for want of others.
   * @param digits how many to train and test with, whose they are, and their seed; the same seed, the
   *   same digits
   */
  async generateDigits(
    digits: { train?: number; test?: number; seed?: number; hands?: Hands } = {},
    options: LoadOptions = {},
  ): Promise<DataInfo> {
    checkNames('generateDigits()', digits, ['train', 'test', 'seed', 'hands']);
    const { train = 60_000, test = 10_000, seed = 1, hands = 'all' } = digits;
    checkInteger('train', train, 1, MAX_DIGITS);
    checkInteger('test', test, 1, MAX_DIGITS);
    checkInteger('seed', seed, 0, Number.MAX_SAFE_INTEGER);
    checkOneOf('hands', hands, HANDS);
    const on = { loading: options.onProgress };
    const info = await this.client.ask('generate', { train, test, seed, hands }, { on });
    this.#data = frozen(info);
    return this.#data;
  }

  /**
   * Takes drawings (n_0 bytes each) and labels, which are copied, in the place of those that were: the
   * examples that the setting `drawings` mixes into training. They stay when the network or the data is
   * replaced; in a run under way the epochs to come have the new ones. null: none any more.
   * @returns how many there are
   * @throws ScratchpadError 'badData' when they do not fit; 'badState' for null while it trains
   */
  async setDrawings(drawings: Batch | null): Promise<number> {
    if (drawings === null) {
      const none = { images: new Uint8Array(), labels: new Uint8Array() };
      return this.client.ask('setDrawings', none);
    }
    const { images, labels } = compactBatch(drawings);
    mustFit('drawn', images.length, labels.length, this.network.layers[0] ?? 0);
    return this.client.ask('setDrawings', { images, labels });
  }

  /**
   * Copies of images that are loaded, with their labels, also while it trains.
   * @param first the number of the first, from 0; @param count how many, at least 1
   * @throws ScratchpadError 'noData', or 'badSetting' when there are no such images
   */
  async images(part: 'train' | 'test', first: number, count = 1): Promise<Batch> {
    checkOneOf('part', part, LOADED_PARTS);
    checkInteger('first', first, 0, MAX_DIGITS);
    checkInteger('count', count, 1, MAX_DIGITS);
    return this.client.ask('images', { part, first, count });
  }

  /**
   * What augmentation makes of images, to look at; also while it trains.
   * @param images square ones of n_0 bytes each; @param settings what differs from none at all;
   * @param seed the same seed gives the same variants; @param count of each image, 1 ... 256
   * @returns count variants of the first image, then of the next ..., n_0 bytes each
   * @throws ScratchpadError 'badSetting', 'badData'
   */
  async augment(ask: {
    images: Uint8Array;
    settings: Partial<AugmentationSettings>;
    seed?: number;
    count?: number;
  }): Promise<Uint8Array> {
    const { seed = 1, count = 1 } = ask;
    checkNames('augment()', ask.settings, Object.keys(NO_AUGMENTATION));
    const settings = { ...NO_AUGMENTATION, ...ask.settings };
    checkAugmentation(settings);
    checkInteger('seed', seed, 0, Number.MAX_SAFE_INTEGER);
    checkInteger('count', count, 1, MAX_VARIANTS);
    const images = compact('images', ask.images);
    return this.client.ask('augment', { images, settings, seed, count });
  }

  /**
   * Generated digits, 784 bytes each, to look at: they are not loaded. Those of generateDigits() begin
   * with number 0 of the same seed and hands.
   * @param range first: the number of the first, from 0; count: how many, 1 ... 10,000; hands: 'other'
   *   are those that the setting otherHands mixes in
   * @throws ScratchpadError 'badSetting'
   */
  async digits(
    range: { seed?: number; first?: number; count?: number; hands?: Hands } = {},
  ): Promise<Batch> {
    const { seed = 1, first = 0, count = 1, hands = 'all' } = range;
    checkInteger('seed', seed, 0, Number.MAX_SAFE_INTEGER);
    checkInteger('first', first, 0, Number.MAX_SAFE_INTEGER);
    checkInteger('count', count, 1, MAX_LOOKED_AT);
    checkOneOf('hands', hands, HANDS);
    return this.client.ask('digits', { seed, first, count, hands });
  }
}
