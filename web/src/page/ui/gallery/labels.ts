// SPDX-License-Identifier: MIT
import type { PageTrainer } from '../../model/services.ts';
import type { DataImage } from '../../model/state.ts';

/** Labels come with their images: so many at once, of which only the labels are kept. */
const BLOCK = 1000;

/** The labels of a part of the data, fetched in blocks and no further than they are needed. */
export class Labels {
  readonly #trainer: PageTrainer;
  readonly #part: DataImage['part'];
  readonly #blocks: Uint8Array[] = [];
  /** The numbers of the images with each label. */
  readonly #numbers = new Map<number, number[]>();
  #known = 0;

  constructor(trainer: PageTrainer, part: DataImage['part']) {
    this.#trainer = trainer;
    this.#part = part;
  }

  /** Those of the first `examples` images. */
  async all(examples: number): Promise<Uint8Array> {
    while (this.#known < examples) await this.#fetch(examples);
    const labels = new Uint8Array(this.#known);
    let first = 0;
    for (const block of this.#blocks) {
      labels.set(block, first);
      first += block.length;
    }
    return labels.subarray(0, examples);
  }

  /**
   * The numbers of images with a label: `count` of them after the first `skip`.
   * @param examples how many images there are
   * @param goOn called with the share of the labels that is known; false: nobody waits any more
   */
  async numbersOf(
    label: number,
    { skip, count, examples }: { skip: number; count: number; examples: number },
    goOn: (fraction: number) => boolean,
  ): Promise<number[]> {
    while (this.#known < examples && (this.#numbers.get(label)?.length ?? 0) < skip + count) {
      if (!goOn(this.#known / examples)) return [];
      await this.#fetch(examples);
    }
    return this.#numbers.get(label)?.slice(skip, skip + count) ?? [];
  }

  async #fetch(examples: number): Promise<void> {
    const first = this.#known;
    const count = Math.min(BLOCK, examples - first);
    const { labels } = await this.#trainer.images(this.#part, first, count);
    if (this.#known !== first) return; // someone else was quicker
    this.#blocks.push(labels);
    this.#known += labels.length;
    labels.forEach((label, i) => {
      const numbers = this.#numbers.get(label);
      if (numbers) numbers.push(first + i);
      else this.#numbers.set(label, [first + i]);
    });
  }
}
