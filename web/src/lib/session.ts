// SPDX-License-Identifier: MIT
// What the worker holds: one network, its data, and the work under way.
import type { LoadedPart } from './arrival.ts';
import { checkRange } from './check-settings.ts';
import type { LabelledImages } from './dataset.ts';
import { drawnImage } from './drawn-image.ts';
import { ScratchpadError } from './errors.ts';
import type { Answers, Inspection, NetworkStatistics } from './insight.ts';
import { inspect } from './inspect.ts';
import { AnswersJob } from './jobs/answers-job.ts';
import { CommitteeJob } from './jobs/committee-job.ts';
import type { Core } from './jobs/core.ts';
import { EvaluateJob, ScoresJob } from './jobs/evaluation.ts';
import type { ResultJob } from './jobs/result-job.ts';
import { Scheduler } from './jobs/scheduler.ts';
import { toCoreAugmentation, toCoreSettings, toCoreNetwork } from './jobs/core-settings.ts';
import { checksumOf, restoreSnapshot, saveSnapshot } from './jobs/core-snapshot.ts';
import { GradientCheckJob } from './jobs/gradient-check-job.ts';
import { RateSweepJob } from './jobs/rate-sweep-job.ts';
import { StatisticsJob } from './jobs/statistics-job.ts';
import { StepJob } from './jobs/step-job.ts';
import { Tempo } from './jobs/tempo.ts';
import { WarmUpJob } from './jobs/warm-up-job.ts';
import { type TrainEvents, TrainJob } from './jobs/train-job.ts';
import { type LoadEvents, Loader } from './loader.ts';
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
  Copies,
  DataInfo,
  GradientCheckResult,
  LayerWeights,
  Part,
  Reading,
  Scores,
  StepResult,
  TimedCounts,
  TrainEnd,
  Walk,
} from './protocol.ts';
import type { RateSweep } from './rate-sweep.ts';
import {
  DEFAULT_NETWORK,
  DEFAULT_TRAINING,
  type DescentSettings,
  type Engine,
  type EngineSettings,
  type NetworkSettings,
  type RunChange,
  type TrainSettings,
} from './settings.ts';
import type { Snapshot } from './snapshot.ts';
import type { Machine } from './variants.ts';
import { walk } from './walk.ts';
import type { TrainingSettings } from './wasm/mlp.mjs';

/** What a step within a run takes from it. */
function ofRun(settings: TrainingSettings | undefined): Partial<TrainingSettings> {
  if (!settings) return {};
  const { schedule, firstUpdate, averaging, averagingDecay, averagingFrom } = settings;
  return { schedule, firstUpdate, averaging, averagingDecay, averagingFrom };
}

/** After a network was made, in milliseconds. */
const WARM_UP_AFTER = 50;

export class Session implements Core {
  readonly module: MainModule;
  readonly trainer: CoreTrainer;
  readonly tempo = new Tempo();
  readonly #backend: Backend;
  readonly #scheduler = new Scheduler();
  readonly #loader: Loader;
  #warming: WarmUpJob | undefined;
  readonly #warm = new Set<string>();
  #training: TrainJob | undefined;
  #trainingRun = 0;
  #stepping = false;
  #sweep: RateSweepJob | undefined;
  #sweepRun = 0;
  #network: NetworkSettings = DEFAULT_NETWORK;

  private constructor({ module, variant, threads }: LoadedModule, asked: Engine) {
    this.module = module;
    this.trainer = new module.Trainer();
    const notes = asked === 'notes';
    this.trainer.useEngine(notes ? module.EngineKind.notes : module.EngineKind.fast);
    this.#backend = {
      threads: this.trainer.useThreads(threads),
      math: notes ? 'notes' : variant.startsWith('turbo') ? 'turbo' : 'reproducible',
      simd: variant !== 'scalar',
    };
    this.#loader = new Loader(this, {
      mustBeIdle: () => this.#mustBeIdle(),
      stopTraining: (error) => {
        this.#training?.fail(error);
        this.#scheduler.wake();
      },
      run: (job) => this.#run(job),
    });
  }

  /**
   * The engine stays what it is given here.
   * @param machine what there is to choose from; examined when absent
   */
  static async create(engine: EngineSettings, machine?: Machine): Promise<Session> {
    return new Session(await loadModule(engine, machine), engine.math);
  }

  configure(network: NetworkSettings): Backend {
    this.#mustBeIdle();
    const { module, trainer } = this;
    check(module, trainer.configure(toCoreNetwork(module, network)));
    this.#useNetwork(network);
    return this.#backend;
  }

  load(part: LoadedPart, data: LabelledImages): Promise<DataInfo> {
    return this.#thenWarmUp(this.#loader.load(part, data));
  }

  /** @param load the request's number, by which chunk() knows it */
  loadIdx(load: number, { files }: Ask<'loadIdx'>, events: LoadEvents): Promise<DataInfo> {
    const onPart = (info: DataInfo): void => {
      events.onPart(info);
      this.warmUp(DEFAULT_TRAINING);
    };
    return this.#thenWarmUp(this.#loader.loadIdx(load, files, { ...events, onPart }));
  }

  async chunk(ask: Ask<'chunk'>): Promise<null> {
    await this.#loader.chunk(ask);
    return null;
  }

  generate(ask: Ask<'generate'>, onLoading: (fraction: number) => void): Promise<DataInfo> {
    return this.#thenWarmUp(this.#loader.generate(ask, onLoading));
  }

  setDrawings({ images, labels }: Batch): number {
    // The run under way may need them; others in their place are welcome.
    if (labels.length === 0) this.#mustBeIdle();
    check(this.module, this.trainer.setDrawings(images, labels));
    return labels.length;
  }

  augment({ images, settings, seed, count }: Ask<'augment'>): Uint8Array {
    const augmentation = toCoreAugmentation(settings);
    const { status, bytes } = this.trainer.augment(augmentation, seed, images, count);
    check(this.module, status);
    return bytes;
  }

  digits({ seed, first, count, hands }: Ask<'digits'>): Batch {
    const { module } = this;
    const { status, images, labels } = module.generateDigits(
      seed,
      first,
      count,
      module.Hands[hands],
    );
    check(this.module, status);
    return { images, labels };
  }

  /** Has the browser compile what training with these settings needs, once for each method. */
  warmUp(settings: DescentSettings): void {
    const { hidden, output } = this.#network;
    const what = [hidden, output, settings.optimizer].join(' ');
    if (this.#warm.has(what) || this.#training) return;
    this.#warm.add(what);
    this.#warming?.end();
    const own = toCoreSettings(this, { ...settings, batchSize: 64 });
    this.#warming = new WarmUpJob(this.module, this.trainer, own);
    this.#scheduler.add(this.#warming);
  }

  /** @param run the request's number, by which stop() knows it */
  async train(run: number, settings: TrainSettings, events: TrainEvents): Promise<TrainEnd> {
    this.#mustBeIdle();
    this.#warming?.end();
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
    const own = { ...toCoreSettings(this, settings), ...ofRun(paused?.settings) };
    this.#stepping = true;
    try {
      return await this.#run(new StepJob(this, own));
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
    if (run === this.#sweepRun) this.#sweep?.stop();
    this.#scheduler.wake();
  }

  async change(settings: RunChange): Promise<{ updates: number }> {
    if (this.#training) return { updates: await this.#training.change(settings) };
    throw new ScratchpadError(
      'badState',
      'No training is under way. Give its settings to train() or step().',
    );
  }

  /** @param run the request's number, by which stop() knows it */
  async findLearningRate(
    run: number,
    { settings, range }: Ask<'findLearningRate'>,
    onLoading: (fraction: number) => void,
  ): Promise<RateSweep> {
    if (!this.#training?.pauseWanted) this.#mustBeIdle();
    checkRange(range);
    const job = new RateSweepJob(this, settings, range, onLoading);
    this.#sweep = job;
    this.#sweepRun = run;
    return this.#run(job);
  }

  reset(): void {
    this.#mustBeIdle();
    this.trainer.reset();
  }

  save(): Snapshot {
    return saveSnapshot(this.module, this.trainer, this.#network);
  }

  restore(snapshot: unknown): NetworkSettings {
    this.#mustBeIdle();
    const network = restoreSnapshot(this.module, this.trainer, snapshot);
    this.#useNetwork(network);
    return network;
  }

  evaluate(ask: Ask<'evaluate'>): Promise<TimedCounts> {
    const alone = ask.copies === 1 && ask.others.length === 0;
    return this.#run(alone ? new EvaluateJob(this, ask.part) : new CommitteeJob(this, ask));
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

  answers(part: 'train' | 'test'): Promise<Answers> {
    return this.#run(new AnswersJob(this, part));
  }

  inspect(ask: Ask<'inspect'>): Inspection {
    this.tempo.hurry();
    return inspect(this.module, this.trainer, this.#network.layers, ask);
  }

  statistics(ask: Ask<'statistics'>): Promise<NetworkStatistics> {
    return this.#run(new StatisticsJob(this, ask));
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

  predict(images: Uint8Array, copies: Copies = 1): Float32Array {
    this.tempo.hurry();
    const { status, probabilities } = this.trainer.predict(images, copies);
    check(this.module, status);
    return probabilities;
  }

  async read(ask: Ask<'read'>): Promise<Reading> {
    const image = await drawnImage(this.module, this.#network.layers[0] ?? 0, ask);
    const empty = image.every((byte) => byte === 0);
    const { copies } = ask.options;
    return {
      image,
      empty,
      probabilities: empty ? new Float32Array() : this.predict(image, copies),
    };
  }

  weights(): { layers: LayerWeights[]; sha256: string } {
    const sizes = this.#network.layers;
    const layers = sizes.slice(1).map((rows, i): LayerWeights => {
      return { ...this.trainer.layer(i + 1), rows, columns: sizes[i] ?? 0 };
    });
    return { layers, sha256: checksumOf(layers) };
  }

  get network(): NetworkSettings {
    return this.#network;
  }

  get trainLabels(): readonly number[] {
    return this.#loader.info.train?.perLabel ?? [];
  }

  get expected(): number {
    return this.#loader.info.train?.expected ?? 0;
  }

  examples(part: Part): number {
    return this.trainer.examples(this.module.Part[part]);
  }

  #useNetwork(network: NetworkSettings): void {
    this.#network = network;
    // Data is likely to be loaded at once, and that has no time to lose.
    setTimeout(() => {
      if (!this.#loader.busy) this.warmUp(DEFAULT_TRAINING);
    }, WARM_UP_AFTER);
  }

  /** What is loaded is likely to be trained on next. */
  #thenWarmUp<Result>(loading: Promise<Result>): Promise<Result> {
    return loading.finally(() => this.warmUp(DEFAULT_TRAINING));
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
