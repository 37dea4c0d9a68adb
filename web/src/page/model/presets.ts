// SPDX-License-Identifier: MIT
// The library's presets as the page uses them. The seed and the digit that means yes are the
// person's own: no preset is left by changing them.
import { type DataLook, DIGITS_LOOK, withEnds } from './data-look.ts';
import { type Preset, PRESETS, type PresetName } from '../../lib/presets.ts';
import { DEFAULT_NETWORK, DEFAULT_TRAINING } from '../../lib/settings.ts';
import type { NetworkSettings, TrainSettings } from '../../lib/settings.ts';

/** The library's presets, and its defaults, which a link without settings means. */
export const CHOSEN_FROM: Readonly<Record<PresetChoice, Preset>> = {
  defaults: { network: {}, training: {} },
  ...PRESETS,
};

export type PresetChoice = PresetName | 'defaults';

export interface Settings {
  readonly network: NetworkSettings;
  readonly training: TrainSettings;
}

/** The preset's settings, for the data that is loaded; what it leaves out is the default. */
export function presetSettings(
  name: PresetChoice,
  { seed, positive }: NetworkSettings,
  look: DataLook,
): Settings {
  const { network, training } = CHOSEN_FROM[name];
  const all = { ...DEFAULT_NETWORK, positive, ...network, seed };
  return {
    network: { ...all, layers: withEnds(all.layers, all.output, look) },
    training: {
      ...DEFAULT_TRAINING,
      ...training,
      // Only the page's own data is known to be of digits.
      ...(look === DIGITS_LOOK ? {} : { otherHands: 0 }),
    },
  };
}

/** The preset that these are the settings of; null when something was changed. */
export function presetOf({
  network,
  training,
  look,
}: Settings & { readonly look: DataLook }): PresetChoice | null {
  const names = Object.keys(CHOSEN_FROM) as PresetChoice[];
  const found = names.find((name) => {
    const preset = presetSettings(name, network, look);
    return (
      same(preset.network, { ...network, positive: preset.network.positive }) &&
      same(preset.training, training)
    );
  });
  return found ?? null;
}

function same<T extends object>(one: T, other: T): boolean {
  return (Object.keys(one) as (keyof T)[]).every((key) => {
    const [a, b] = [one[key], other[key]];
    return Array.isArray(a) && Array.isArray(b) ? a.join() === b.join() : a === b;
  });
}
