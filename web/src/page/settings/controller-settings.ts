// SPDX-License-Identifier: MIT
import type { NetworkSettings, TrainSettings } from '../../lib/settings.ts';
import { differing, isLive, pick } from '../model/changes.ts';
import type { Services, Training } from '../model/services.ts';
import { isTrained, usable } from '../model/selectors.ts';
import { type PresetChoice, presetSettings, type Settings } from '../model/presets.ts';
import { findProblems } from '../model/problems.ts';

/** Keys of what is wrong that keep a network from being made; of layers by the beginning. */
const OF_NETWORK = ['seed', 'initialScale', 'layers'];

/** The settings, and what is wrong with them. */
export class SettingsController {
  readonly #services: Services;
  readonly #train: Training;

  constructor(services: Services, train: Training) {
    this.#services = services;
    this.#train = train;
    // How large a batch may be depends on the data.
    let { data } = services.store.state;
    services.store.subscribe((state) => {
      if (state.data === data) return;
      data = state.data;
      if (usable(data)) this.#show(state);
    });
  }

  changeTraining(change: Partial<TrainSettings>): void {
    const { network, training } = this.#services.store.state;
    const next = { ...training, ...change };
    const problems = this.#show({ network, training: next });
    const names = differing(training, next);
    // What can change between two batches does so at once; the rest waits for the next Train.
    if (isLive(names) && names.every((name) => problems[name] === undefined)) {
      void this.#train.change(pick(next, names));
    }
  }

  /** A new network as soon as the settings are right. */
  async changeNetwork(change: Partial<NetworkSettings>): Promise<void> {
    const { network, training } = this.#services.store.state;
    await this.#renew({ network: { ...network, ...change }, training });
  }

  /** The network and the training at once. */
  async choosePreset(name: PresetChoice): Promise<void> {
    const { network, look } = this.#services.store.state;
    await this.#renew(presetSettings(name, network, look));
  }

  async #renew(settings: Settings): Promise<void> {
    const problems = Object.keys(this.#show(settings));
    const wrong = problems.some((key) => OF_NETWORK.some((start) => key.startsWith(start)));
    if (!wrong) await this.#train.replaceNetwork(settings.network);
  }

  #show({ network, training }: Settings) {
    const { store } = this.#services;
    const { data } = store.state;
    const images = usable(data)?.train?.expected ?? null;
    const problems = findProblems(network, training, images);
    store.update({ network, training, problems });
    if (!isTrained(store.state)) store.update({ lastEpoch: training.epochs });
    return problems;
  }
}
