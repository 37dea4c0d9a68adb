// SPDX-License-Identifier: MIT
// The worker's data: what is loaded, and what is on its way.
import { HeldArrival, infoOf, OpenArrival } from './arrival.ts';
import { mustFit } from './check-data.ts';
import { ChunkQueue } from './chunk-queue.ts';
import type { LabelledImages } from './dataset.ts';
import type { Core } from './jobs/core.ts';
import type { GenerateJob } from './jobs/generate-job.ts';
import { loadIdx, type ReadableIdx, type Sink } from './load-idx.ts';
import { check } from './module.ts';
import { FILE_ROLES, type FileRole, type IdxFiles } from './idx-files.ts';
import type { Ask } from './protocol.ts';
import type { DataInfo, LoadedPart, PartInfo } from './results.ts';
import { Throttle } from './throttle.ts';
import { only } from './unpack.ts';

const DIGIT_PIXELS = 28 * 28;

/** Between two messages that more has arrived, in milliseconds. */
const REPORT_MS = 60;

export interface LoadEvents {
  /** fraction: 0 ... 1. */
  readonly onLoading: (fraction: number) => void;
  readonly onPart: (info: DataInfo) => void;
}

/** What loading has to do with the rest of the session. */
export interface LoadHooks {
  /** Throws when the data must not be replaced now. */
  mustBeIdle(): void;
  /** Of what is trained on no more can be said: it was not what it should be. */
  stopTraining(error: unknown): void;
  run(job: GenerateJob): Promise<null>;
}

/** What tells how much of a part there is. */
interface Loaded {
  readonly info: PartInfo;
}

type Sinks = Parameters<typeof loadIdx>[2];

const keyOf = (load: number, role: FileRole): string => `${load} ${role}`;

export class Loader {
  readonly #core: Pick<Core, 'module' | 'trainer' | 'tempo' | 'network'>;
  readonly #hooks: LoadHooks;
  readonly #queues = new Map<string, ChunkQueue>();
  #train: Loaded | null = null;
  #test: Loaded | null = null;
  /** Training images are arriving that may be trained on. */
  #open = false;
  /** Settles when the loads that were asked for have ended. */
  #last: Promise<unknown> = Promise.resolve();
  #loads = 0;

  constructor(core: Pick<Core, 'module' | 'trainer' | 'tempo' | 'network'>, hooks: LoadHooks) {
    this.#core = core;
    this.#hooks = hooks;
  }

  get info(): DataInfo {
    const [train, test] = [this.#train?.info ?? null, this.#test?.info ?? null];
    return { train, test, complete: (train ?? test) !== null && !this.#open };
  }

  /** Something is being loaded. */
  get busy(): boolean {
    return this.#loads > 0;
  }

  /** Images that are there, of one part. */
  load(part: LoadedPart, { images, labels }: LabelledImages): Promise<DataInfo> {
    return this.#next(() => {
      this.#hooks.mustBeIdle();
      const { module, trainer } = this.#core;
      check(module, trainer.load(module.Part[part], images, labels));
      const loaded = { info: infoOf(labels) };
      if (part === 'train') this.#train = loaded;
      else this.#test = loaded;
      return Promise.resolve(this.info);
    });
  }

  /**
   * Both parts or none. Where there is no data yet, training may begin on what has arrived: if a
   * file then turns out bad, that training fails with what is wrong with the file. Otherwise the
   * new data is put together beside the old, which stays in use until all of it is there.
   * @param load the request's number, by which chunk() knows it
   */
  async loadIdx(
    load: number,
    files: Ask<'loadIdx'>['files'],
    events: LoadEvents,
  ): Promise<DataInfo> {
    const open = (role: FileRole): ReadableIdx => {
      const { bytes, ...label } = files[role];
      if (bytes) return { ...label, bytes: only(new Uint8Array(bytes)) };
      const queue = new ChunkQueue();
      this.#queues.set(keyOf(load, role), queue);
      return { ...label, bytes: queue };
    };
    const opened = {
      trainImages: open('trainImages'),
      trainLabels: open('trainLabels'),
      testImages: open('testImages'),
      testLabels: open('testLabels'),
    };
    try {
      return await this.#next(() => this.#read(opened, events));
    } finally {
      for (const role of FILE_ROLES) {
        this.#queues.get(keyOf(load, role))?.close();
        this.#queues.delete(keyOf(load, role));
      }
    }
  }

  /** Settles when the reader has taken it. */
  async chunk({ load, file, chunk }: Ask<'chunk'>): Promise<void> {
    await this.#queues.get(keyOf(load, file))?.push(chunk);
  }

  /** The test digits follow the training digits in the seed's endless row, so they differ. */
  generate(
    { train, test, seed, hands = 'all' }: Ask<'generate'>,
    onLoading: (fraction: number) => void,
  ): Promise<DataInfo> {
    const make = async (first: number, count: number, sink: Sink): Promise<null> => {
      const { GenerateJob } = await import('./jobs/generate-job.ts');
      const report = (done: number): void => onLoading((first + done) / (train + test));
      const ask = { seed, first, count, hands };
      return this.#hooks.run(new GenerateJob(this.#core, ask, sink, report));
    };
    return this.#next(() =>
      this.#hold(async (sinks) => {
        mustFit('train', train * DIGIT_PIXELS, train, this.#pixels);
        await make(0, train, sinks.train);
        await make(train, test, sinks.test);
      }),
    );
  }

  async #read(files: IdxFiles<ReadableIdx>, { onLoading, onPart }: LoadEvents): Promise<DataInfo> {
    let loaded = 0;
    const reports = new Throttle(REPORT_MS, () => {
      onLoading(loaded);
      if (this.#open) onPart(this.info);
    });
    const read = (sinks: Sinks): Promise<void> =>
      loadIdx(files, this.#pixels, sinks, (fraction) => {
        loaded = fraction;
        reports.call();
      }).finally(() => reports.end());
    const hold = this.#train ?? this.#test;
    const info = await (hold ? this.#hold(read) : this.#stream(read, onPart));
    onLoading(1);
    return info;
  }

  /** Puts both parts together beside what is there; then they take its place. */
  async #hold(fill: (sinks: Sinks) => Promise<void>): Promise<DataInfo> {
    this.#hooks.mustBeIdle();
    const { module, trainer } = this.#core;
    const [train, test] = [
      new HeldArrival(module, this.#pixels),
      new HeldArrival(module, this.#pixels),
    ];
    try {
      await fill({ train, test });
      this.#hooks.mustBeIdle();
      test.moveInto(trainer, 'test');
      this.#test = test;
      train.moveInto(trainer, 'train');
      this.#train = train;
      return this.info;
    } finally {
      train.dispose();
      test.dispose();
    }
  }

  /** The test images are taken when all of them are there, the training images as they come. */
  async #stream(
    fill: (sinks: Sinks) => Promise<void>,
    onPart: (info: DataInfo) => void,
  ): Promise<DataInfo> {
    const { module, trainer } = this.#core;
    const test = new HeldArrival(module, this.#pixels);
    const train = new OpenArrival(module, trainer, 'train');
    const opening: Sink = {
      expect: (images) => {
        train.expect(images);
        test.moveInto(trainer, 'test');
        [this.#train, this.#test, this.#open] = [train, test, true];
      },
      append: (images, labels) => train.append(images, labels),
    };
    try {
      await fill({ train: opening, test });
    } catch (error) {
      this.#drop();
      this.#hooks.stopTraining(error);
      onPart(this.info);
      throw error;
    } finally {
      this.#open = false;
      test.dispose();
    }
    return this.info;
  }

  #drop(): void {
    const { module, trainer } = this.#core;
    for (const part of [module.Part.train, module.Part.test]) check(module, trainer.drop(part));
    [this.#train, this.#test, this.#open] = [null, null, false];
  }

  /** One load after another. */
  async #next<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#loads += 1;
    const before = this.#last;
    const now = before.then(work, work);
    this.#last = now;
    try {
      return await now;
    } finally {
      this.#loads -= 1;
    }
  }

  get #pixels(): number {
    return this.#core.network.layers[0] ?? 0;
  }
}
