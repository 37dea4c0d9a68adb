// SPDX-License-Identifier: MIT
// What the worker holds: one network, its data, and the work under way.
import { mustFit } from './check-data.ts';
import type { LabelledImages } from './dataset.ts';
import { ScratchpadError } from './errors.ts';
import type { Core } from './jobs/core.ts';
import { EvaluateJob, ScoresJob } from './jobs/evaluation.ts';
import { GenerateJob } from './jobs/generate-job.ts';
import type { ResultJob } from './jobs/result-job.ts';
import { Scheduler } from './jobs/scheduler.ts';
import { toCoreDescent, toCoreNetwork } from './jobs/core-settings.ts';
import { GradientCheckJob } from './jobs/gradient-check-job.ts';
import { StepJob } from './jobs/step-job.ts';
import { type TrainEvents, TrainJob } from './jobs/train-job.ts';
import {
  check,
  type CoreTrainer,
  type LoadedModule,
  loadModule,
  type MainModule,
} from './module.ts';
import type {
  Ask,
  Backend,
  Batch,
  DataInfo,
  EvaluationCounts,
  GradientCheckResult,
  LayerWeights,
  Part,
  PartInfo,
  Reading,
  Scores,
  StepResult,
  Stroke,
  TrainEnd,
  Walk,
} from './protocol.ts';
import {
  DEFAULT_NETWORK,
  type DescentSettings,
  type EngineSettings,
  type NetworkSettings,
  type TrainSettings,
} from './settings.ts';
import { checksum, unpack } from './unpack.ts';
import type { Machine } from './variants.ts';
import { walk } from './walk.ts';

export class Session implements Core {
  readonly module: MainModule;
  readonly trainer: CoreTrainer;
  readonly #backend: Backend;
  readonly #scheduler = new Scheduler();
  readonly #data: { train: PartInfo | null; test: PartInfo | null } = { train: null, test: null };
  #training: TrainJob | undefined;
  #trainingRun = 0;
  #stepping = false;
  #network: NetworkSettings = DEFAULT_NETWORK;

  private constructor({ module, variant, threads }: LoadedModule) {
    this.module = module;
    this.trainer = new module.Trainer();
    this.#backend = {
      threads: this.trainer.useThreads(threads),
      math: variant.startsWith('turbo') ? 'turbo' : 'reproducible',
      simd: variant !== 'scalar',
    };
  }

  /**
   * The engine stays what it is given here.
   * @param machine what there is to choose from; examined when absent
   */
  static async create(engine: EngineSettings, machine?: Machine): Promise<Session> {
    return new Session(await loadModule(engine, machine));
  }

  configure(network: NetworkSettings): Backend {
    this.#mustBeIdle();
    const { module, trainer } = this;
    check(module, trainer.configure(toCoreNetwork(module, network)));
    this.#network = network;
    return this.#backend;
  }

  load(part: 'train' | 'test', { images, labels }: LabelledImages): DataInfo {
    this.#mustBeIdle();
    const { module, trainer } = this;
    check(module, trainer.load(module.Part[part], images, labels));
    this.#data[part] = { examples: labels.length, perLabel: count(labels) };
    return { ...this.#data };
  }

  async loadIdx(
    files: Ask<'loadIdx'>['files'],
    onLoading: (fraction: number) => void,
  ): Promise<DataInfo> {
    this.#mustBeIdle();
    const { train, test } = await unpack(files, onLoading);
    return this.#loadBoth(train, test, onLoading);
  }

  /** The test digits follow the training digits in the seed's endless row, so they differ. */
  async generate(
    { train, test, seed }: Ask<'generate'>,
    onLoading: (fraction: number) => void,
  ): Promise<DataInfo> {
    this.#mustBeIdle();
    const make = (first: number, count: number) =>
      this.#run(
        new GenerateJob(this.module, { seed, first, count }, (done) =>
          onLoading((first + done) / (train + test)),
        ),
      );
    const trainDigits = await make(0, train);
    return this.#loadBoth(trainDigits, await make(train, test), onLoading);
  }

  #loadBoth(
    train: LabelledImages,
    test: LabelledImages,
    onLoading: (fraction: number) => void,
  ): DataInfo {
    // Both or none: what was loaded before must not be lost to a bad file.
    const [pixels = 0] = this.#network.layers;
    mustFit('test', test.images, test.labels, pixels);
    mustFit('train', train.images, train.labels, pixels);
    this.load('test', test);
    const info = this.load('train', train);
    onLoading(1);
    return info;
  }

  /** @param run the request's number, by which stop() knows it */
  async train(run: number, settings: TrainSettings, events: TrainEvents): Promise<TrainEnd> {
    this.#mustBeIdle();
    const job = new TrainJob(this, settings, events);
    this.#training = job;
    this.#trainingRun = run;
    try {
      return await this.#run(job);
    } finally {
      this.#training = undefined;
    }
  }

  async step(settings: DescentSettings): Promise<StepResult> {
    const paused = this.#training?.pauseWanted ? this.#training : null;
    if (!paused) this.#mustBeIdle();
    // A step within a run takes the run's schedule.
    const { schedule, firstUpdate } = paused?.descent ?? {};
    const descent = {
      ...toCoreDescent(this, settings),
      ...(schedule && firstUpdate !== undefined && { schedule, firstUpdate }),
    };
    this.#stepping = true;
    try {
      return await this.#run(new StepJob(this, descent));
    } finally {
      this.#stepping = false;
    }
  }

  pause(): void {
    this.#training?.pause();
  }

  resume(): void {
    this.#training?.resume();
    this.#scheduler.wake();
  }

  stop(run: number): void {
    if (run === this.#trainingRun) this.#training?.stop();
    this.#scheduler.wake();
  }

  reset(): void {
    this.#mustBeIdle();
    this.trainer.reset();
  }

  evaluate(part: Part): Promise<EvaluationCounts> {
    return this.#run(new EvaluateJob(this, part));
  }

  async scores(part: Part): Promise<Scores> {
    if (this.#network.output !== 'sigmoid') {
      throw new ScratchpadError('badState', "Scores are for the yes/no question ('sigmoid').");
    }
    return this.#run(new ScoresJob(this, part));
  }

  images({ part, first, count }: Ask<'images'>): Batch {
    const { status, images, labels } = this.trainer.images(this.module.Part[part], first, count);
    check(this.module, status);
    return { images, labels };
  }

  walk(ask: Ask<'walk'>): Walk {
    return walk(this.module, this.trainer, this.#network.layers, ask);
  }

  async checkGradients(
    { places, ...batch }: Ask<'checkGradients'>,
    onLoading: (fraction: number) => void,
  ): Promise<GradientCheckResult> {
    return this.#run(new GradientCheckJob(this, batch, places, onLoading));
  }

  predict(images: Uint8Array): Float32Array {
    const { status, probabilities } = this.trainer.predict(images);
    check(this.module, status);
    return probabilities;
  }

  read(strokes: readonly Stroke[]): Reading {
    const [pixels] = this.#network.layers;
    if (pixels !== 28 * 28) {
      throw new ScratchpadError(
        'badState',
        `Drawings have 784 pixels (28 x 28), but layer 0 has ${pixels} units.`,
      );
    }
    const points = Float32Array.from(strokes.flatMap((stroke) => [...stroke]));
    let end = 0;
    const ends = Uint32Array.from(strokes, (stroke) => (end += stroke.length / 2));
    const image = this.module.rasterise(points, ends);
    const empty = image.every((ink) => ink === 0);
    return { image, empty, probabilities: empty ? new Float32Array() : this.predict(image) };
  }

  weights(): { layers: LayerWeights[]; sha256: string } {
    const sizes = this.#network.layers;
    const layers = sizes.slice(1).map((rows, i): LayerWeights => {
      const [W, b] = [this.trainer.weights(i + 1), this.trainer.biases(i + 1)];
      return { W, b, rows, columns: sizes[i] ?? 0 };
    });
    const bytes = layers.flatMap(({ W, b }) => [
      new Uint8Array(W.buffer),
      new Uint8Array(b.buffer),
    ]);
    return { layers, sha256: checksum(bytes) };
  }

  get network(): NetworkSettings {
    return this.#network;
  }

  get trainLabels(): readonly number[] {
    return this.#data.train?.perLabel ?? [];
  }

  examples(part: Part): number {
    return this.trainer.examples(this.module.Part[part]);
  }

  #run<Result>(job: ResultJob<Result>): Promise<Result> {
    this.#scheduler.add(job);
    return job.result;
  }

  #mustBeIdle(): void {
    if (!this.#training && !this.#stepping) return;
    throw new ScratchpadError(
      'badState',
      'Training is under way. Abort its signal and wait for its end, or pause it for a step.',
    );
  }
}

/** How often each label occurs, up to the largest that does. */
function count(labels: Uint8Array): number[] {
  const counts = new Array<number>(256).fill(0);
  for (const label of labels) counts[label] = (counts[label] ?? 0) + 1;
  return counts.slice(0, 1 + counts.findLastIndex((value) => value > 0));
}
