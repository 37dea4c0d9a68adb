// SPDX-License-Identifier: MIT
import { Client } from './client.ts';
import type { LabelledImages } from './dataset.ts';
import { compact, compactBatch, mustFit } from './check-data.ts';
import { type IdxSource, mustBeFiles } from './idx-source.ts';
import {
  checkDescent,
  checkEngine,
  checkGiven,
  checkInteger,
  checkNames,
  checkNetwork,
  checkOneOf,
  checkTraining,
} from './check-settings.ts';
import type {
  Backend,
  Batch,
  DataInfo,
  Epoch,
  Hands,
  IdxFiles,
  StepResult,
  TrainEnd,
} from './protocol.ts';
import { findRate, type RateSweepOptions } from './find-rate.ts';
import { DEFAULT_RANGE, type RateSweep } from './rate-sweep.ts';
import {
  DEFAULT_ENGINE,
  DEFAULT_NETWORK,
  DEFAULT_TRAINING,
  type DescentSettings,
  type EngineSettings,
  type NetworkSettings,
  type RunChange,
  type TrainSettings,
} from './settings.ts';
import { HANDS, type LoadOptions, MAX_DIGITS, Questions } from './questions.ts';
import { sendFiles } from './send-files.ts';
import type { Snapshot } from './snapshot.ts';
import { runTraining, type TrainOptions } from './run-training.ts';

/** The names of settings that train() and its kin take. */
const TRAINING = Object.keys(DEFAULT_TRAINING);
const WHILE_IT_RUNS = ['signal', 'onProgress'];
const PARTS_TO_LOAD = ['test', 'train'] as const;
const NOTHING: DataInfo = { train: null, test: null, complete: false };

/** What is not given is as in DEFAULT_TRAINING. */
function descentOf(to: string, given: Partial<DescentSettings>): DescentSettings {
  checkNames(to, given, TRAINING);
  const descent = { ...DEFAULT_TRAINING, ...given };
  checkDescent(descent);
  return descent;
}

export interface LoadIdxOptions extends LoadOptions {
  /** Called some times a second while training images arrive, with what there is by then. */
  readonly onPart?: (info: DataInfo) => void;
}

/**
 * Makes a network and the worker that trains it.
 * @param options what differs from DEFAULT_NETWORK and DEFAULT_ENGINE
 * @throws ScratchpadError 'badSetting', or 'unsupported' where WebAssembly is missing
 */
export async function createTrainer(
  options: Partial<NetworkSettings & EngineSettings> = {},
): Promise<Trainer> {
  const trainer = new Trainer(options);
  try {
    await trainer.configure({});
  } catch (error) {
    trainer.dispose();
    throw error;
  }
  return trainer;
}

/** A network in a worker of its own. Make one with createTrainer(). */
export class Trainer extends Questions {
  protected readonly client: Client;
  readonly #engine: EngineSettings;
  #network: NetworkSettings;
  #backend: Backend = { threads: 1, math: 'reproducible', simd: true };
  #data: DataInfo = NOTHING;

  /** @internal */
  constructor(options: Partial<NetworkSettings & EngineSettings>) {
    super();
    checkNames('createTrainer()', options, Object.keys({ ...DEFAULT_ENGINE, ...DEFAULT_NETWORK }));
    const { threads, math, ...network } = { ...DEFAULT_ENGINE, ...DEFAULT_NETWORK, ...options };
    this.#engine = { threads, math };
    this.#network = network;
    this.client = new Client(
      () => ({ network: this.#network, engine: this.#engine }),
      () => (this.#data = NOTHING),
    );
    checkEngine(this.#engine);
    checkNetwork(network);
  }

  /** What it really runs on. */
  get backend(): Backend {
    return this.#backend;
  }

  override get network(): NetworkSettings {
    return this.#network;
  }

  /** What is loaded; it grows while loadIdx() loads training images. */
  get data(): DataInfo {
    return this.#data;
  }

  /**
   * Makes a new network, with first weights of its own, for the data that is loaded.
   * @param network what differs from the present network
   * @throws ScratchpadError 'badSetting'; 'badState' while it trains
   */
  async configure(network: Partial<NetworkSettings>): Promise<void> {
    checkNames('configure()', network, Object.keys(DEFAULT_NETWORK));
    const next = { ...this.#network, ...network };
    checkNetwork(next);
    this.#backend = await this.client.call('configure', { network: next, engine: this.#engine });
    this.#network = next;
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
    checkNames('load()', data, PARTS_TO_LOAD);
    const parts = PARTS_TO_LOAD.filter((part) => Boolean(data[part]));
    const checked = parts.map((part) => {
      const { images, labels } = data[part] ?? {};
      return {
        part,
        images: compact(`${part}.images`, images),
        labels: compact(`${part}.labels`, labels),
      };
    });
    // All are checked before any is taken, so that nothing is lost to a bad one.
    const [pixels = 0] = this.#network.layers;
    for (const { part, images, labels } of checked)
      mustFit(part, images.length, labels.length, pixels);
    for (const ask of checked) this.#data = await this.client.call('load', ask);
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
    this.#data = await sendFiles(this.client, files, {
      ...(options.onProgress && { onLoading: options.onProgress }),
      onPart: (info) => {
        this.#data = info;
        options.onPart?.(info);
      },
    });
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
    const events = { onLoading: options.onProgress };
    this.#data = await this.client.call('generate', { train, test, seed, hands }, events);
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
      return this.client.call('setDrawings', none);
    }
    const { images, labels } = compactBatch(drawings);
    mustFit('drawn', images.length, labels.length, this.#network.layers[0] ?? 0);
    return this.client.call('setDrawings', { images, labels });
  }

  /**
   * Trains, giving the figures of each epoch as it ends. It does not wait for the loop: by the time
   * that the loop has an epoch the next one is under way. Leaving the loop ends the training; an
   * epoch that was begun goes on with the next train() or step(). For weights that are the same the
   * next time have it end by itself, after `epochs`.
   * @param settings what differs from DEFAULT_TRAINING
   * @returns how it ended; early stopping has then gone back to the best epoch's weights
   * @throws ScratchpadError 'badSetting', 'noData', 'badData'; 'diverged' when the cost becomes
   *   infinite or NaN (the last good weights are kept); 'badState' while it trains already
   * @throws the signal's reason when it is aborted
   */
  async *train(
    settings: Partial<TrainSettings> = {},
    options: TrainOptions = {},
  ): AsyncGenerator<Epoch, TrainEnd, void> {
    checkNames('train()', settings, TRAINING);
    const all = { ...DEFAULT_TRAINING, ...settings };
    checkTraining(all);
    return yield* runTraining(this.client, all, options);
  }

  /**
   * Updates the weights once, with the next batch; while no training runs, or while it is paused.
   * @param settings what differs from DEFAULT_TRAINING
   * @throws ScratchpadError as train() does
   */
  async step(settings: Partial<DescentSettings> = {}): Promise<StepResult> {
    return this.client.call('step', { settings: descentOf('step()', settings) });
  }

  /** Halts the training under way, if any, until resume(). */
  async pause(): Promise<void> {
    await this.client.call('pause', {});
  }

  async resume(): Promise<void> {
    await this.client.call('resume', {});
  }

  /**
   * Changes the run that is under way or paused, from its next batch on. With a schedule the learning
   * rate is what its curve is multiplied by; with another batch size the curve still ends with the
   * run.
   * @returns how many updates of the weights are made before the change
   * @throws ScratchpadError 'badSetting', and the run stays as it is; 'badState' when none is under
   *   way
   */
  async change(settings: RunChange): Promise<{ updates: number }> {
    checkGiven('change()', settings);
    return this.client.call('change', { settings });
  }

  /**
   * The learning-rate range test (L. N. Smith 2015, 'Cyclical learning rates for training neural
   * networks'): on a copy of the present weights, with the training data, the rate grows from update
   * to update by the same factor. It ends early when the cost is 4 times its lowest, or not finite.
   * The trainer itself stays as it is.
   * @param settings what differs from DEFAULT_TRAINING; its learning rate does not matter
   * @param options what differs from 100 updates from 1e-5 to 10
   * @throws ScratchpadError 'badSetting', 'noData', 'badData'; 'badState' while it trains and is not
   *   paused, or when the data is replaced meanwhile
   * @throws the signal's reason when it is aborted
   */
  async findLearningRate(
    settings: Partial<DescentSettings> = {},
    options: RateSweepOptions = {},
  ): Promise<RateSweep> {
    const descent = descentOf('findLearningRate()', settings);
    checkNames('findLearningRate()', options, [...Object.keys(DEFAULT_RANGE), ...WHILE_IT_RUNS]);
    return findRate(this.client, descent, options);
  }

  /**
   * Back to the first weights: the same seed gives the same numbers again.
   * @throws ScratchpadError 'badState' while it trains
   */
  async reset(): Promise<void> {
    await this.client.call('reset', {});
  }

  /**
   * Copies out all that training needs to go on from here, also while it trains: then as of one
   * moment. What a run is for itself, its schedule's beginning and early stopping, is not in it.
   */
  async save(): Promise<Snapshot> {
    return this.client.call('save', {});
  }

  /**
   * Takes the network, weights, optimizer's memory and place in the epoch of a snapshot of this
   * trainer or another: training goes on to the same bits as if nothing had been between. The data
   * stays what it is; load it first. Where the training images are not as many as they were for the
   * snapshot the epoch begins anew, on its weights.
   * @throws ScratchpadError 'badData' when it is damaged or no snapshot, and all stays as it was;
   *   'badState' while it trains
   */
  async restore(snapshot: Snapshot): Promise<void> {
    this.#network = await this.client.call('restore', { snapshot });
  }

  /**
   * Has the code that training with these settings needs compiled well, by some 100 ms of work that
   * gives way to all else: training is then quick from its first step. It happens by itself for the
   * default settings, after a network was made and while data loads; for others it can be asked.
   * @param settings what differs from DEFAULT_TRAINING
   */
  async warmUp(settings: Partial<DescentSettings> = {}): Promise<void> {
    await this.client.call('warmUp', { settings: descentOf('warmUp()', settings) });
  }

  /** Ends the worker; every call under way fails with 'disposed'. */
  dispose(): void {
    this.client.dispose();
  }
}
