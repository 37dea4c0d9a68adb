// SPDX-License-Identifier: MIT
import { messageOf, ScratchpadError } from '../../../lib/errors.ts';
import type { AugmentationSettings } from '../../../lib/settings.ts';
import type { PageTrainer, Services } from '../../model/services.ts';
import type { State } from '../../model/state.ts';
import { usable } from '../../model/selectors.ts';
import {
  ALONE,
  isRight,
  kindsOn,
  NO_PREVIEW,
  pickAugmentation,
  type Preview,
  split,
  TOGETHER,
} from './preview-state.ts';
import { Store } from '../../model/store.ts';

/** Has the variants of an image made as the settings change; the latest settings win. */
export class AugmentationController {
  readonly #services: Services;
  readonly #unsubscribe: () => void;
  /** What it shows. */
  readonly shown = new Store<Preview>(NO_PREVIEW);
  #active = false;
  #seed = 1;
  /** What the preview is of, or is being made of. */
  #shown: unknown[] = [];
  #busy = false;
  #stale = false;

  constructor(services: Services) {
    this.#services = services;
    this.#unsubscribe = services.store.subscribe((state) => this.#follow(state));
  }

  dispose(): void {
    this.#unsubscribe();
    this.#active = false;
  }

  /** Nothing is made while it is not shown. */
  set active(active: boolean) {
    if (active === this.#active) return;
    this.#active = active;
    this.#follow(this.#services.store.state);
  }

  /** Another image of the training data, so many numbers further. */
  move(by: number): void {
    const images = usable(this.#services.store.state.data)?.train?.examples ?? 1;
    const number = (this.shown.state.number + by + images) % images;
    this.#show({ number, original: null });
    this.#follow(this.#services.store.state);
  }

  /** Other variants by the same settings. */
  again(): void {
    this.#seed += 1;
    this.#follow(this.#services.store.state);
  }

  #show(change: Partial<Preview>): void {
    this.shown.update(change);
  }

  #follow({ training, data, look }: State): void {
    const info = usable(data)?.train;
    if (!this.#active || !info || !isRight(training)) return;
    if (this.shown.state.number >= info.examples) this.#show({ number: 0, original: null });
    const settings = JSON.stringify(pickAugmentation(training));
    const { number } = this.shown.state;
    const wanted = [settings, number, this.#seed, look, this.#services.trainer];
    if (wanted.every((value, i) => value === this.#shown[i])) return;
    this.#shown = wanted;
    this.#stale = true;
    if (!this.#busy) void this.#make();
  }

  async #make(): Promise<void> {
    this.#busy = true;
    while (this.#stale && this.#active) {
      this.#stale = false;
      const { trainer, store } = this.#services;
      if (!trainer) break;
      try {
        const settings = pickAugmentation(store.state.training);
        this.#show({ ...(await this.#variants(trainer, settings)), problem: '' });
      } catch (error) {
        this.#shown = [];
        if (error instanceof ScratchpadError && error.code === 'disposed') break;
        this.#show({ problem: messageOf(error) });
      }
    }
    this.#busy = false;
  }

  async #variants(trainer: PageTrainer, settings: AugmentationSettings): Promise<Partial<Preview>> {
    const seed = this.#seed;
    const { images } = await trainer.images('train', this.shown.state.number);
    const make = async (of: AugmentationSettings, count: number): Promise<Uint8Array[]> =>
      split(await trainer.augment({ images, settings: of, seed, count }), count);
    const kinds = kindsOn(settings);
    const alone = kinds.map(
      async (kind) => [kind, await make(pickAugmentation(settings, [kind]), ALONE)] as const,
    );
    const together = kinds.length > 0 ? await make(settings, TOGETHER) : [];
    return { original: images, alone: Object.fromEntries(await Promise.all(alone)), together };
  }
}
