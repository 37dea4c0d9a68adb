// SPDX-License-Identifier: MIT
import type { EngineSettings, NetworkSettings, TrainSettings } from '../../lib/settings.ts';
import type { DataChoice } from '../model/learned-from.ts';
import { type PresetChoice, presetSettings } from '../model/presets.ts';
import type { Services } from '../model/services.ts';
import type { LinkController } from './controller-link.ts';
import { follow, type Wishes } from './wishes.ts';

/** What a person could do too. Each settles when it is done. */
export interface Deeds {
  choosePreset(name: PresetChoice): Promise<void>;
  changeNetwork(change: Partial<NetworkSettings>): Promise<void>;
  changeTraining(change: Partial<TrainSettings>): void;
  changeEngine(change: Partial<EngineSettings>): Promise<void>;
  chooseData(choice: DataChoice): Promise<void>;
  setThreshold(threshold: number): void;
}

const NO_SETTINGS = { settings: '', preset: '', data: '', seed: '' };

/** Does what the page round the lab asks for by attributes, and says what it could not do. */
export class WishesController {
  readonly #services: Services;
  readonly #link: LinkController;
  readonly #deeds: Deeds;

  constructor(services: Services, link: LinkController, deeds: Deeds) {
    this.#services = services;
    this.#link = link;
    this.#deeds = deeds;
  }

  /**
   * Before there is a network: what is narrower counts for more.
   * @param linked whether the address holds settings, which then count alone
   */
  begin(wishes: Wishes, linked: boolean): void {
    const { store } = this.#services;
    const followed = follow(linked ? { ...wishes, ...NO_SETTINGS } : wishes);
    const { link, preset, data, seed, problem } = followed;
    if (link) this.#link.open(link);
    if (preset) store.update(presetSettings(preset, store.state.network, store.state.look));
    if (data) store.update({ choice: data });
    if (seed !== null) store.update({ network: { ...store.state.network, seed } });
    store.update({ lastEpoch: store.state.training.epochs });
    if (problem) this.#services.say(problem);
  }

  /** Later, as if a person had chosen it: a new network, and the one before it is kept. */
  async change(wishes: Wishes): Promise<void> {
    const { state } = this.#services.store;
    const { link, preset, data, seed, problem } = follow(wishes);
    if (link) {
      const { network, training, math, threshold, data: choice } = link.settings;
      this.#deeds.setThreshold(threshold);
      this.#deeds.changeTraining(training);
      await this.#deeds.changeNetwork(network);
      if (math !== state.engine.math) await this.#deeds.changeEngine({ math });
      if (choice !== state.choice) await this.#deeds.chooseData(choice);
      this.#link.settle(link);
    }
    if (preset) await this.#deeds.choosePreset(preset);
    if (seed !== null) await this.#deeds.changeNetwork({ seed });
    if (data && data !== this.#services.store.state.choice) await this.#deeds.chooseData(data);
    if (problem) this.#services.say(problem);
  }
}
