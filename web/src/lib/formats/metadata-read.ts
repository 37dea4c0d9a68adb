// SPDX-License-Identifier: MIT
// The table of texts that metadata.ts writes, read again. What an older file does not say is as it is
// by default; what a later one says is not guessed at.
import { checkNetwork, checkTraining } from '../check-settings.ts';
import { checkNames } from '../checks.ts';
import {
  DEFAULT_NETWORK,
  DEFAULT_TRAINING,
  type NetworkSettings,
  type TrainSettings,
} from '../settings.ts';
import type { RunPlace, Snapshot } from '../snapshot.ts';
import { checkNotes } from './check-notes.ts';
import { entriesOf, parseJson } from './json-text.ts';
import { FORMAT_VERSION, NO_PLACE, OWN_PIXELS, PLAIN, VERSION_KEY } from './metadata.ts';
import { type ModelNotes, NO_NOTES, type PixelScale } from './model.ts';
import { badFile, checked, type Source } from './source.ts';

type Name = Pick<Source, 'name'>;
type Fields = Readonly<Record<string, unknown>>;

/** All that the texts say. */
export interface Said {
  readonly network: NetworkSettings;
  readonly notes: ModelNotes;
  readonly pixels: PixelScale;
  readonly epochs: number;
  readonly updates: number;
  /** undefined: not said. */
  readonly sha256: string | undefined;
  readonly optimizer: Pick<Snapshot['optimizer'], 'method' | 'steps'>;
  readonly place: Omit<Snapshot['place'], 'sums'>;
  readonly lastGood: Omit<Snapshot['lastGood'], 'layers'>;
  readonly mean: Omit<NonNullable<Snapshot['mean']>, 'layers'> | undefined;
  /** Without the weights of `best`. */
  readonly run: RunPlace | undefined;
}

/** What is said of each of these, parsed; of what is not said, nothing. */
function parsed(source: Name, texts: ReadonlyMap<string, string>, keys: readonly string[]): Fields {
  const entries = keys.flatMap((key): [string, unknown][] => {
    const text = texts.get(key);
    if (text === undefined) return [];
    return [[key, PLAIN.includes(key) ? text : parseJson(source, `metadata.${key}`, text)]];
  });
  return Object.fromEntries(entries);
}

/** @throws ScratchpadError 'badData' unless the texts are of a version that can be read here */
export function checkVersion(source: Name, texts: ReadonlyMap<string, string>): void {
  const version = texts.get(VERSION_KEY);
  if (version === String(FORMAT_VERSION)) return;
  badFile(
    source,
    `its version is ${String(version).slice(0, 40)}, and only version ${FORMAT_VERSION} can be read ` +
      'here. A later MLP Scratchpad wrote it: use that one, or reload the page to get it.',
  );
}

function networkOf(source: Name, texts: ReadonlyMap<string, string>): NetworkSettings {
  const said = parsed(source, texts, Object.keys(DEFAULT_NETWORK));
  if (said.layers === undefined) badFile(source, 'metadata.layers is missing. It is damaged.');
  const network = { ...DEFAULT_NETWORK, ...said };
  checked(source, 'its network is none', () => checkNetwork(network));
  return network;
}

/** n_0 ... n_L, as the texts have them. */
export function sizesOf(source: Name, texts: ReadonlyMap<string, string>): readonly number[] {
  checkVersion(source, texts);
  return networkOf(source, texts).layers;
}

/** Settings of training, whole again where an older version knew fewer. */
function trainingOf(source: Name, what: string, value: unknown): TrainSettings {
  const said = Object.fromEntries(entriesOf(value) ?? []);
  const all = { ...DEFAULT_TRAINING, ...said };
  checked(source, `metadata.${what}`, () => {
    checkNames('a network file', said, Object.keys(DEFAULT_TRAINING));
    checkTraining(all);
  });
  return all;
}

function notesOf(
  source: Name,
  texts: ReadonlyMap<string, string>,
  network: NetworkSettings,
): ModelNotes {
  const said = parsed(source, texts, Object.keys(NO_NOTES));
  const { training } = said;
  const notes = {
    ...NO_NOTES,
    ...said,
    ...(training !== undefined && { training: trainingOf(source, 'training', training) }),
  };
  checked(source, 'metadata', () => checkNotes(notes, network));
  return notes;
}

function pixelsOf(source: Name, value: unknown): PixelScale {
  const { scale, offset } = { ...OWN_PIXELS, ...Object.fromEntries(entriesOf(value) ?? []) };
  if (!Number.isFinite(scale) || !Number.isFinite(offset)) {
    badFile(source, 'metadata.pixels must have two numbers, scale and offset.');
  }
  return { scale, offset };
}

/** As it is said; checkSnapshot() looks at the whole. */
function runOf(source: Name, value: unknown): RunPlace | undefined {
  const run = entriesOf(value);
  if (!run) return undefined;
  const { settings, ...rest } = Object.fromEntries(run) as unknown as RunPlace;
  return { ...rest, settings: trainingOf(source, 'run.settings', settings) };
}

const COUNTS = {
  ...{ epochs: 0, updates: 0, optimizer: { method: 'sgd', steps: 0 }, place: NO_PLACE },
  ...{ sha256: undefined, lastGood: undefined, mean: undefined, run: undefined, pixels: undefined },
};

/** @throws ScratchpadError 'badData' that names the text and says what is wrong with it */
export function readMetadata(source: Name, texts: ReadonlyMap<string, string>): Said {
  checkVersion(source, texts);
  const network = networkOf(source, texts);
  const said = { ...COUNTS, ...parsed(source, texts, Object.keys(COUNTS)) };
  const { epochs, updates } = said;
  const { lastGood = { epochs, updates } } = said;
  // Their fields are checked with the snapshot that they become part of.
  return {
    ...(said as unknown as Omit<Said, 'network' | 'notes' | 'pixels' | 'lastGood' | 'run'>),
    lastGood,
    network,
    notes: notesOf(source, texts, network),
    pixels: pixelsOf(source, said.pixels),
    run: runOf(source, said.run),
  };
}
