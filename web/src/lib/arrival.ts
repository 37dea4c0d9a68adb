// SPDX-License-Identifier: MIT
// A part of the data on its way into the core.
import type { Sink } from './load-idx.ts';
import { check, type CoreTrainer, type MainModule } from './module.ts';
import type { LoadedPart, PartInfo } from './results.ts';
import type { Status } from './wasm/mlp.mjs';

/** Counts labels. */
class Count {
  readonly #perLabel = new Array<number>(256).fill(0);
  examples = 0;

  add(labels: Uint8Array): this {
    for (const label of labels) this.#perLabel[label] = (this.#perLabel[label] ?? 0) + 1;
    this.examples += labels.length;
    return this;
  }

  /** Up to the largest label that occurs. */
  get perLabel(): number[] {
    return this.#perLabel.slice(0, 1 + this.#perLabel.findLastIndex((count) => count > 0));
  }
}

/** Images that came all at once. */
export function infoOf(labels: Uint8Array): PartInfo {
  const { examples, perLabel } = new Count().add(labels);
  return { examples, expected: examples, perLabel };
}

/** Hands on what comes, and counts it. */
abstract class Arrival implements Sink {
  protected readonly module: MainModule;
  readonly #count = new Count();
  #expected = 0;

  constructor(module: MainModule) {
    this.module = module;
  }

  expect(images: number): void {
    check(this.module, this.makeRoom(images));
    this.#expected = images;
  }

  append(images: Uint8Array, labels: Uint8Array): void {
    check(this.module, this.take(images, labels));
    this.#count.add(labels);
  }

  get info(): PartInfo {
    const { examples, perLabel } = this.#count;
    return { examples, expected: this.#expected, perLabel };
  }

  protected abstract makeRoom(images: number): Status;
  protected abstract take(images: Uint8Array, labels: Uint8Array): Status;
}

/** Takes the place of what was there at once, and is trained on while it comes. */
export class OpenArrival extends Arrival {
  readonly #trainer: CoreTrainer;
  readonly #part: MainModule['Part'][LoadedPart];

  constructor(module: MainModule, trainer: CoreTrainer, part: LoadedPart) {
    super(module);
    this.#trainer = trainer;
    this.#part = module.Part[part];
  }

  protected override makeRoom(images: number): Status {
    return this.#trainer.expect(this.#part, images);
  }

  protected override take(images: Uint8Array, labels: Uint8Array): Status {
    return this.#trainer.append(this.#part, images, labels);
  }
}

/** Is put together beside what is there, and takes its place when it is whole. Dispose of it. */
export class HeldArrival extends Arrival {
  readonly #data;
  readonly #pixels: number;

  constructor(module: MainModule, pixels: number) {
    super(module);
    this.#data = new module.DataSet();
    this.#pixels = pixels;
  }

  protected override makeRoom(images: number): Status {
    return this.#data.expect(images, this.#pixels);
  }

  protected override take(images: Uint8Array, labels: Uint8Array): Status {
    return this.#data.append(images, labels);
  }

  /** Hands all of it over. */
  moveInto(trainer: CoreTrainer, part: LoadedPart): void {
    check(this.module, trainer.take(this.module.Part[part], this.#data));
  }

  dispose(): void {
    this.#data.delete();
  }
}
