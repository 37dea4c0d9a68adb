// SPDX-License-Identifier: MIT
import type { Snapshot } from '../../lib/index.ts';
import { MOST_OVERLAYS } from '../model/overlays.ts';
import { AddressRoute } from '../model/route.ts';
import { isTrained } from '../model/selectors.ts';
import type { KeptThing } from '../model/kept-thing.ts';
import type { RunKeeper, Services } from '../model/services.ts';
import { RUNS } from './texts.ts';
import { Autosave } from './under-way/autosave.ts';
import { InterruptedRuns } from './under-way/interrupted.ts';
import { BeforeClosing, newTab } from '../storage/index.ts';
import { INTERRUPTED } from './under-way/texts.ts';
import { bringBack } from './bring-back.ts';
import { OtherSize } from './other-size.ts';
import { storageLine } from './storage-line.ts';
import { RunArchive } from './run-archive.ts';
import { type Kept, keptOf, recordOf, type RunRecord } from './run-record.ts';
import { openRunStore } from './run-store.ts';
import { NO_RUNS, type RunsState } from './runs-state.ts';
import { Store } from '../model/store.ts';

/** Keeps runs, and brings them back. There is one for the page; views listen to it. */
export class RunsController implements RunKeeper {
  readonly #services: Services;
  readonly #archive: RunArchive;
  /** By which other pages know that this one trains a run. */
  readonly #tab = newTab();
  /** What it shows. */
  readonly shown = new Store<RunsState>(NO_RUNS);
  readonly interrupted: InterruptedRuns;
  readonly kept: KeptThing;
  readonly #closing = new BeforeClosing();
  #removed: { readonly record: RunRecord; readonly snapshot: Snapshot } | null = null;

  private constructor(services: Services, archive: RunArchive) {
    this.#services = services;
    this.#archive = archive;
    this.interrupted = new InterruptedRuns(services.store, archive);
    this.kept = storageLine(archive, () => {
      this.#removed = null;
      this.interrupted.forget();
      this.#show();
    });
    new Autosave(services, archive, (underWay) => this.#keep(underWay ? this.#tab : null));
    new OtherSize(services);
    services.store.subscribe(() => this.#guard());
    this.#show();
  }

  static async open(services: Services): Promise<RunsController> {
    return new RunsController(services, await RunArchive.open(await openRunStore()));
  }

  find(id: string): RunRecord | undefined {
    return this.#archive.find(id);
  }

  has(id: string): boolean {
    return this.#archive.find(id) !== undefined;
  }

  /** The weights of a kept run; undefined where they are not there any more. */
  snapshot(id: string): Promise<Snapshot | undefined> {
    return this.#archive.snapshot(id);
  }

  /** The ids of the runs whose weights are kept. */
  withWeights(): Promise<ReadonlySet<string>> {
    return this.#archive.withSnapshot();
  }

  /** Keeps the run that is on the page, with its weights as they are. @returns its id */
  keep(): Promise<string> {
    return this.#keep(null);
  }

  /** @param tab the page that trains it, if one does */
  async #keep(tab: string | null): Promise<string> {
    const { store, trainer } = this.#services;
    const { state } = store;
    const { current } = state;
    if (!trainer || !current) throw new Error(RUNS.nothing);
    const known = this.#archive.find(current.id);
    // Nothing has been trained since it was brought back.
    if (known && (current.fetched || state.place)) return current.id;
    const { network } = trainer;
    const snapshot = await trainer.save();
    const from = current.from ? (this.#archive.find(current.from)?.number ?? null) : null;
    this.#add(
      recordOf(state, current, network, { ...keptOf(snapshot, this.#archive, known), from, tab }),
      snapshot,
    );
    return current.id;
  }

  /** Keeps a run of a sweep. */
  keepOfSweep(
    { id, ...rest }: Omit<RunRecord, keyof Kept | 'version' | 'keptAt' | 'sweep'>,
    snapshot: Snapshot,
  ): RunRecord {
    const made = { version: 1, id, keptAt: Date.now(), sweep: true } as const;
    const record = { ...rest, ...made, ...keptOf(snapshot, this.#archive) };
    this.#add(record, snapshot);
    return record;
  }

  /** Brings a run back that Reset or another network has ended, as if nothing had been between. */
  undo(id: string): Promise<void> {
    return this.#bring(id, false);
  }

  /** Puts a kept run in the place of the present one. Trained on, it becomes another run. */
  restore(id: string): Promise<void> {
    return this.#bring(id, true);
  }

  rename(id: string, name: string): void {
    this.#change(id, { name: name.trim() });
  }

  annotate(id: string, note: string): void {
    this.#change(id, { note: note.trim() });
  }

  #change(id: string, change: Partial<RunRecord>): void {
    const record = this.#archive.find(id);
    if (record) this.#archive.change({ ...record, ...change });
    this.#show();
  }

  overlay(id: string, on: boolean): void {
    const others = this.shown.state.overlaid.filter((other) => other !== id);
    this.#show({ overlaid: on ? [...others, id].slice(-MOST_OVERLAYS) : others });
  }

  async remove(id: string): Promise<void> {
    const record = this.#archive.find(id);
    // Without its weights it can be deleted all the same, but not brought back.
    const snapshot = await this.#archive.snapshot(id).catch(() => undefined);
    this.#archive.remove(id);
    this.#removed = record && snapshot ? { record, snapshot } : null;
    this.#show();
  }

  undoRemove(): void {
    if (this.#removed) this.#archive.add(this.#removed.record, this.#removed.snapshot, []);
    this.#removed = null;
    this.#show();
  }

  /**
   * Brings back the run that was on the page when it was left. Nothing happens where it is not there
   * any more, or was interrupted, which is asked about.
   * @param shared the page that was left is open again, or still: trained on here it is another run
   */
  async reopen(id: string, shared: boolean): Promise<void> {
    const record = this.#archive.find(id);
    if (record && !record.tab) await this.#bring(id, shared);
  }

  /**
   * Brings back the run that was interrupted, paused where it was.
   * @returns whether it is there now
   */
  async takeUp(): Promise<boolean> {
    const record = await this.interrupted.take();
    if (!record) throw new Error(INTERRUPTED.taken);
    this.#change(record.id, { tab: null });
    await this.#bring(record.id, false);
    const there = this.#services.store.state.current?.id === record.id;
    if (!there) {
      this.#change(record.id, { tab: record.tab ?? null });
      this.interrupted.putBack(record);
    }
    return there;
  }

  /** The run that was interrupted is forgotten. */
  async discard(): Promise<void> {
    const record = await this.interrupted.take();
    if (record) this.#archive.remove(record.id);
  }

  async shelve(): Promise<void> {
    for (let next = await this.interrupted.take(); next; next = await this.interrupted.take()) {
      this.#change(next.id, { tab: null });
    }
    await this.#archive.written;
  }

  async #bring(id: string, fetched: boolean): Promise<void> {
    const record = this.#archive.find(id);
    const snapshot = await this.#archive.snapshot(id);
    if (!record || !snapshot) throw new Error(RUNS.missing);
    await bringBack(this.#services, { record, snapshot, fetched });
  }

  #add(record: RunRecord, snapshot: Snapshot): void {
    const { current } = this.#services.store.state;
    this.#archive.add(record, snapshot, current ? [current.id] : []);
    this.#show();
    void this.#archive.written.then(() => {
      this.#show();
      this.#guard();
    });
  }

  /** Closing is asked about while what was trained lasts no longer than the tab. */
  #guard(): void {
    const { store, route } = this.#services;
    const { state } = store;
    // A lab in somebody else's page has no say in when that closes.
    if (!(route instanceof AddressRoute)) return;
    const id = state.current?.id;
    this.#closing.lost = id !== undefined && isTrained(state) && this.#archive.onlyHere(id);
  }

  /** Tells the listeners, and the charts. */
  #show(change: Partial<RunsState> = {}): void {
    const archive = this.#archive;
    const overlaid = change.overlaid ?? this.shown.state.overlaid;
    const before = this.shown.state;
    this.shown.update({
      runs: archive.records,
      overlaid: overlaid.filter((id) => archive.find(id)),
      removed: this.#removed?.record ?? null,
      lasting: archive.lasting,
      gone: archive.gone,
      problem: archive.problem,
    });
    if (before.overlaid.join() !== this.shown.state.overlaid.join() || overlaid.length > 0) {
      const records = this.shown.state.overlaid.flatMap((id) => archive.find(id) ?? []);
      const overlays = records.map((record) => ({
        id: record.id,
        name: RUNS.name(record),
        epochs: record.epochs,
      }));
      this.#services.store.update({ overlays });
    }
  }
}
