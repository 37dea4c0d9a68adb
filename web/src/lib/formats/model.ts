// SPDX-License-Identifier: MIT
// A network as a file has it, and what can be said of one beside its numbers.
import type { Activation, Engine, NetworkSettings, TrainSettings } from '../settings.ts';
import type { Snapshot } from '../snapshot.ts';

/** What the network came to; null where that was not measured. */
export interface ModelFigures {
  /** Mean cross-entropy. */
  readonly trainCost: number | null;
  readonly testCost: number | null;
  /** Share of correct answers, 0 ... 1. */
  readonly trainAccuracy: number | null;
  readonly testAccuracy: number | null;
}

/** What is known of a network beside its numbers. */
export interface ModelNotes {
  /** What a person calls it; '' while it has no name. */
  readonly name: string;
  /** Of the outputs, in their order; of the yes/no question: no, yes. null: they are numbers. */
  readonly classes: readonly string[] | null;
  /** Of the images that it reads, in pixels; width * height = n_0. null where that is not known. */
  readonly width: number | null;
  readonly height: number | null;
  /** Pixels of the longer side of their ink, on average: how large drawings are shown to it. */
  readonly inkSide: number | null;
  /** What it was trained with last; null where that is not known. */
  readonly training: TrainSettings | null;
  /** Which code trained it. */
  readonly math: Engine | null;
  readonly figures: ModelFigures | null;
}

export const NO_NOTES: ModelNotes = {
  name: '',
  classes: null,
  width: null,
  height: null,
  inkSide: null,
  training: null,
  math: null,
  figures: null,
};

/** What a writer is given. */
export interface Model {
  readonly snapshot: Snapshot;
  readonly notes: ModelNotes;
}

/** How a pixel becomes the number that the first layer sees: x = scale * byte + offset. */
export interface PixelScale {
  readonly scale: number;
  readonly offset: number;
}

/** What a file of another program may not say. */
export interface OpenOptions {
  /** g of the hidden layers; 'relu' when neither this nor the file says it. */
  readonly hidden?: Activation;
  /** Of matrices: 'out-in' is W_l (n_l, n_{l-1}), as PyTorch has it; 'in-out' is W_l^T, as Keras. */
  readonly orientation?: 'out-in' | 'in-out';
  /** What it was trained on; { scale: 1 / 255, offset: 0 } when neither this nor the file says it. */
  readonly pixels?: PixelScale;
}

/** What openModel() gives, and createTrainer() takes: the settings of the network, and its numbers. */
export interface OpenedModel extends NetworkSettings {
  readonly snapshot: Snapshot;
  readonly notes: ModelNotes;
  /** What neither the file nor the options said, and is as OpenOptions has it: to be asked for. */
  readonly assumed: readonly (keyof OpenOptions)[];
}
