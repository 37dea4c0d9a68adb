// SPDX-License-Identifier: MIT
import type { NetworkStatistics } from '../../../lib/insight.ts';
import type { Services } from '../../model/services.ts';
import { usable } from '../../model/selectors.ts';
import { Store } from '../../model/store.ts';
import type { State } from '../../model/state.ts';

/** Epochs that are kept; of more, every second is let go. */
const MOST_KEPT = 400;

/** Training images that are looked at, and bars of a histogram: at rest, and while it trains. */
export const LOOK = { examples: 512, bins: 41 } as const;
export const QUICK_LOOK = { examples: 128, bins: 41 } as const;

/** The network as it was just after an epoch; 0: the first weights. */
export interface HistoryEntry {
  readonly epoch: number;
  readonly statistics: NetworkStatistics;
}

export interface HistoryState {
  /** From the first epoch that was looked at. */
  readonly entries: readonly HistoryEntry[];
}

export const NO_HISTORY: HistoryState = { entries: [] };

/** Keeps the statistics of each epoch, also while nobody looks: one call an epoch. */
export class WeightHistory {
  readonly #services: Services;
  readonly shown = new Store<HistoryState>(NO_HISTORY);
  /** What the entries belong to: another network, or one that was reset, begins a new history. */
  #network: unknown = null;
  #asked = -1;
  #busy = false;

  constructor(services: Services) {
    this.#services = services;
    services.store.subscribe((state) => this.#follow(state));
    this.#follow(services.store.state);
  }

  #follow(state: State): void {
    const { trainer } = this.#services;
    if (!trainer) return;
    const epoch = state.epochs.at(-1)?.epoch ?? 0;
    const last = this.shown.state.entries.at(-1)?.epoch ?? -1;
    if (trainer.network !== this.#network || epoch < last) this.#begin(trainer.network);
    // Weights of an epoch under way are not those of its beginning: it has no row.
    const fresh = state.trail.length === 0 && (epoch > 0 || state.progress === null);
    if (this.#busy || epoch <= this.#asked || !usable(state.data)?.train || !fresh) return;
    this.#busy = true;
    this.#asked = epoch;
    void this.#record(epoch);
  }

  #begin(network: unknown): void {
    this.#network = network;
    this.#asked = -1;
    if (this.shown.state.entries.length > 0) this.#show([]);
  }

  async #record(epoch: number): Promise<void> {
    const network = this.#network;
    try {
      const statistics = await this.#services.trainer?.statistics(LOOK);
      if (statistics && network === this.#network && epoch === this.#asked) {
        this.#show(thinned([...this.shown.state.entries, { epoch, statistics }]));
      }
    } catch {
      // The panel asks for the same and says what is wrong; this epoch has no row.
    }
    this.#busy = false;
    this.#follow(this.#services.store.state);
  }

  #show(entries: readonly HistoryEntry[]): void {
    this.shown.update({ entries });
  }
}

const histories = new WeakMap<Services, WeightHistory>();

/** The page's one history, which begins when it is first asked for. */
export function historyOf(services: Services): WeightHistory {
  const history = histories.get(services) ?? new WeightHistory(services);
  histories.set(services, history);
  return history;
}

function thinned(entries: readonly HistoryEntry[]): readonly HistoryEntry[] {
  return entries.length <= MOST_KEPT ? entries : entries.filter((_, i) => i % 2 === 0);
}
