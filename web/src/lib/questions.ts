// SPDX-License-Identifier: MIT
// What can be asked of a network, also while it trains: nothing here changes it.
import { compact, compactBatch } from './check-data.ts';
import { checkCopies, checkFrame, checkInteger, checkNames, checkOneOf } from './checks.ts';
import { ScratchpadError } from './errors.ts';
import { toEvaluation } from './evaluation.ts';
import { ownSnapshot } from './later-checks.ts';
import { randomPlaces, shareOut } from './places.ts';
import type {
  Answers,
  Batch,
  Copies,
  Evaluation,
  GradientCheckResult,
  Inspection,
  LayerWeights,
  NetworkStatistics,
  Part,
  Reading,
  Scores,
  Walk,
  WeightPlace,
} from './results.ts';
import { DEFAULT_TRAINING } from './settings.ts';
import type { Snapshot } from './snapshot.ts';
import {
  checkReading,
  DEFAULT_READING,
  packStrokes,
  type ReadOptions,
  type Stroke,
} from './strokes.ts';
import { LOADED_PARTS, type LoadOptions, TrainerData } from './trainer-data.ts';

const PARTS = ['train', 'test', 'validation'] as const;

export interface EvaluateOptions {
  /** 'test' when absent. */
  readonly part?: Part;
  readonly copies?: Copies;
  readonly with?: readonly Snapshot[];
}

/** The questions to a trainer's network; the trainer itself is in trainer.ts. */
export abstract class Questions extends TrainerData {
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
    checkNames('evaluate()', options, ['part', 'copies', 'with']);
    const { part = 'test', copies = 1, with: given = [] } = options;
    if (!Array.isArray(given)) {
      throw new ScratchpadError('badSetting', 'with: must be a list of snapshots.', 'with');
    }
    checkOneOf('part', part, PARTS);
    checkCopies(copies);
    const others = given.length > 0 ? await Promise.all(given.map(ownSnapshot)) : [];
    const counts = await this.client.ask('evaluate', { part, copies, others });
    return toEvaluation(counts, this.network.output === 'sigmoid');
  }

  /**
   * The probability of yes of each example of a part, also while it trains; for toCurves().
   * @throws ScratchpadError 'badState' when the question is not yes/no
   */
  async scores(part: Part = 'test'): Promise<Scores> {
    checkOneOf('part', part, PARTS);
    return this.client.ask('scores', { part });
  }

  /**
   * How each image of a part is answered, in the order of images(), those set aside for validation
   * too; also while it trains, all with the weights of one moment.
   * @throws ScratchpadError 'noData', 'badData'; 'badState' when the network or the data is replaced
   *   before all are answered
   */
  async answers(part: 'train' | 'test'): Promise<Answers> {
    checkOneOf('part', part, LOADED_PARTS);
    return this.client.ask('answers', { part });
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
    if (output !== null) checkInteger('output', output, 0, (this.network.layers.at(-1) ?? 1) - 1);
    return this.client.ask('inspect', { image: compact('image', image), output });
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
    return this.client.ask('statistics', { examples, bins });
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
    return this.client.ask('walk', { ...compactBatch(batch), learningRate, updates });
  }

  /**
   * Compares derivatives by the chain rule with differences of the cost, in float64, for the
   * present weights; also while it trains.
   * @param options places: weights to check; without them random ones are drawn with the seed, each
   *   once: perLayer of each W_l and b_l together, or 200 of all layers
   */
  async checkGradients(
    batch: Batch,
    options: {
      places?: readonly WeightPlace[];
      perLayer?: number;
      seed?: number;
    } & LoadOptions = {},
  ): Promise<GradientCheckResult> {
    const { layers } = this.network;
    const { perLayer, seed = 1 } = options;
    if (perLayer !== undefined) checkInteger('perLayer', perLayer, 1, 10_000);
    const counts = perLayer ? layers.slice(1).map(() => perLayer) : shareOut(200, layers);
    const places = options.places ?? randomPlaces(layers, counts, seed);
    checkInteger('places', places.length, 1, 1_000_000);
    const on = { loading: options.onProgress };
    return this.client.ask('checkGradients', { ...compactBatch(batch), places }, { on });
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
    return this.client.ask('predict', { images: compact('images', images), copies });
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
    checkNames('read()', options, Object.keys(DEFAULT_READING));
    const all = { ...DEFAULT_READING, ...options };
    checkReading(all);
    if (all.size) checkFrame(all.size);
    return this.client.ask('read', { strokes: packStrokes(strokes), options: all });
  }

  /** Copies of every W_l and b_l, and the SHA-256 of W_1, b_1, W_2 ... as float32 bytes. */
  async weights(): Promise<{ layers: LayerWeights[]; sha256: string }> {
    return this.client.ask('weights', {});
  }
}
