// SPDX-License-Identifier: MIT
import { messageOf, ScratchpadError } from '../../../lib/errors.ts';
import type { PageTrainer, Services } from '../../model/services.ts';
import { fetchImages } from '../../ui/gallery/fetch-images.ts';
import { Labels } from '../../ui/gallery/labels.ts';
import type { DataImage, State } from '../../model/state.ts';
import { usable } from '../../model/selectors.ts';
import { type BrowserState, INITIAL_BROWSER, PER_PAGE, type Selection } from './data-state.ts';
import { Store } from '../../model/store.ts';

/** Fetches the images of the selected page: one page at a time, the latest selection wins. */
export class DataBrowserController {
  readonly #services: Services;
  readonly #unsubscribe: () => void;
  /** What it shows. */
  readonly shown = new Store<BrowserState>(INITIAL_BROWSER);
  #active = false;
  /** The labels of the data that is loaded, by part. */
  #labels: Partial<Record<DataImage['part'], Labels>> = {};
  /** The page is, or will be, that of the selection; else it is to be fetched. */
  #current = false;
  /** Counts the pages that were asked for, so that an old one's images are dropped. */
  #asked = 0;

  constructor(services: Services) {
    this.#services = services;
    this.#unsubscribe = services.store.subscribe((state) => this.#follow(state));
  }

  dispose(): void {
    this.#unsubscribe();
    this.#asked += 1;
  }

  /** Nothing is fetched while the view is not shown. */
  set active(active: boolean) {
    this.#active = active;
    if (active) this.#follow(this.#services.store.state);
  }

  select(change: Partial<Selection>): void {
    this.#update({ selection: { ...this.shown.state.selection, page: 0, ...change } });
    this.#current = false;
    this.#follow(this.#services.store.state);
  }

  #update(change: Partial<BrowserState>): void {
    this.shown.update(change);
  }

  /** The page's state, or the selection, has changed. */
  #follow({ data }: State): void {
    const loaded = usable(data);
    if (!loaded) this.#forget();
    if (!this.#active || !loaded) return;
    const { selection } = this.shown.state;
    const info = loaded[selection.part];
    if (info !== this.shown.state.info) {
      // While data arrives only a page that is not full yet can change.
      const full = this.shown.state.shown.length === PER_PAGE;
      if (!full || !this.shown.state.info) this.#current = false;
      this.#update({ info, ...extentOf(info?.perLabel, selection) });
    }
    if (this.#current || !info) return;
    this.#current = true;
    void this.#show();
  }

  /** Other data is on its way. */
  #forget(): void {
    this.#labels = {};
    this.#current = false;
    this.#asked += 1;
    if (!this.shown.state.info && !this.shown.state.problem) return;
    const { selection, ...nothing } = INITIAL_BROWSER;
    this.#update({
      ...nothing,
      selection: { ...selection, part: this.shown.state.selection.part },
    });
  }

  async #show(): Promise<void> {
    const { trainer } = this.#services;
    const { info } = this.shown.state;
    if (!trainer || !info) return;
    const mine = (this.#asked += 1);
    const extent = extentOf(info.perLabel, this.shown.state.selection);
    const page = Math.min(this.shown.state.selection.page, extent.pages - 1);
    const selection = { ...this.shown.state.selection, page };
    this.#update({ selection, ...extent, searching: null, problem: '' });
    try {
      const numbers = await this.#numbers(trainer, selection, (fraction) => {
        if (mine === this.#asked) this.#update({ searching: fraction });
        return mine === this.#asked;
      });
      const shown = await fetchImages(trainer, selection.part, numbers);
      if (mine === this.#asked) this.#update({ shown, searching: null });
    } catch (error) {
      if (mine === this.#asked) this.#fail(error);
    }
  }

  /** @param goOn called while labels are read; false: another page was chosen meanwhile */
  async #numbers(
    trainer: PageTrainer,
    { part, digit, page }: Selection,
    goOn: (fraction: number) => boolean,
  ): Promise<number[]> {
    const examples = this.shown.state.info?.examples ?? 0;
    const skip = page * PER_PAGE;
    if (digit === null) {
      const count = Math.min(PER_PAGE, examples - skip);
      return Array.from({ length: count }, (_, i) => skip + i);
    }
    const labels = (this.#labels[part] ??= new Labels(trainer, part));
    return labels.numbersOf(digit, { skip, count: PER_PAGE, examples }, goOn);
  }

  #fail(error: unknown): void {
    if (error instanceof ScratchpadError) {
      if (error.code === 'crashed') this.#services.fail(error);
      if (error.code === 'disposed') return;
    }
    const problem = messageOf(error);
    this.#update({ shown: [], searching: null, problem });
  }
}

/** How many images a selection has. */
function extentOf(
  perLabel: readonly number[] = [],
  { digit }: Selection,
): Pick<BrowserState, 'total' | 'pages'> {
  const total =
    digit === null ? perLabel.reduce((sum, one) => sum + one, 0) : (perLabel[digit] ?? 0);
  return { total, pages: Math.max(1, Math.ceil(total / PER_PAGE)) };
}
