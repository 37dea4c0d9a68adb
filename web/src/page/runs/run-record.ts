// SPDX-License-Identifier: MIT
// A run as it is kept. The weights are kept beside it, as a snapshot.
import type { Evaluation, Snapshot } from '../../lib/index.ts';
import type { Backend, Epoch, StepResult, TrainProgress } from '../../lib/results.ts';
import type { NetworkSettings, TrainSettings } from '../../lib/settings.ts';
import { marksOf } from '../model/change-texts.ts';
import type { DataLook } from '../model/data-look.ts';
import type { LearnedFrom } from '../model/learned-from.ts';
import { type Thumbnail, thumbnailOf } from '../ui/weights/thumbnail.ts';
import type { Change, CurrentRun, State, TrailPoint } from '../model/state.ts';

export interface RunRecord extends LearnedFrom {
  readonly version: 1;
  readonly id: string;
  /** From 1; what it is called by while it has no name. */
  readonly number: number;
  readonly name: string;
  /** What a person has noted of it. */
  readonly note?: string;
  /** Weights of the first units, for a picture; absent in runs of before there were such. */
  readonly thumbnail?: Thumbnail;
  /** Of the images that it reads; absent in runs of before it was noted. */
  readonly look?: DataLook;
  /** They are not those of the data that was loaded. */
  readonly otherSize?: boolean;
  /** In milliseconds since 1970. */
  readonly startedAt: number;
  readonly keptAt: number;
  /** The number of the run whose weights it began with. */
  readonly from: number | null;
  readonly sweep: boolean;
  /** Training images. */
  readonly images: number;
  readonly network: NetworkSettings;
  readonly training: TrainSettings;
  readonly backend: Backend | null;
  readonly changes: readonly Change[];
  readonly epochs: readonly Epoch[];
  readonly trail: readonly TrailPoint[];
  readonly progress: TrainProgress | null;
  readonly step: StepResult | null;
  readonly firstEpoch: number;
  readonly lastEpoch: number;
  /** Train goes on to lastEpoch. */
  readonly paused: boolean;
  readonly evaluation: Evaluation | null;
  readonly kept: number | null;
  readonly outcome: string;
  readonly sha256: string;
  readonly updates: number;
  /** Of its snapshot. */
  readonly bytes: number;
  /** The page that trains it, by living-tab.ts; null or absent: it is paused, or has ended. */
  readonly tab?: string | null;
}

/** What only the keeper knows of a run. */
export type Kept = Pick<
  RunRecord,
  'number' | 'name' | 'note' | 'thumbnail' | 'from' | 'sha256' | 'updates' | 'bytes' | 'tab'
>;

/** @param known the run as it was kept before, if it was */
export function keptOf(snapshot: Snapshot, archive: { number(): number }, known?: RunRecord): Kept {
  const { sha256, updates, layers, network } = snapshot;
  return {
    number: known?.number ?? archive.number(),
    name: known?.name ?? '',
    note: known?.note ?? '',
    thumbnail: thumbnailOf(layers[0]?.W, network.layers),
    from: known?.from ?? null,
    sha256,
    updates,
    bytes: sizeOf(snapshot),
  };
}

/** The run that is on the page. */
export function recordOf(
  state: State,
  current: CurrentRun,
  network: NetworkSettings,
  kept: Kept,
): RunRecord {
  const { data, training, used, backend, changes, epochs, trail, progress, step } = state;
  const { firstEpoch, lastEpoch, evaluation, outcome, run } = state;
  const info = data.kind === 'ready' || data.kind === 'arriving' ? data.info.train : null;
  return {
    version: 1,
    id: current.id,
    startedAt: current.startedAt,
    keptAt: Date.now(),
    sweep: false,
    choice: current.choice,
    own: current.own ?? null,
    look: state.look,
    ...(current.otherSize && { otherSize: true }),
    images: epochs.at(-1)?.examples ?? info?.examples ?? 0,
    network,
    training: used ?? training,
    backend,
    changes,
    epochs,
    trail,
    progress,
    step,
    firstEpoch,
    lastEpoch,
    paused: run !== 'idle',
    evaluation,
    kept: state.kept,
    outcome,
    ...kept,
  };
}

/** The page as it was when the run was kept; the weights are not in it. */
export function stateOf(record: RunRecord): Partial<State> {
  const { network, training, changes, epochs, trail, progress, step, firstEpoch } = record;
  return {
    network,
    training,
    used: training,
    changes,
    marks: marksOf(changes),
    epochs,
    trail,
    progress,
    step,
    firstEpoch,
    lastEpoch: record.lastEpoch,
    run: record.paused ? 'paused' : 'idle',
    evaluation: record.evaluation,
    kept: record.kept,
    outcome: record.outcome,
    checksum: record.sha256,
    problems: {},
    scores: null,
    curves: null,
  };
}

/** The epoch whose weights the run ended with. */
export function lastOf({ epochs, kept }: Pick<RunRecord, 'epochs' | 'kept'>): Epoch | undefined {
  return epochs.find(({ epoch }) => epoch === kept) ?? epochs.at(-1);
}

export function secondsOf({ epochs }: Pick<RunRecord, 'epochs'>): number {
  return epochs.reduce((sum, { seconds }) => sum + seconds, 0);
}

/** Bytes of the typed arrays in it. */
export function sizeOf(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (value instanceof ArrayBuffer) return value.byteLength;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, part) => sum + sizeOf(part), 0);
}
