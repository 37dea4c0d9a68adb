// SPDX-License-Identifier: MIT
import type { PageTrainer } from '../../model/services.ts';
import type { Snapshot } from '../../../lib/index.ts';
import type { Copies } from '../../../lib/results.ts';
import type { AnsweredPart, Figure } from './figure.ts';
import { type CommitteeState, type Group, groupsOf, keyOf } from './committee-state.ts';
import type { Member } from './members.ts';
import { type Turned, turned, Votes } from './turned.ts';

/** So many images at a time, so that it can be stopped, and the progress be seen. */
const AT_ONCE = 500;
/**
 * Code is slow when it runs first, and others use the machine too: the middle one of some times
 * counts, at most so many, which take no longer than so many seconds.
 */
const TIMES = 15;
const SHORT = 0.3;

interface Asked {
  readonly part: AnsweredPart;
  readonly copies: Copies;
  readonly members: readonly Member[];
  /** Of the members, in their order; none: the trainer has the only one. */
  readonly snapshots: readonly Snapshot[];
}

/** Answers all images by each network alone, and by all together. */
export class AnswerJob {
  readonly #trainer: PageTrainer;
  readonly #asked: Asked;
  readonly #onChange: (change: Partial<CommitteeState>) => void;
  readonly #signal: AbortSignal;
  readonly #all: number;
  /** The member whose weights the trainer has. */
  #taken = -1;
  #done = 0;
  #figures = new Map<string, Figure>();

  constructor(
    trainer: PageTrainer,
    asked: Asked,
    onChange: (change: Partial<CommitteeState>) => void,
    signal: AbortSignal,
  ) {
    this.#trainer = trainer;
    this.#asked = asked;
    this.#onChange = onChange;
    this.#signal = signal;
    const { members, copies, part } = asked;
    const votes = part === 'test' ? effort({ members, copies }) : 0;
    this.#all = groupsOf(members, copies).reduce((sum, group) => sum + effort(group), votes);
  }

  /**
   * Ends without a word when it is stopped.
   * @param known what has been answered before, which stays
   */
  async run(known: Pick<CommitteeState, 'figures' | 'turned'>): Promise<void> {
    this.#figures = new Map(known.figures);
    try {
      await this.#measure();
      const found = await this.#compare();
      if (found && this.#agrees(found)) {
        const key = keyOf(this.#asked.part, this.#asked);
        this.#onChange({ turned: new Map(known.turned).set(key, found) });
      }
    } catch (error) {
      if (!this.#signal.aborted) throw error;
    }
  }

  /** Each alone, and all together. */
  async #measure(): Promise<void> {
    const { members, copies, snapshots } = this.#asked;
    for (const [k, member] of members.entries()) {
      await this.#take(k);
      if (this.#signal.aborted) return;
      await this.#answer({ members: [member], copies: 1 });
    }
    await this.#take(0);
    for (const group of groupsOf(members, copies).slice(members.length)) {
      if (this.#signal.aborted) return;
      await this.#answer(group, snapshots.slice(1));
    }
  }

  /**
   * Image by image. After all that is measured: for a while after predict() the library makes its
   * slices of work short, for who draws, and then it is slower.
   */
  async #compare(): Promise<Turned | null> {
    const { part, members } = this.#asked;
    if (part !== 'test') return null;
    await this.#take(0);
    const { network } = this.#trainer;
    const { answers } = await this.#trainer.answers('test');
    const labels = new Uint8Array(answers.length);
    const votes = new Votes(answers.length, network.layers.at(-1) ?? 1);
    for (const [k, member] of members.entries()) {
      await this.#take(k);
      await this.#vote(votes, labels, member);
      if (this.#signal.aborted) return null;
    }
    const yes = network.output === 'sigmoid' ? network.positive : null;
    return turned(answers, votes.answers(), labels, yes);
  }

  /** Gives the trainer the weights of a member, where it may have others. */
  async #take(k: number): Promise<void> {
    const snapshot = this.#asked.snapshots[k];
    if (snapshot && k !== this.#taken) await this.#trainer.restore(snapshot);
    this.#taken = k;
  }

  /** The library's own figures. */
  async #answer(group: Group, others: readonly Snapshot[] = []): Promise<Figure> {
    const { part } = this.#asked;
    const ask = () => this.#trainer.evaluate({ part, copies: group.copies, with: others });
    const { examples, correct, seconds } = await ask();
    const times = [seconds];
    while (times.length < TIMES && times.reduce((sum, time) => sum + time) < SHORT) {
      times.push((await ask()).seconds);
    }
    const figure = { examples, correct, seconds: middle(times) };
    this.#figures = new Map(this.#figures).set(keyOf(part, group), figure);
    this.#advance(effort(group), { figures: this.#figures });
    return figure;
  }

  /** @param labels are filled in */
  async #vote(votes: Votes, labels: Uint8Array, member: Member): Promise<void> {
    const { copies } = this.#asked;
    const share = effort({ members: [member], copies }) / labels.length;
    for (let first = 0; first < labels.length; first += AT_ONCE) {
      if (this.#signal.aborted) return;
      const count = Math.min(AT_ONCE, labels.length - first);
      const batch = await this.#trainer.images('test', first, count);
      labels.set(batch.labels, first);
      votes.add(first, await this.#trainer.predict(batch.images, { copies }));
      this.#advance(share * count);
    }
    votes.voted();
  }

  /** Rounded means could give another answer than the library's; then nothing is said of them. */
  #agrees({ right, wrong }: Turned): boolean {
    const { part, members, copies } = this.#asked;
    const correct = (group: Group) => this.#figures.get(keyOf(part, group))?.correct ?? 0;
    const one = correct({ members: members.slice(0, 1), copies: 1 });
    return one + right - wrong === correct({ members, copies });
  }

  #advance(effort: number, change: Partial<CommitteeState> = {}): void {
    this.#done += effort;
    this.#onChange({ ...change, progress: Math.min(1, this.#done / this.#all) });
  }
}

/** Of two in the middle the smaller. */
function middle(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[(times.length - 1) >> 1] ?? NaN;
}

/** What an image costs: as many products as there are weights, for each copy. */
function effort({ members, copies }: Group): number {
  return copies * members.reduce((sum, { parameters }) => sum + parameters, 0);
}
