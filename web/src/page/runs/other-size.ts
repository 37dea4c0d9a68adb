// SPDX-License-Identifier: MIT
// Networks that read other images, or tell other classes, than the data that is loaded has.
import { type DataLook, withEnds } from '../model/data-look.ts';
import { findProblems } from '../model/problems.ts';
import type { Services } from '../model/services.ts';
import type { State } from '../model/state.ts';
import { OTHER_SIZE } from './texts.ts';

/** Whether images and classes are the same. */
export const sameLook = (one: DataLook, other: DataLook): boolean =>
  one.width === other.width &&
  one.height === other.height &&
  one.classes.length === other.classes.length &&
  one.classes.every((name, label) => name === other.classes[label]);

/** Of the state, while such a network is on the page. @param data what is loaded looks like */
export const otherSizeState = (look: DataLook, data: DataLook) =>
  ({ look, problems: { data: OTHER_SIZE(look, data) } }) as const;

/** Keeps said why such a network cannot be trained; once it goes, one that fits takes its place. */
export class OtherSize {
  readonly #services: Services;
  #there = false;

  constructor(services: Services) {
    this.#services = services;
    services.store.subscribe((state) => this.#follow(state));
  }

  #follow(state: State): void {
    const { current, problems, look, data } = state;
    const there = current?.otherSize === true;
    const left = this.#there && !there;
    this.#there = there;
    // A change of the settings checks them anew, and knows nothing of this.
    if (there && !problems.data) {
      const loaded = this.#loaded;
      if (!loaded) return;
      const { data: text } = otherSizeState(look, loaded).problems;
      this.#services.store.update({ problems: { ...problems, data: text } });
    }
    // Other data that is loaded makes a network that fits by itself.
    if (left && current === null && data.kind === 'ready') void this.#fit();
  }

  get #loaded(): DataLook | null {
    return this.#services.lookOf(this.#services.store.state.choice);
  }

  /** After Reset, or other settings of the network. */
  async #fit(): Promise<void> {
    await this.#services.exclusively('restore', async (trainer) => {
      const { store } = this.#services;
      const look = this.#loaded;
      if (!look) return;
      const { layers, output, positive, ...rest } = trainer.network;
      const network = {
        ...rest,
        output,
        positive: positive < look.classes.length ? positive : 0,
        layers: withEnds(layers, output, look),
      };
      await trainer.configure(network);
      store.update({ look, network, problems: findProblems(network, store.state.training, null) });
    });
  }
}
