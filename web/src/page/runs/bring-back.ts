// SPDX-License-Identifier: MIT
// What has to hold, and what follows, when a kept run comes back.
import type { RunPlace, Snapshot } from '../../lib/index.ts';
import type { NetworkSettings } from '../../lib/settings.ts';
import { type DataLook, withEnds } from '../model/data-look.ts';
import { giveDrawings } from '../model/give-drawings.ts';
import { UNTRAINED } from '../model/initial-state.ts';
import { learnsFrom, sameData } from '../model/learned-from.ts';
import type { PageTrainer, Services } from '../model/services.ts';
import { otherSizeState, sameLook } from './other-size.ts';
import { type RunRecord, stateOf } from './run-record.ts';
import { RUNS } from './texts.ts';

interface Brought {
  readonly record: RunRecord;
  readonly snapshot: Snapshot;
  /** Trained on, it becomes another run. */
  readonly fetched: boolean;
}

/** Where a run goes on; its best weights are in the trainer. */
export function placeOf({ run }: Snapshot): RunPlace | null {
  return run ? { ...run, best: run.best && { ...run.best, layers: [] } } : null;
}

/** Whether a network has the inputs and outputs that the data needs. */
export function fits({ layers, output }: NetworkSettings, look: DataLook): boolean {
  return withEnds(layers, output, look).every((units, l) => units === layers[l]);
}

/**
 * Puts a kept run in the place of the one on the page, which is kept.
 * @throws where the data that it needs is not there; all is then as it was
 */
export async function bringBack(services: Services, brought: Brought): Promise<void> {
  const { store } = services;
  const { id } = brought.record;
  await services.exclusively('restore', async (trainer, kept) => {
    const undo = kept !== null && kept !== id ? kept : undefined;
    const loaded = services.lookOf(store.state.choice) ?? store.state.look;
    const { otherSize, look } = brought.record;
    const change =
      otherSize && look && !sameLook(look, loaded)
        ? await bringOther(services, trainer, brought, otherSizeState(look, loaded))
        : await bringFitting(services, trainer, brought, loaded);
    const { text, ...state } = change;
    store.update({ ...state, notice: { kind: 'info', text, undo } });
  });
}

/** One that reads other images than the data has: nothing is loaded for it. */
async function bringOther(
  { store }: Services,
  trainer: PageTrainer,
  { record, snapshot }: Brought,
  other: ReturnType<typeof otherSizeState>,
) {
  await trainer.restore(snapshot);
  const { id, startedAt } = record;
  return {
    ...{ ...UNTRAINED, ...stateOf(record), run: 'idle' as const, ...other },
    current: { id, startedAt, ...learnsFrom(store.state), fetched: true, otherSize: true },
    text: RUNS.restoredOther(record),
  };
}

async function bringFitting(
  services: Services,
  trainer: PageTrainer,
  { record, snapshot, fetched }: Brought,
  loaded: DataLook,
) {
  const { store } = services;
  // What fits by now learned from data that nobody knows.
  const from = record.otherSize ? { ...record, ...learnsFrom(store.state) } : record;
  const { id, startedAt, choice, own = null } = from;
  const held = !own || own.sha256 === store.state.own?.sha256;
  const other = !held && (await services.fetchOwn(own.sha256));
  const look = services.lookOf(choice);
  if (!fits(record.network, look ?? loaded)) throw new Error(RUNS.otherSize);
  if (look && (other || choice !== store.state.choice)) await services.load(choice);
  // An epoch with drawings can only go on where they are there.
  if (snapshot.place.drawn) await giveDrawings(services, record.training);
  await trainer.restore(snapshot);
  const same = sameData(from, learnsFrom(store.state));
  return {
    ...{ ...UNTRAINED, ...stateOf(record), look: look ?? loaded },
    place: record.paused ? placeOf(snapshot) : null,
    // What is trained on other data becomes a run of its own.
    current: { id, startedAt, choice, own, fetched: fetched || !same },
    text: RUNS.restored(from, same),
  };
}
