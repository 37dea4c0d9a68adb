// SPDX-License-Identifier: MIT
import type { Store } from '../../model/store.ts';
import { isGone } from '../../storage/index.ts';
import type { Interrupted, State } from '../../model/state.ts';
import type { RunArchive } from '../run-archive.ts';
import type { RunRecord } from '../run-record.ts';
import { RUNS } from '../texts.ts';

/** Runs whose page ended while it trained them: asks what is to become of each. */
export class InterruptedRuns {
  readonly #store: Store<State>;
  readonly #archive: RunArchive;
  /** Of pages that are gone, the newest first. */
  #found: readonly RunRecord[] = [];

  constructor(store: Store<State>, archive: RunArchive) {
    this.#store = store;
    this.#archive = archive;
  }

  /** Looks at what other pages have left. */
  async look(): Promise<void> {
    const left = this.#archive.all.filter(({ tab }) => tab);
    const gone = await Promise.all(left.map((run) => isGone(run.tab ?? '', run.keptAt)));
    this.#show(left.filter((_, i) => gone[i]));
  }

  /** See RunKeeper. */
  lost(id: string): boolean {
    const record = this.#archive.find(id);
    if (!record?.tab) return false;
    this.#show([record, ...this.#found.filter((run) => run.id !== id)]);
    return true;
  }

  /** The run that is asked about, unless another page has taken it up meanwhile. */
  async take(): Promise<RunRecord | null> {
    const [record] = this.#found;
    if (!record) return null;
    const stored = await this.#archive.stored(record.id);
    this.#show(this.#found.slice(1));
    return stored && stored.tab === record.tab ? stored : null;
  }

  /** All of them have been deleted. */
  forget(): void {
    this.#show([]);
  }

  /** It is as it was before take(): asked about again. */
  putBack(record: RunRecord): void {
    this.#show([record, ...this.#found]);
  }

  #show(found: readonly RunRecord[]): void {
    this.#found = found;
    const [first] = found;
    this.#store.update({ interrupted: first ? shown(first, found.length - 1) : null });
  }
}

function shown(record: RunRecord, others: number): Interrupted {
  const { id, keptAt, epochs, progress, lastEpoch, network, choice, own } = record;
  const done = epochs.at(-1)?.epoch ?? 0;
  return {
    ...{ id, keptAt, lastEpoch, network, others },
    name: RUNS.name(record),
    epoch: Math.max(done + 1, progress?.epoch ?? 1),
    from: { choice, own: own ?? null },
  };
}
