// SPDX-License-Identifier: MIT
// What a trainer is given, checked and made its own.
import { checkDescent } from './check-settings.ts';
import { checkNames } from './checks.ts';
import { copied, frozen } from './frozen.ts';
import {
  DEFAULT_NETWORK,
  DEFAULT_TRAINING,
  type DescentSettings,
  type NetworkSettings,
} from './settings.ts';

/** The names of settings that train() and its kin take. */
export const TRAINING = Object.keys(DEFAULT_TRAINING);

/** What is not given is as in DEFAULT_TRAINING. */
export function descentOf(to: string, given: Partial<DescentSettings>): DescentSettings {
  checkNames(to, given, TRAINING);
  const descent = { ...DEFAULT_TRAINING, ...given };
  checkDescent(descent);
  return descent;
}

/** A network of the trainer's own: what was passed in may change, what is given out may not. */
export function ownNetwork(all: NetworkSettings): NetworkSettings {
  const names = Object.keys(DEFAULT_NETWORK) as (keyof NetworkSettings)[];
  const own = Object.fromEntries(names.map((name) => [name, copied(all[name])]));
  return frozen(own as unknown as NetworkSettings);
}
