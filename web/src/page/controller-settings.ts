// SPDX-License-Identifier: MIT
import type { PresetName } from '../lib/presets.ts';
import type { NetworkSettings, TrainSettings } from '../lib/settings.ts';
import type { Context } from './context.ts';
import { usable } from './store.ts';
import { presetSettings, type Settings } from './presets.ts';
import { findProblems } from './problems.ts';

/** Keys of what is wrong that keep a network from being made; of layers by the beginning. */
const OF_NETWORK = ['seed', 'initialScale', 'layers'];

/** The settings, and what is wrong with them. */
export class SettingsController {
  readonly #context: Context;
  /** Ends the run and makes this network. */
  readonly #replace: (network: NetworkSettings) => Promise<void>;

  constructor(context: Context, replace: (network: NetworkSettings) => Promise<void>) {
    this.#context = context;
    this.#replace = replace;
    // How large a batch may be depends on the data.
    let { data } = context.store.state;
    context.store.subscribe((state) => {
      if (state.data === data) return;
      data = state.data;
      if (usable(data)) this.#show(state);
    });
  }

  changeTraining(change: Partial<TrainSettings>): void {
    const { network, training } = this.#context.store.state;
    this.#show({ network, training: { ...training, ...change } });
  }

  /** A new network as soon as the settings are right. */
  async changeNetwork(change: Partial<NetworkSettings>): Promise<void> {
    const { network, training } = this.#context.store.state;
    await this.#renew({ network: { ...network, ...change }, training });
  }

  /** The network and the training at once. */
  async choosePreset(name: PresetName): Promise<void> {
    await this.#renew(presetSettings(name, this.#context.store.state.network));
  }

  async #renew(settings: Settings): Promise<void> {
    const problems = Object.keys(this.#show(settings));
    const wrong = problems.some((key) => OF_NETWORK.some((start) => key.startsWith(start)));
    if (!wrong) await this.#replace(settings.network);
  }

  #show({ network, training }: Settings) {
    const { store } = this.#context;
    const { data, epochs, progress, step } = store.state;
    const images = usable(data)?.train?.expected ?? null;
    const problems = findProblems(network, training, images);
    store.update({ network, training, problems });
    const trained = epochs.length > 0 || progress !== null || step !== null;
    if (!trained) store.update({ lastEpoch: training.epochs });
    return problems;
  }
}
