// SPDX-License-Identifier: MIT
// All settings as the query of an address, such as
// ?v=1&data=mnist&layers=784-128-64-10&rate=0.2&batch=128&epochs=10&seed=1&optimizer=adam
// Beside the main ones, those are written that are not the defaults of the link's version.
import { checkEngine, checkNetwork, checkTraining } from '../../../lib/check-settings.ts';
import { checkInteger, checkOneOf } from '../../../lib/checks.ts';
import { ScratchpadError } from '../../../lib/errors.ts';
import type { NetworkSettings, TrainSettings } from '../../../lib/settings.ts';
import { plain } from '../problems.ts';
import type { DataChoice } from '../learned-from.ts';
import { LINK } from './texts.ts';
import {
  ALWAYS,
  LINK_DEFAULTS,
  LINK_VERSION,
  type LinkSettings,
  NETWORK_KEYS,
  TRAINING_KEYS,
} from './keys.ts';

/** Something in a link that could not be followed. */
export interface LinkProblem {
  /** The key, as it stands in the address. */
  readonly field: string;
  readonly text: string;
}

export interface OpenedLink {
  readonly settings: LinkSettings;
  /** Train once all data has arrived. */
  readonly train: boolean;
  /** Whether it speaks of training at all. */
  readonly wants: boolean;
  readonly problems: readonly LinkProblem[];
}

type Value = number | string | readonly number[];
type Note = (field: string, text: string) => void;

const NETWORK = Object.entries(NETWORK_KEYS) as [keyof NetworkSettings, string][];
const TRAINING = Object.entries(TRAINING_KEYS) as [keyof TrainSettings, string][];

/** The settings by their keys. */
function flat({ network, training, data, math, threshold }: LinkSettings): Map<string, Value> {
  return new Map<string, Value>([
    ['data', data],
    ...NETWORK.map(([name, key]): [string, Value] => [key, network[name]]),
    ...TRAINING.map(([name, key]): [string, Value] => [key, training[name]]),
    ['math', math],
    ['threshold', threshold],
  ]);
}

const OTHERS: [string, string][] = ['data', 'math', 'threshold'].map((key) => [key, key]);
const KEY_OF: Readonly<Record<string, string>> = Object.fromEntries([...NETWORK, ...TRAINING]);

/** Of the file of a network that is to be opened; it is no setting. */
const MODEL_KEY = 'model';

/** The page's images, and the answers to its two questions. */
const PIXELS = 784;
const OUTPUTS = { softmax: 10, sigmoid: 1 };

const USUAL = flat(LINK_DEFAULTS);
const KEYS = ['v', 'train', MODEL_KEY, ...USUAL.keys()];

/** The file of a network that a link asks for; null: none. */
export const modelIn = (query: string): string | null => new URLSearchParams(query).get(MODEL_KEY);

/** The query of these settings, without its question mark. They must be valid. */
export function encodeLink(settings: LinkSettings, train = false): string {
  const values = flat(settings);
  const others = [...values.keys()].filter(
    (key) => !ALWAYS.includes(key) && write(values.get(key)) !== write(USUAL.get(key)),
  );
  const fields = [...ALWAYS, ...others].map((key) => `${key}=${write(values.get(key))}`);
  return [`v=${LINK_VERSION}`, ...fields, ...(train ? ['train'] : [])].join('&');
}

/** 1e+21 without its +, which would be read as a space. */
function write(value: Value | undefined): string {
  return typeof value === 'object' ? value.join('-') : String(value).replace('+', '');
}

/** A text that is no number is left for the checks to name. */
function read(text: string, usual: Value): Value {
  if (typeof usual === 'object') return text.split('-').map(toNumber);
  const value = toNumber(text);
  return Number.isNaN(value) ? text.slice(0, 40) || LINK.nothing : value;
}

function toNumber(text: string): number {
  return /^-?(\d+\.?\d*|\.\d+)(e-?\d+)?$/i.test(text) ? Number(text) : NaN;
}

/** @returns null where the query is none of ours */
export function decodeLink(query: string): OpenedLink | null {
  const fields = new URLSearchParams(query);
  if (!KEYS.some((key) => key !== MODEL_KEY && fields.has(key))) return null;
  const problems: LinkProblem[] = [];
  const note: Note = (field, text) => problems.push({ field, text });
  noteVersion(fields.get('v'), note);
  for (const key of new Set(fields.keys())) {
    if (!KEYS.includes(key)) note(key.slice(0, 40), LINK.unknown);
    else if (fields.getAll(key).length > 1) note(key, LINK.twice);
  }
  const values = new Map(
    [...USUAL].map(([key, usual]) => {
      const text = fields.get(key);
      return [key, text === null ? usual : read(text.trim(), usual)];
    }),
  );
  if (values.get('data') === 'own') noteOwn(values, note);
  const settings = rightSettings(values, note);
  const train = fields.get('train') ?? '0';
  if (!['', '0', '1'].includes(train)) note('train', LINK.badTrain);
  // Other weights than those of the link must not look as if they were those.
  const wants = fields.has('train');
  return { settings, train: ['', '1'].includes(train) && problems.length === 0, wants, problems };
}

/** Own data is in no link: the page's own stands in for it, with layers for that. */
function noteOwn(values: Map<string, Value>, note: Note): void {
  note('data', LINK.own);
  values.set('data', USUAL.get('data') ?? '');
  const [layers, output] = [values.get('layers'), values.get('output')];
  if (typeof layers !== 'object' || layers.length < 2) return;
  const outputs = output === 'sigmoid' ? OUTPUTS.sigmoid : OUTPUTS.softmax;
  values.set('layers', [PIXELS, ...layers.slice(1, -1), outputs]);
}

function noteVersion(version: string | null, note: Note): void {
  if (version === null) note('v', LINK.noVersion);
  else if (!/^[1-9]\d*$/.test(version)) note('v', LINK.badVersion);
  else if (Number(version) > LINK_VERSION) note('v', LINK.newer);
}

/** The settings, with the default in the place of each that is wrong. */
function rightSettings(values: ReadonlyMap<string, Value>, note: Note): LinkSettings {
  let settings = unflat(values);
  for (let tries = 0; tries < values.size; tries += 1) {
    try {
      check(settings);
      return settings;
    } catch (error) {
      if (!(error instanceof ScratchpadError) || error.setting === undefined) throw error;
      const key = KEY_OF[error.setting] ?? error.setting;
      const usual = key === 'layers' ? usualLayers(settings) : USUAL.get(key);
      if (usual === undefined) throw error;
      note(key, LINK.wrong(plain(error.message), write(usual)));
      settings = unflat(flat(settings).set(key, usual));
    }
  }
  return LINK_DEFAULTS;
}

function unflat(values: ReadonlyMap<string, Value>): LinkSettings {
  const pick = (names: [string, string][]) =>
    Object.fromEntries(names.map(([name, key]) => [name, values.get(key)]));
  return {
    network: pick(NETWORK),
    training: pick(TRAINING),
    ...pick(OTHERS),
  } as unknown as LinkSettings;
}

/** Throws for the first setting that is wrong: what the library allows, and what the page can show. */
function check({ network, training, data, math, threshold }: LinkSettings): void {
  checkOneOf('data', data, ['mnist', 'generated'] satisfies DataChoice[]);
  checkEngine({ threads: 1, math });
  checkNetwork(network);
  checkTraining(training);
  const { layers, output, positive } = network;
  if (layers[0] !== PIXELS || layers.at(-1) !== OUTPUTS[output]) {
    throw new ScratchpadError('badSetting', LINK.layers(PIXELS, OUTPUTS[output]), 'layers');
  }
  checkInteger('positive', positive, 0, 9);
  if (!(threshold >= 0 && threshold <= 1)) {
    throw new ScratchpadError('badSetting', LINK.threshold, 'threshold');
  }
}

function usualLayers({ network }: LinkSettings): readonly number[] {
  return LINK_DEFAULTS.network.layers.with(-1, OUTPUTS[network.output]);
}
