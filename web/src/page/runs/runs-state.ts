// SPDX-License-Identifier: MIT
import { teller } from '../model/events.ts';
import type { RunRecord } from './run-record.ts';

/** All that is known of the kept runs. */
export interface RunsState {
  /** The newest first. */
  readonly runs: readonly RunRecord[];
  /** The ids of those that are drawn in the charts too. */
  readonly overlaid: readonly string[];
  /** The one deleted last, which Undo brings back; it stands in the list still. */
  readonly removed: RunRecord | null;
  /** Whether they are there after a reload. */
  readonly lasting: boolean;
  /** How many had to make room since the page was opened. */
  readonly gone: number;
  /** What went wrong; '' when nothing did. */
  readonly problem: string;
}

export const NO_RUNS: RunsState = {
  runs: [],
  overlaid: [],
  removed: null,
  lasting: true,
  gone: 0,
  problem: '',
};

/** What the view's components tell it. */
export interface RunsEvents {
  'run-restore': string;
  'run-remove': string;
  'run-undo-remove': null;
  'run-rename': { readonly id: string; readonly name: string };
  'run-overlay': { readonly id: string; readonly on: boolean };
  'run-compare': { readonly id: string; readonly on: boolean };
}

export type RunsEvent<Name extends keyof RunsEvents> = CustomEvent<RunsEvents[Name]>;

export const tell = teller<RunsEvents>();
