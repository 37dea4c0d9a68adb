// SPDX-License-Identifier: MIT
// All that the page shows, and what it is made of.
import type { Evaluation, RateSweep } from '../../lib/index.ts';
import type { BinaryCurves } from '../../lib/curves.ts';
import type {
  Backend,
  DataInfo,
  Epoch,
  Reading,
  Scores,
  StepResult,
  TrainProgress,
} from '../../lib/results.ts';
import type { Stroke, StrokePoint } from '../../lib/strokes.ts';
import type { RunPlace } from '../../lib/snapshot.ts';
import type { Engine, EngineSettings, NetworkSettings, TrainSettings } from '../../lib/settings.ts';
import type { DataLook } from './data-look.ts';
import type { DataChoice, LearnedFrom, OwnDataId } from './learned-from.ts';
import type { Mark, Overlay } from './overlays.ts';

export type DataState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'downloading'; readonly loaded: number; readonly total: number }
  | { readonly kind: 'generating'; readonly fraction: number }
  /** Training may begin on what is there, though more comes. */
  | { readonly kind: 'arriving'; readonly info: DataInfo }
  | { readonly kind: 'ready'; readonly info: DataInfo }
  /** `engine`: the network itself could not be started, so other data would not help. */
  | { readonly kind: 'failed'; readonly message: string; readonly engine: boolean };

/** One image of the data. */
export interface DataImage {
  readonly part: 'train' | 'test';
  /** From 0, in the order of the data. */
  readonly number: number;
  readonly label: number;
  /** 0 paper, 255 ink; as many bytes as the data's images have pixels. */
  readonly image: Uint8Array;
}

/** The drawing that the reading is of. */
export interface Drawn {
  /** Stays the same while strokes are added or undone; a cleared pad begins another. */
  readonly id: string;
  readonly strokes: readonly Stroke[];
}

/** Something that was dropped on the page, or chosen: a file, or a folder that is to be walked. */
export type Dropped = File | FileSystemEntry;

export type Run = 'idle' | 'training' | 'paused';

export interface Notice {
  readonly kind: 'info' | 'error';
  readonly text: string;
  /** The kept run that Undo brings back. */
  readonly undo?: string | undefined;
}

/** What has the network to itself for a while. */
export type Busy = 'restore' | 'finder' | 'sweep' | 'learn' | 'committee';

/** The run that the weights belong to. */
export interface CurrentRun extends LearnedFrom {
  readonly id: string;
  /** In milliseconds since 1970. */
  readonly startedAt: number;
  /** The kept run whose weights it began with. */
  readonly from?: string | undefined;
  /** Fetched from the list, or from a file; training on makes another run of it. */
  readonly fetched?: boolean;
  /** Its network reads other images, or tells other classes, than the data that is loaded has. */
  readonly otherSize?: boolean;
}

/** A run that ended with its tab, or with its worker. */
export interface Interrupted {
  readonly id: string;
  /** 'Run 3', or as a person has called it. */
  readonly name: string;
  /** When it was kept last, in milliseconds since 1970. */
  readonly keptAt: number;
  /** The epoch under way, and the run's last. */
  readonly epoch: number;
  readonly lastEpoch: number;
  readonly network: NetworkSettings;
  readonly from: LearnedFrom;
  /** How many others there are. */
  readonly others: number;
}

/** Settings that were changed between two updates of a run. */
export interface Change {
  /** Where: in epochs, and in updates since the weights were initialised. */
  readonly x: number;
  readonly updates: number;
  readonly before: Partial<TrainSettings>;
  readonly after: Partial<TrainSettings>;
  /** From here on it learned from so many of the person's own drawings too. */
  readonly drawings?: number;
}

/** A point of the cost within the epoch under way: x in epochs. */
export interface TrailPoint {
  readonly x: number;
  readonly cost: number;
}

/**
 * What is wrong, by setting: learningRate, batchSize, epochs, seed, layers, and hidden units by
 * `layers.1` ...; by `data`: why nothing can be trained on what is loaded.
 */
export type Problems = Readonly<Record<string, string>>;

/** The search for a learning rate. */
export interface Finder {
  /** 0 ... 1 while it is under way. */
  readonly fraction: number | null;
  readonly found: RateSweep | null;
  /** Why it found nothing; '' when it did. */
  readonly problem: string;
}

/** Images a second in the last epoch that each engine has trained here. */
export type Speeds = Readonly<Partial<Record<Engine, number>>>;

/** All that the page shows. Changed by the controllers alone. */
export interface State {
  readonly choice: DataChoice;
  /** Whether the site carries MNIST; null until it is known. */
  readonly hasMnist: boolean | null;
  readonly data: DataState;
  /** What the data that is loaded, or on its way, looks like. */
  readonly look: DataLook;
  /** The own data that the page holds, loaded or not; null while there is none. */
  readonly own: OwnDataId | null;
  /** What is dropped for the panel 'Own data'; null while it is closed. */
  readonly ownPanel: readonly Dropped[] | null;
  readonly network: NetworkSettings;
  readonly training: TrainSettings;
  readonly engine: EngineSettings;
  /** What the network really runs on; null until it was started. */
  readonly backend: Backend | null;
  readonly speeds: Speeds;
  readonly problems: Problems;
  readonly run: Run;
  /** Why the network cannot be trained or changed now; null when it can. */
  readonly busy: Busy | null;
  /** How far that is, for the title; '' when that is not known. */
  readonly busyText: string;
  /** null while its panel is closed. */
  readonly finder: Finder | null;
  /** null before the first update. */
  readonly current: CurrentRun | null;
  /** Where the paused run goes on, once it was brought back; null while its own worker knows. */
  readonly place: RunPlace | null;
  /** A run that a tab was training when it ended; null: there is none, or it is answered. */
  readonly interrupted: Interrupted | null;
  /** What the last update was made with. */
  readonly used: TrainSettings | null;
  readonly changes: readonly Change[];
  /** The epochs that were done when Train was pressed. */
  readonly firstEpoch: number;
  /** The run's last epoch, or as many as one Train would do. */
  readonly lastEpoch: number;
  readonly progress: TrainProgress | null;
  readonly step: StepResult | null;
  readonly epochs: readonly Epoch[];
  readonly trail: readonly TrailPoint[];
  /** Where settings were changed while it trained. */
  readonly marks: readonly Mark[];
  /** Other runs that the charts show too. */
  readonly overlays: readonly Overlay[];
  readonly evaluation: Evaluation | null;
  /** Of the yes/no question on the test images, as of the latest epoch; null before the first. */
  readonly scores: Scores | null;
  readonly curves: BinaryCurves | null;
  /** From which probability on the answer is yes. */
  readonly threshold: number;
  /** The epoch whose weights early stopping has gone back to. */
  readonly kept: number | null;
  readonly checksum: string | null;
  /** What the last run came to, in words; '' while there is none. */
  readonly outcome: string;
  readonly notice: Notice | null;
  readonly reading: Reading | null;
  /** null while an image, or nothing, is read. */
  readonly drawn: Drawn | null;
  /** Drawings are set upright before they are read. */
  readonly deskew: boolean;
  /** A drawing that was brought back, to be put on the pad. */
  readonly redrawn: readonly (readonly StrokePoint[])[] | null;
  /** What stands on the pad when that is no drawing. */
  readonly padImage: DataImage | null;
}
