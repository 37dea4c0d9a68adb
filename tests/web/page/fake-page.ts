// SPDX-License-Identifier: MIT
// The page without its elements: the controllers as the lab wires them, on fake trainers.
import { afterEach, vi } from 'vitest';
import type { IdxFiles } from '../../../web/src/lib/idx-files.ts';
import type { NamedStream } from '../../../web/src/lib/idx-source.ts';
import type { Library } from '../../../web/src/page/model/services.ts';
import type { DataImage, State } from '../../../web/src/page/model/state.ts';
import { Controller } from '../../../web/src/page/shell/controller.ts';
import { DrawingsController } from '../../../web/src/page/drawings/controller-drawings.ts';
import { RunsController } from '../../../web/src/page/runs/controller-runs.ts';
// What the page loads when it is needed is here at once, so that no test waits for files.
import '../../../web/src/lib/curves.ts';
import { FakeTrainer } from './fake-trainer.ts';

/** Four files that nobody reads. */
const FILES = {} as IdxFiles<NamedStream>;

export const A_STROKE = [
  { x: 10, y: 10 },
  { x: 50, y: 90 },
];

export const AN_IMAGE: DataImage = {
  part: 'test',
  number: 4,
  label: 7,
  image: new Uint8Array(784),
};

interface Asked {
  /** Only generated digits, as on a site without MNIST; else its files. */
  readonly mnist?: boolean;
  readonly address?: boolean;
  /** For each trainer that is made, before anything is asked of it. */
  readonly prepare?: (trainer: FakeTrainer, number: number) => void;
  /** Called before a trainer is made: waits, or throws. */
  readonly create?: () => Promise<void>;
}

/** Lets all that has been answered take its effect: more turns of the loop than any chain has. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 30; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

export class FakePage {
  readonly trainers: FakeTrainer[] = [];
  readonly lab: Controller;
  /** The signals of the downloads that were begun. */
  readonly downloads: AbortSignal[] = [];

  constructor({ mnist = false, address = false, prepare, create }: Asked) {
    const library: Library = {
      createTrainer: async (settings) => {
        await create?.();
        const trainer = new FakeTrainer(settings);
        this.trainers.push(trainer);
        prepare?.(trainer, this.trainers.length);
        return trainer;
      },
      openDataSet: (_site, options) => {
        if (options?.signal) this.downloads.push(options.signal);
        return Promise.resolve(mnist ? FILES : null);
      },
    };
    this.lab = new Controller(new URL('http://site.test/'), { address, library });
  }

  /** The latest. */
  get trainer(): FakeTrainer {
    const trainer = this.trainers.at(-1);
    if (!trainer) throw new Error('no trainer was made');
    return trainer;
  }

  get state(): State {
    return this.lab.store.state;
  }

  /** What the page says last. */
  get notice(): string {
    return this.state.notice?.text ?? '';
  }

  async runs(): Promise<RunsController> {
    const runs = await this.lab.services.runs();
    if (runs instanceof RunsController) return runs;
    throw new Error('another keeper of runs');
  }

  async drawings(): Promise<DrawingsController> {
    const drawings = await this.lab.services.drawings();
    if (drawings instanceof DrawingsController) return drawings;
    throw new Error('another keeper of drawings');
  }

  /** Trains to the end. */
  async train(epochs = 1): Promise<void> {
    this.lab.train();
    await settled();
    for (let epoch = 0; epoch < epochs; epoch += 1) this.trainer.epoch();
    this.trainer.finish();
    await settled();
  }

  /** Begins to train, and is within the first epoch. */
  async begin(): Promise<void> {
    this.lab.train();
    await settled();
    this.trainer.progress();
  }
}

// For good: a page that is gone may still have a timer.
globalThis.requestAnimationFrame = (draw) => Number(setImmediate(draw, 0));

const pages: FakePage[] = [];

/** A page with a trainer and data, unless something is held. */
export async function openPage(asked: Asked = {}): Promise<FakePage> {
  const page = new FakePage(asked);
  pages.push(page);
  page.lab.start(null);
  await settled();
  return page;
}

afterEach(() => {
  for (const { lab } of pages.splice(0)) lab.dispose();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** All that the state has been, newest last: what was shown, and be it for a moment. */
export function watch<Part>(page: FakePage, part: (state: State) => Part): Part[] {
  const seen: Part[] = [part(page.state)];
  page.lab.store.subscribe((state) => {
    const now = part(state);
    if (now !== seen.at(-1)) seen.push(now);
  });
  return seen;
}
