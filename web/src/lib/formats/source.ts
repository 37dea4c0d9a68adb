// SPDX-License-Identifier: MIT
// A file that is to be opened, and what to say when it is not what it should be.
import { badData, messageOf, ScratchpadError } from '../errors.ts';
import type { LayerNumbers } from '../snapshot.ts';
import type { NetworkSettings } from '../settings.ts';
import type { OpenedModel, OpenOptions, PixelScale } from './model.ts';

export interface Source {
  /** For messages: 'digits.onnx', or 'model file' where it has no name. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a reader found in a file, in the layout of snapshots. */
export interface Found {
  /** n_0 ... n_L */
  readonly sizes: readonly number[];
  readonly layers: readonly LayerNumbers[];
  /** What was said by us, as metadata.ts has it; absent: a file of another program. */
  readonly metadata?: ReadonlyMap<string, string>;
  /** Lists of layers beside the weights, by their prefix: 'memory.first.'. */
  readonly memory?: ReadonlyMap<string, readonly LayerNumbers[]>;
  /** What the file itself says of the network, by its graph. */
  readonly network?: Partial<Pick<NetworkSettings, 'hidden' | 'output'>>;
  readonly pixels?: PixelScale;
  /** What neither the file nor the options said. */
  readonly assumed: OpenedModel['assumed'];
}

/** A file's bytes and what else was said of it, to what is in it. */
export type Reader = (source: Source, options: OpenOptions) => Found | Promise<Found>;

/** @throws ScratchpadError 'badData' that names the file, and says what is wrong and what to do */
export function badFile({ name }: Pick<Source, 'name'>, message: string): never {
  badData(`${name}: ${message}`);
}

/** Runs a check of settings; what it finds is a fault of the file. */
export function checked(source: Pick<Source, 'name'>, what: string, check: () => void): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof ScratchpadError)) throw error;
    badFile(source, `${what}: ${messageOf(error)}`);
  }
}
