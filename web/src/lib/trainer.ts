// SPDX-License-Identifier: MIT
import { Client } from './client.ts';
import type { LabelledImages } from './dataset.ts';
import { toEvaluation, type Evaluation } from './evaluation.ts';
import { compact, compactBatch, mustFit } from './check-data.ts';
import type { Answers, Inspection, NetworkStatistics } from './insight.ts';
import { type IdxSource, mustBeFiles } from './idx-source.ts';
import {
  checkAugmentation,
  checkCopies,
  checkDescent,
  checkEngine,
  checkFrame,
  checkInteger,
  checkNetwork,
  checkOneOf,
  checkTraining,
} from './check-settings.ts';
import { randomPlaces } from './places.ts';
import type {
  Backend,
  Batch,
  Copies,
  DataInfo,
  Epoch,
  GradientCheckResult,
  Hands,
  IdxFiles,
  LayerWeights,
  Part,
  Reading,
  Scores,
  StepResult,
  TrainEnd,
  Walk,
  WeightPlace,
} from './protocol.ts';
import { findRate, type RateSweepOptions } from './find-rate.ts';
import type { RateSweep } from './rate-sweep.ts';
import {
  DEFAULT_ENGINE,
  DEFAULT_NETWORK,
  DEFAULT_TRAINING,
  type AugmentationSettings,
  type DescentSettings,
  type EngineSettings,
  type NetworkSettings,
  NO_AUGMENTATION,
  type RunChange,
  type TrainSettings,
} from './settings.ts';
import { sendFiles } from './send-files.ts';
import {
  checkReading,
  DEFAULT_READING,
  packStrokes,
  type ReadOptions,
  type Stroke,
} from './strokes.ts';
import type { Snapshot } from './snapshot.ts';
import { runTraining, type TrainOptions } from './run-training.ts';

const NOTHING: DataInfo = { train: null, test: null, complete: false };
const PARTS = ['train', 'test', 'validation'] as const;
const LOADED_PARTS = ['train', 'test'] as const;
const HANDS = ['all', 'other'] as const;
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

export interface EvaluateOptions {
  /** 'test' when absent. */
  readonly part?: Part;
  readonly copies?: Copies;
  readonly with?: readonly Snapshot[];
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
export class Trainer {
  readonly #client: Client;
  readonly #engine: EngineSettings;
  #network: NetworkSettings;
  #backend: Backend = { threads: 1, math: 'reproducible', simd: true };
  #data: DataInfo = NOTHING;

  /** @internal */
  constructor(options: Partial<NetworkSettings & EngineSettings>) {
    const { threads, math, ...network } = { ...DEFAULT_ENGINE, ...DEFAULT_NETWORK, ...options };
    this.#engine = { threads, math };
    this.#network = network;
    this.#client = new Client(
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

  get network(): NetworkSettings {
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
    const next = { ...this.#network, ...network };
    checkNetwork(next);
    this.#backend = await this.#client.call('configure', { network: next, engine: this.#engine });
    this.#network = next;
  }

  /**
   * Loads images (n_0 bytes each, one after another) and labels, which are copied.
   * @throws ScratchpadError 'badData' when they do not fit; 'badState' while it trains
   */
  async load(data: { train?: LabelledImages; test?: LabelledImages }): Promise<DataInfo> {
    const parts = (['test', 'train'] as const).filter((part) => data[part] !== undefined);
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
    for (const ask of checked) this.#data = await this.#client.call('load', ask);
    return this.#data;
  }

  /**
   * Loads the four files of MNIST, or of a data set of its form, gzipped or not, each whole or as a
   * stream. Buffers move to the worker and are empty here afterwards. Settles when all is loaded.
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
    this.#data = await sendFiles(this.#client, files, {
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
    const { train = 60_000, test = 10_000, seed = 1, hands = 'all' } = digits;
    checkInteger('train', train, 1, MAX_DIGITS);
    checkInteger('test', test, 1, MAX_DIGITS);
    checkInteger('seed', seed, 0, Number.MAX_SAFE_INTEGER);
    checkOneOf('hands', hands, HANDS);
    const events = { onLoading: options.onProgress };
    this.#data = await this.#client.call('generate', { train, test, seed, hands }, events);
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
      return this.#client.call('setDrawings', none);
    }
    const { images, labels } = compactBatch(drawings);
    mustFit('drawn', images.length, labels.length, this.#network.layers[0] ?? 0);
    return this.#client.call('setDrawings', { images, labels });
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
    const settings = { ...NO_AUGMENTATION, ...ask.settings };
    checkAugmentation(settings);
    checkInteger('seed', seed, 0, Number.MAX_SAFE_INTEGER);
    checkInteger('count', count, 1, MAX_VARIANTS);
    const images = compact('images', ask.images);
    return this.#client.call('augment', { images, settings, seed, count });
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
    return this.#client.call('digits', { seed, first, count, hands });
  }

  /**
   * Trains, giving the figures of each epoch as it ends. Leaving the loop ends the training; an
   * epoch that was begun goes on with the next train() or step().
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
    const all = { ...DEFAULT_TRAINING, ...settings };
    checkTraining(all);
    return yield* runTraining(this.#client, all, options);
  }

  /**
   * Updates the weights once, with the next batch; while no training runs, or while it is paused.
   * @param settings what differs from DEFAULT_TRAINING
   * @throws ScratchpadError as train() does
   */
  async step(settings: Partial<DescentSettings> = {}): Promise<StepResult> {
    const descent = { ...DEFAULT_TRAINING, ...settings };
    checkDescent(descent);
    return this.#client.call('step', { settings: descent });
  }

  /** Halts the training under way, if any, until resume(). */
  async pause(): Promise<void> {
    await this.#client.call('pause', {});
  }

  async resume(): Promise<void> {
    await this.#client.call('resume', {});
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
    return this.#client.call('change', { settings });
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
    const descent = { ...DEFAULT_TRAINING, ...settings };
    checkDescent(descent);
    return findRate(this.#client, descent, options);
  }

  /**
   * Back to the first weights: the same seed gives the same numbers again.
   * @throws ScratchpadError 'badState' while it trains
   */
  async reset(): Promise<void> {
    await this.#client.call('reset', {});
  }

  /**
   * Copies out all that training needs to go on from here, also while it trains: then as of one
   * moment. What a run is for itself, its schedule's beginning and early stopping, is not in it.
   */
  async save(): Promise<Snapshot> {
    return this.#client.call('save', {});
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
    this.#network = await this.#client.call('restore', { snapshot });
  }

  /**
   * Answers every example of a part of the data, also while it trains; training waits meanwhile.
   * @param what the part, or options. copies: 5 or 9 answers each image, moved by a pixel to the 4
   *   sides, or across too, and takes the mean of the probabilities, which takes 5 or 9 times as long;
   *   with: networks of other snapshots, which answer together with this one, each as long as it alone
   * @throws ScratchpadError 'noData', 'badSetting'; 'badData' when a snapshot's network takes other
   *   images or gives other answers
   */
  async evaluate(what: Part | EvaluateOptions = {}): Promise<Evaluation> {
    const options: EvaluateOptions = typeof what === 'string' ? { part: what } : what;
    const { part = 'test', copies = 1, with: others = [] } = options;
    checkOneOf('part', part, PARTS);
    checkCopies(copies);
    const counts = await this.#client.call('evaluate', { part, copies, others });
    return toEvaluation(counts, this.#network.output === 'sigmoid');
  }

  /**
   * The probability of yes of each example of a part, also while it trains; for toCurves().
   * @throws ScratchpadError 'badState' when the question is not yes/no
   */
  async scores(part: Part = 'test'): Promise<Scores> {
    checkOneOf('part', part, PARTS);
    return this.#client.call('scores', { part });
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
    return this.#client.call('images', { part, first, count });
  }

  /**
   * How each image of a part is answered, in the order of images(), those set aside for validation
   * too; also while it trains, all with the weights of one moment.
   * @throws ScratchpadError 'noData', 'badData'; 'badState' when the network or the data is replaced
   *   before all are answered
   */
  async answers(part: 'train' | 'test'): Promise<Answers> {
    checkOneOf('part', part, LOADED_PARTS);
    return this.#client.call('answers', { part });
  }

  /**
   * What one image does in the network: the activations of every layer, and by how much each pixel
   * spoke for an output, or against it (input times gradient); also while it trains.
   * @param image n_0 bytes
   * @param options output: the unit of the last layer to explain, from 0; without it that of the
   *   answer. A sigmoid has unit 0 alone: what speaks against it speaks for no
   * @throws ScratchpadError 'badData' when the image does not fit; 'badSetting'
   */
  async inspect(image: Uint8Array, options: { output?: number } = {}): Promise<Inspection> {
    const { output = null } = options;
    if (output !== null) checkInteger('output', output, 0, (this.#network.layers.at(-1) ?? 1) - 1);
    return this.#client.call('inspect', { image: compact('image', image), output });
  }

  /**
   * Histograms of weights and gradients, norms, and what the units do, of the present weights; also
   * while it trains.
   * @param options examples: the first training images to take, 1 ... 10,000, fewer where there are
   *   fewer; bins: of each histogram, 1 ... 1000
   * @throws ScratchpadError 'noData', 'badData', 'badSetting'
   */
  async statistics(options: { examples?: number; bins?: number } = {}): Promise<NetworkStatistics> {
    const { examples = 512, bins = 50 } = options;
    checkInteger('examples', examples, 1, 10_000);
    checkInteger('bins', bins, 1, 1000);
    return this.#client.call('statistics', { examples, bins });
  }

  /**
   * The seven steps of the notes for a batch, with every number, on a copy of the present weights:
   * the network itself stays as it is. Without dropout and weight decay.
   * @param options learningRate: alpha of the update, above 0; updates: plain updates on this very
   *   batch to make before the one that is shown
   * @throws ScratchpadError 'badData', 'badSetting'
   */
  async walk(
    batch: Batch,
    options: { learningRate?: number; updates?: number } = {},
  ): Promise<Walk> {
    const { learningRate = DEFAULT_TRAINING.learningRate, updates = 0 } = options;
    checkInteger('updates', updates, 0, 10_000);
    return this.#client.call('walk', { ...compactBatch(batch), learningRate, updates });
  }

  /**
   * Compares derivatives by the chain rule with differences of the cost, in float64, for the
   * present weights; also while it trains.
   * @param options places: weights to check; without them perLayer random ones (some 67 of each W_l
   *   and b_l together) are drawn with the seed
   */
  async checkGradients(
    batch: Batch,
    options: {
      places?: readonly WeightPlace[];
      perLayer?: number;
      seed?: number;
    } & LoadOptions = {},
  ): Promise<GradientCheckResult> {
    const { layers } = this.#network;
    const { perLayer = Math.ceil(200 / (layers.length - 1)), seed = 1 } = options;
    checkInteger('perLayer', perLayer, 1, 10_000);
    const places = options.places ?? randomPlaces(layers, perLayer, seed);
    checkInteger('places', places.length, 1, 1_000_000);
    const events = { onLoading: options.onProgress };
    return this.#client.call('checkGradients', { ...compactBatch(batch), places }, events);
  }

  /**
   * The probabilities for images (n_0 bytes each, one after another), also while it trains.
   * @param options copies: as of evaluate(), the mean over 5 or 9 of each
   * @throws ScratchpadError 'badData' when that is no whole number of images
   * @returns n_L numbers for each image, one image after another: of each class, or of yes
   */
  async predict(
    images: Uint8Array,
    { copies = 1 }: { copies?: Copies } = {},
  ): Promise<Float32Array> {
    checkCopies(copies);
    return this.#client.call('predict', { images: compact('images', images), copies });
  }

  /**
   * Draws strokes as MNIST shows digits (fitted to 20 x 20, centred by mass in 28 x 28) and gives
   * what the network makes of them, also while it trains. A line is the wider the harder the pen is
   * pressed, against the drawing's mean. Without options.size the network's n_0 must be 784.
   * @param options what differs from DEFAULT_READING
   * @throws ScratchpadError 'badData' for what is no stroke, 'badSetting', 'badState' when the drawing
   * has not n_0 pixels
   */
  async read(strokes: readonly Stroke[], options: Partial<ReadOptions> = {}): Promise<Reading> {
    const all = { ...DEFAULT_READING, ...options };
    checkReading(all);
    if (all.size) checkFrame(all.size);
    return this.#client.call('read', { strokes: packStrokes(strokes), options: all });
  }

  /**
   * Has the code that training with these settings needs compiled well, by some 100 ms of work that
   * gives way to all else: training is then quick from its first step. It happens by itself for the
   * default settings, after a network was made and while data loads; for others it can be asked.
   * @param settings what differs from DEFAULT_TRAINING
   */
  async warmUp(settings: Partial<DescentSettings> = {}): Promise<void> {
    const all = { ...DEFAULT_TRAINING, ...settings };
    checkDescent(all);
    await this.#client.call('warmUp', { settings: all });
  }

  /** Copies of every W_l and b_l, and the SHA-256 of W_1, b_1, W_2 ... as float32 bytes. */
  async weights(): Promise<{ layers: LayerWeights[]; sha256: string }> {
    return this.#client.call('weights', {});
  }

  /** Ends the worker; every call under way fails with 'disposed'. */
  dispose(): void {
    this.#client.dispose();
  }
}
