// SPDX-License-Identifier: MIT
// What the rooms of the page do for each other.
import type { openDataSet, Trainer } from '../../lib/index.ts';
import type { EngineSettings, NetworkSettings } from '../../lib/settings.ts';
import type { LiveSettings } from './changes.ts';
import type { DataLook } from './data-look.ts';
import type { DrawingsState } from './drawings-state.ts';
import type { KeptThing } from './kept-thing.ts';
import type { DataChoice } from './learned-from.ts';
import type { OwnData } from './own-data.ts';
import type { Route } from './route.ts';
import type { Busy, State } from './state.ts';
import type { Store } from './store.ts';

/** What the controllers ask of the library's trainer: an interface, so that a test may stand in. */
export type PageTrainer = Pick<Trainer, keyof Trainer>;

/** Where trainers and data come from. */
export interface Library {
  createTrainer(settings: NetworkSettings & EngineSettings): Promise<PageTrainer>;
  readonly openDataSet: typeof openDataSet;
}

/** Keeps runs. */
export interface RunKeeper {
  /** All of them, for the panel 'Storage'. */
  readonly kept: KeptThing;
  /** Keeps the run that is on the page, with its weights as they are. @returns its id */
  keep(): Promise<string>;
  /** Brings a run back that Reset or another network has ended. */
  undo(id: string): Promise<void>;
  /** Gives a kept run a name. */
  rename(id: string, name: string): void;
  /** Whether this run is kept. */
  has(id: string): boolean;
  /** Brings back the run that was on the page when it was left, if it is there still. */
  reopen(id: string, shared: boolean): Promise<void>;
  /** Brings back the run that was interrupted, paused. @returns whether it is there now */
  takeUp(): Promise<boolean>;
  /** Forgets the run that was interrupted. */
  discard(): Promise<void>;
  /** Puts the runs that were interrupted among the others, paused. Settles when that is stored. */
  shelve(): Promise<void>;
  readonly interrupted: {
    /** Looks for runs whose page ended while it trained them. */
    look(): Promise<void>;
    /** A run's worker has ended. @returns whether it was under way, so that it is asked about */
    lost(id: string): boolean;
  };
}

/** Saves the network as a file, and opens files in its place. */
export interface ModelKeeper {
  open(file: File): Promise<void>;
  /** A link to a file, relative to the site's folder; of another host the person is asked first. */
  openLink(link: string): Promise<void>;
}

/** Keeps the person's own drawings, and has the network learn from them. */
export interface DrawingKeeper {
  /** All of them, for the panel 'Storage'. */
  readonly kept: KeptThing;
  readonly shown: Store<DrawingsState>;
  /** Keeps what is on the pad. Told again of the same drawing, the new label counts. */
  keep(label: number): void;
  /** Takes back the label that was told last. */
  undo(): void;
  relabel(id: string, label: number): void;
  remove(ids: readonly string[]): void;
  undoRemove(): void;
  /**
   * Gives them to the trainer, for settings that mix them in.
   * @throws ScratchpadError 'noData' when none is kept
   */
  give(): Promise<void>;
  /** Some quick epochs on a mixture of the drawings and the training data. */
  learn(): Promise<void>;
  /** Ends that; the network is then what it was before. */
  stop(): void;
}

/** What a change of the settings does to the run. */
export interface Training {
  /** Trains with other settings from the next batch on, if it trains. */
  change(settings: LiveSettings): Promise<void>;
  /** Ends the run and makes another network, with its own first weights. */
  replaceNetwork(network: NetworkSettings): Promise<void>;
}

/** Knows how the yes/no question is answered at every threshold. */
export interface Scorer {
  /** The weights have changed by an epoch. Settles when the scores of now are shown. */
  refresh(): Promise<void>;
}

/** What a room may ask of the page that it stands in. */
export interface Services {
  readonly store: Store<State>;
  /** The folder of the page's own files, such as data/manifest.json and models/. */
  readonly site: URL;
  /** Which place of the page is shown. */
  readonly route: Route;
  /** null until it could be created. */
  trainer: PageTrainer | null;
  /** Says on the page what went wrong, and recovers where that is possible. */
  fail(error: unknown): void;
  /** Says on the page what a person should know of a fault. */
  say(text: string): void;
  /** What keeps the runs; its code is loaded with the first of them. */
  runs(): Promise<RunKeeper>;
  /** What saves and opens files of networks; loaded when it is needed. */
  models(): Promise<ModelKeeper>;
  /** What keeps the person's own drawings; loaded once the data is there. */
  drawings(): Promise<DrawingKeeper>;
  /** Settles when all has been done that was asked of the network before. */
  settled(): Promise<void>;
  /**
   * Ends the run under way, keeps it, and does this before all else that is asked for.
   * @param work is given the kept run; null when nothing had been trained
   */
  exclusively(
    busy: Busy,
    work: (trainer: PageTrainer, kept: string | null) => Promise<void>,
  ): Promise<void>;
  /** Loads other data, without a thought for the network. Settles when it is loaded. */
  load(choice: DataChoice): Promise<void>;
  /** Holds own data that the browser keeps, to be loaded. @returns false where it keeps none such */
  fetchOwn(sha256: string): Promise<boolean>;
  /** Of data that load() can have; null where it cannot: the page may hold no own data. */
  lookOf(choice: DataChoice): DataLook | null;
  /**
   * Ends the run, keeps it, and loads data of the person's own, with a network that fits.
   * @throws when it cannot be loaded; what was loaded before is then loaded again
   */
  useOwn(own: OwnData): Promise<void>;
}
