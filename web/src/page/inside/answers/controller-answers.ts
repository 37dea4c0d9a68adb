// SPDX-License-Identifier: MIT
import type { Answers } from '../../../lib/index.ts';
import { messageOf, ScratchpadError } from '../../../lib/errors.ts';
import type { NetworkSettings } from '../../../lib/settings.ts';
import type { PageTrainer, Services } from '../../model/services.ts';
import { fetchImages } from '../../ui/gallery/fetch-images.ts';
import { Labels } from '../../ui/gallery/labels.ts';
import type { State } from '../../model/state.ts';
import { usable } from '../../model/selectors.ts';
import { type AnswersState, INITIAL_ANSWERS, type Moment } from './answers-state.ts';
import { type Answered, type Choice, chosenExamples, toAnswered } from './confusion.ts';
import { Store } from '../../model/store.ts';

/** Between two askings, in milliseconds: epochs of little data are short. */
const PAUSE_MS = 250;
const PER_PAGE = 24;

const FIRST = { choice: INITIAL_ANSWERS.choice, page: 0 };

/** What the core answered, and of which network. */
interface Given {
  readonly trainer: PageTrainer;
  readonly network: NetworkSettings;
  readonly answers: Answers;
  readonly labels: Uint8Array;
  readonly moment: Moment;
}

/** Has the test images answered by the present weights: one asking in flight, the latest win. */
export class AnswersController {
  readonly #services: Services;
  readonly #unsubscribe: () => void;
  /** What it shows. */
  readonly shown = new Store<AnswersState>(INITIAL_ANSWERS);
  #active = false;
  #disposed = false;
  /** What the last answers were made from; other weights or data make them stale. */
  #seen: readonly unknown[] = [];
  #stale = false;
  #asking = false;
  #given: Given | null = null;
  #answered: Answered | null = null;
  #labels: Labels | null = null;
  /** What is to be shown; it is said to be once its images are there. */
  #wanted: Pick<AnswersState, 'choice' | 'page'> = FIRST;
  /** Counts the pages that were asked for, so that an old one's images are dropped. */
  #pagesAsked = 0;

  constructor(services: Services) {
    this.#services = services;
    this.#unsubscribe = services.store.subscribe((state) => this.#follow(state));
  }

  dispose(): void {
    this.#disposed = true;
    this.#unsubscribe();
  }

  /** Nothing is asked while the panel is not shown. */
  set active(active: boolean) {
    this.#active = active;
    if (active) this.#follow(this.#services.store.state);
  }

  /** Settles when its images are shown. */
  async choose(choice: Choice): Promise<void> {
    this.#wanted = { choice, page: 0 };
    await this.#show();
  }

  goTo(page: number): void {
    this.#wanted = { ...this.#wanted, page };
    void this.#show();
  }

  #update(change: Partial<AnswersState>): void {
    this.shown.update(change);
  }

  /** The page's state has changed; this panel may have to. */
  #follow(state: State): void {
    // Other data is on its way.
    if (!usable(state.data)?.test) this.#forget();
    if (!this.#active) return;
    if (state.threshold !== this.shown.state.threshold) this.#setThreshold(state.threshold);
    const signs = this.#signs(state);
    if (signs.some((sign, i) => !Object.is(sign, this.#seen[i]))) this.#stale = true;
    this.#seen = signs;
    if (this.#stale) void this.#ask();
  }

  /** What the answers depend on; each is another object when it changes. */
  #signs({ data, epochs, step, kept, run, checksum }: State): readonly unknown[] {
    const { trainer } = this.#services;
    return [
      trainer,
      trainer?.network,
      usable(data)?.test?.examples,
      epochs,
      step,
      kept,
      run,
      checksum,
    ];
  }

  #forget(): void {
    this.#labels = null;
    this.#given = this.#answered = null;
    this.#pagesAsked += 1;
    this.#seen = [];
    const { confusion, problem, shown } = this.shown.state;
    if (!confusion && !problem && shown.length === 0) return;
    this.#update({ confusion: null, moment: null, problem: '', found: 0, shown: [] });
  }

  async #ask(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    while (this.#stale && this.#active && !this.#disposed) {
      this.#stale = false;
      await this.#askOnce();
      await new Promise((goOn) => setTimeout(goOn, PAUSE_MS));
    }
    this.#asking = false;
  }

  async #askOnce(): Promise<void> {
    const { trainer, store } = this.#services;
    const examples = usable(store.state.data)?.test?.examples;
    if (!trainer || examples === undefined) return;
    const moment = momentOf(store.state);
    const { network } = trainer;
    const mine = (this.#labels ??= new Labels(trainer, 'test'));
    try {
      const labels = await mine.all(examples);
      const answers = await trainer.answers('test');
      // Meanwhile other data, or another network, may have come; then it is asked again.
      const fits = answers.answers.length === labels.length && trainer.network === network;
      if (this.#labels !== mine || !fits) return;
      this.#given = { trainer, network, answers, labels, moment };
      this.#take(this.#given);
      await this.#show();
    } catch (error) {
      if (this.#labels === mine) this.#fail(error);
    }
  }

  /** Reset, for one, came between: what there is now is asked for at once. */
  #fail(error: unknown): void {
    if (error instanceof ScratchpadError) {
      if (error.code === 'badState') this.#stale = true;
      if (error.code === 'crashed') this.#services.fail(error);
      if (error.code === 'badState' || error.code === 'disposed') return;
    }
    const problem = messageOf(error);
    this.#update({ confusion: null, moment: null, found: 0, shown: [], problem });
  }

  #setThreshold(threshold: number): void {
    this.#update({ threshold });
    if (!this.#given) return;
    this.#take(this.#given);
    void this.#show();
  }

  #take({ answers, labels, network, moment }: Given): void {
    const answered = toAnswered(answers, labels, network, this.shown.state.threshold);
    this.#answered = answered;
    const positive = network.output === 'sigmoid' ? network.positive : null;
    const { choice } = this.#wanted;
    // A cell of the ten digits is none of yes and no.
    const exists = choice.kind !== 'cell' || positive === this.shown.state.positive;
    this.#update({
      confusion: answered.confusion,
      positive,
      moment,
      problem: '',
      ...(!exists && FIRST),
    });
    if (!exists) this.#wanted = FIRST;
  }

  /** The images of the chosen page. */
  async #show(): Promise<void> {
    const { trainer } = this.#given ?? {};
    const answered = this.#answered;
    if (!trainer || !answered) {
      this.#update(this.#wanted);
      return;
    }
    const { choice, page: asked } = this.#wanted;
    const mine = (this.#pagesAsked += 1);
    const all = chosenExamples(answered, choice);
    const pages = Math.max(1, Math.ceil(all.length / PER_PAGE));
    const page = Math.min(asked, pages - 1);
    const numbers = all.slice(page * PER_PAGE, (page + 1) * PER_PAGE);
    try {
      const images = await fetchImages(trainer, 'test', numbers);
      if (mine !== this.#pagesAsked) return;
      const shown = images.map((image) => ({
        image,
        answer: answered.answers[image.number] ?? 0,
        probability: answered.probabilities[image.number] ?? NaN,
        cost: answered.costs[image.number] ?? NaN,
      }));
      this.#update({ choice, found: all.length, page, pages, shown });
    } catch (error) {
      if (mine === this.#pagesAsked) this.#fail(error);
    }
  }
}

function momentOf({ run, epochs, step, progress, kept }: State): Moment {
  const last = kept ?? epochs.at(-1)?.epoch ?? 0;
  if (run === 'training') return { when: 'training', epoch: (epochs.at(-1)?.epoch ?? 0) + 1 };
  if (step && !step.finished) return { when: 'stepped', epoch: step.epoch };
  if (run === 'paused' && progress) return { when: 'paused', epoch: progress.epoch };
  return last > 0 ? { when: 'trained', epoch: last } : { when: 'untrained', epoch: 0 };
}
