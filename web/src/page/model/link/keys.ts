// SPDX-License-Identifier: MIT
// What a link holds, under which keys, and what is meant by what is not in it.
import { NETWORK } from '../../../lib/setting-table/network.ts';
import type { Row, SettingsOf } from '../../../lib/setting-table/row.ts';
import { TRAINING } from '../../../lib/setting-table/training.ts';
import type { EngineSettings, NetworkSettings, TrainSettings } from '../../../lib/settings.ts';
import type { DataChoice } from '../learned-from.ts';

/** Threads are not in it: they change no bit. */
export interface LinkSettings {
  readonly network: NetworkSettings;
  readonly training: TrainSettings;
  readonly data: DataChoice;
  readonly math: EngineSettings['math'];
  /** Of the yes/no question: from which probability on the answer is yes. */
  readonly threshold: number;
}

/** The version that is written. */
export const LINK_VERSION = 1;

type Table = Readonly<Record<string, Row<unknown>>>;

const column = <Name extends 'key' | 'unwritten'>(table: Table, name: Name) =>
  Object.fromEntries(Object.entries(table).map(([setting, row]) => [setting, row[name]]));

const unwritten = <T extends Table>(table: T): SettingsOf<T> =>
  column(table, 'unwritten') as SettingsOf<T>;

/**
 * What is not written in a link of version 1 means this, whatever the library's defaults have become
 * since: never to be changed. A setting that is added later gets the value here that computes what
 * was computed before there was that setting.
 */
export const LINK_DEFAULTS: LinkSettings = {
  network: unwritten(NETWORK),
  training: unwritten(TRAINING),
  data: 'mnist',
  math: 'reproducible',
  threshold: 0.5,
};

export const NETWORK_KEYS = column(NETWORK, 'key') as Record<keyof NetworkSettings, string>;
export const TRAINING_KEYS = column(TRAINING, 'key') as Record<keyof TrainSettings, string>;

/** Always written, in this order, since these are the settings that people speak of. */
export const ALWAYS: readonly string[] = ['data', 'layers', 'rate', 'batch', 'epochs', 'seed'];
