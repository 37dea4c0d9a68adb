// SPDX-License-Identifier: MIT
import type { Snapshot } from '../../../lib/index.ts';
import type { PageTrainer, Services } from '../../model/services.ts';
import type { RunsController } from '../controller-runs.ts';
import { isTrained, usable } from '../../model/selectors.ts';
import type { State } from '../../model/state.ts';
import { STATUS } from '../../model/texts.ts';
import { COMMITTEE } from './texts.ts';
import { AnswerJob } from './answer-job.ts';
import { chosenOf, type CommitteeState, groupsOf, NO_COMMITTEE } from './committee-state.ts';
import {
  hasValidation,
  type Member,
  membersOf,
  MOST_MEMBERS,
  PRESENT,
  presentOf,
} from './members.ts';
import { Store } from '../../model/store.ts';

/** Has images answered by several networks, or several copies of each; training waits meanwhile. */
export class CommitteeController {
  readonly #services: Services;
  readonly #runs: RunsController;
  readonly #endings: readonly (() => void)[];
  /** What it shows. */
  readonly shown = new Store<CommitteeState>(NO_COMMITTEE);
  /** Those that are ticked, also while they cannot answer. */
  #ticked: readonly string[] = [PRESENT];
  #asked: Pick<CommitteeState, 'part' | 'copies'> = NO_COMMITTEE;
  /** Of the runs whose weights are kept; null while that is not known. */
  #weights: ReadonlySet<string> | null = null;
  /** What the state was worked out from, and the figures of it: others make them stale. */
  #seen: readonly unknown[] = [];
  #answered: readonly unknown[] = [];
  #abort: AbortController | null = null;

  constructor(services: Services, runs: RunsController) {
    this.#services = services;
    this.#runs = runs;
    this.#endings = [
      services.store.subscribe((state) => this.#follow(state)),
      runs.shown.subscribe(() => void this.lookForWeights()),
    ];
    this.#follow(services.store.state);
    void this.lookForWeights();
  }

  dispose(): void {
    this.stop();
    for (const end of this.#endings) end();
  }

  choose(asked: Partial<Pick<CommitteeState, 'part' | 'copies'>>): void {
    this.#asked = { ...this.#asked, ...asked };
    this.#work();
  }

  tick(id: string, on: boolean): void {
    const others = this.#ticked.filter((other) => other !== id);
    this.#ticked = on ? [...others, id] : others;
    this.#work();
  }

  stop(): void {
    this.#abort?.abort();
  }

  /** Which runs have kept theirs. */
  async lookForWeights(): Promise<void> {
    this.#work();
    try {
      this.#weights = await this.#runs.withWeights();
    } catch {
      this.#weights = null; // whether they are there shows when they are fetched
    }
    this.#work();
  }

  async start(): Promise<void> {
    if (this.shown.state.locked || this.shown.state.progress !== null) return;
    const abort = (this.#abort = new AbortController());
    const { signal } = abort;
    const { part, copies } = this.shown.state;
    const members = chosenOf(this.shown.state);
    this.#show({ progress: 0, outcome: '' });
    const onFigures = (change: Partial<CommitteeState>) => {
      const { progress } = change;
      if (progress) this.#services.store.update({ busyText: COMMITTEE.tab(progress) });
      this.#show(change);
    };
    // The network alone is asked as it is, so that a paused run stays one.
    const own = members.every(({ id }) => id === PRESENT);
    const hold = own ? this.#hold : this.#alone;
    await hold(async (trainer) => {
      const snapshots = own ? [] : await this.#snapshots(trainer, members);
      const job = new AnswerJob(trainer, { part, copies, members, snapshots }, onFigures, signal);
      await job.run(this.shown.state);
    });
    this.#abort = null;
    this.#show({ progress: null, outcome: signal.aborted ? COMMITTEE.stopped : '' });
    this.#work();
  }

  /** Nothing else may use the network, but its run is not ended. */
  readonly #hold = async (work: (trainer: PageTrainer) => Promise<void>): Promise<void> => {
    const { store, trainer } = this.#services;
    if (!trainer) return;
    store.update({ busy: 'committee' });
    try {
      await work(trainer);
    } catch (error) {
      this.#services.fail(error);
    } finally {
      store.update({ busy: null, busyText: '' });
    }
  };

  /** Other networks take its place for a while. */
  readonly #alone = (work: (trainer: PageTrainer) => Promise<void>): Promise<void> =>
    this.#services.exclusively('committee', async (trainer) => {
      const before = await trainer.save();
      // An answer under way ends with it too: its network is another then.
      const onAbort = () => void trainer.restore(before).catch(() => undefined);
      this.#abort?.signal.addEventListener('abort', onAbort, { once: true });
      try {
        await work(trainer);
      } finally {
        await trainer.restore(before);
      }
    });

  /** The weights of all, as they are asked for. */
  async #snapshots(trainer: PageTrainer, members: readonly Member[]): Promise<Snapshot[]> {
    return Promise.all(
      members.map(async ({ id, called }) => {
        const snapshot = await (id === PRESENT ? trainer.save() : this.#runs.snapshot(id));
        if (!snapshot) throw new Error(COMMITTEE.missing(called));
        return snapshot;
      }),
    );
  }

  /** The page's state has changed; what can answer may have too. */
  #follow(state: State): void {
    const { choice, own, data, look, network, used, changes, epochs, step, kept } = state;
    const { checksum, current, run, busy } = state;
    const weights = [choice, usable(data)?.test, network, epochs, step, kept, checksum, current];
    if (differ(weights, this.#answered)) {
      this.#answered = weights;
      this.#show({ figures: new Map(), turned: new Map(), outcome: '' });
    }
    const seen = [...weights, own, data, look, used, changes, run, busy, isTrained(state)];
    if (!differ(seen, this.#seen)) return;
    this.#seen = seen;
    this.#work();
  }

  /** Works out what can answer, and why not. */
  #work(): void {
    const { state } = this.#services.store;
    const { data, look } = state;
    const present = presentOf(state, isTrained(state));
    const canTest = Boolean(usable(data)?.test?.examples);
    const canValidate = present.trained && state.used !== null && hasValidation(present);
    const canShift = look.width === look.height;
    const part = this.#asked.part === 'validation' && canValidate ? 'validation' : 'test';
    const copies = canShift ? this.#asked.copies : 1;
    const members = membersOf(
      present,
      this.#runs.shown.state.runs,
      this.#weights,
      part === 'validation',
    );
    const chosen = members
      .filter(({ id, whyNot }) => whyNot === '' && this.#ticked.includes(id))
      .slice(0, MOST_MEMBERS)
      .map(({ id }) => id);
    const can = { canTest, canValidate, canShift };
    const groups = groupsOf(
      members.filter(({ id }) => chosen.includes(id)),
      copies,
    );
    const locked = lockedBy(state) || (part === 'test' && !canTest ? COMMITTEE.noTest : '');
    this.#show({
      ...{ part, copies, members, chosen, ...can },
      locked: locked || tooFew(chosen.length, groups.length),
    });
  }

  #show(change: Partial<CommitteeState>): void {
    this.shown.update(change);
  }
}

const differ = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length !== other.length || one.some((sign, i) => !Object.is(sign, other[i]));

function lockedBy({ data, busy, run }: State): string {
  if (data.kind !== 'ready') return STATUS.waiting;
  if (run === 'training') return COMMITTEE.pauseFirst;
  return busy && busy !== 'committee' ? STATUS.busy[busy] : '';
}

function tooFew(members: number, groups: number): string {
  if (members === 0) return COMMITTEE.nobody;
  return groups === 1 ? COMMITTEE.onlyOne : '';
}
