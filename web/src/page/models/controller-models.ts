// SPDX-License-Identifier: MIT
import { messageOf, ScratchpadError } from '../../lib/errors.ts';
import { exportModel } from '../../lib/formats/export-model.ts';
import { FORMS } from '../../lib/formats/forms.ts';
import type { OpenOptions } from '../../lib/formats/model.ts';
import { openModel } from '../../lib/formats/open-model.ts';
import type { Services } from '../model/services.ts';
import { Store } from '../model/store.ts';
import { RUNS, RunsController } from '../runs/index.ts';
import { download } from '../ui/save-file.ts';
import { fetchModel, fetchSiteModels, nameOf } from './fetch-model.ts';
import { notesOf, notesOfRun } from './model-notes.ts';
import { type ModelsState, NO_MODELS, type Saved, type SiteModel } from './models-state.ts';
import { putModel } from './put-model.ts';
import { MODELS } from './texts.ts';

/** Saves the network as a file, and opens files in its place. */
export class ModelsController {
  readonly #services: Services;
  /** What it shows. */
  readonly shown = new Store<ModelsState>(NO_MODELS);
  /** The file that is asked about. */
  #file: File | null = null;

  constructor(services: Services) {
    this.#services = services;
  }

  async save({ run, form, memory }: Saved): Promise<void> {
    await this.#busy(MODELS.saving(form), MODELS.notSaved, async () => {
      const model = run === null ? await this.#ofPage() : await this.#ofRun(run);
      const bytes = await exportModel(model, form, { memory: memory && form === 'safetensors' });
      const { extension, type } = FORMS[form];
      const file = `${fileName(model.name)}${extension}`;
      download(new Blob([bytes], { type }), file);
      this.shown.update({ said: MODELS.saved(file) });
    });
  }

  async #ofPage() {
    const { store, trainer } = this.#services;
    if (!trainer) throw new Error(RUNS.nothing);
    const { current } = store.state;
    const runs = await this.#services.runs();
    const run = current && runs instanceof RunsController ? runs.find(current.id) : undefined;
    const snapshot = await trainer.save();
    const name = run ? RUNS.name(run) : '';
    return { snapshot, name, notes: notesOf(store.state, run?.name ?? '') };
  }

  async #ofRun(id: string) {
    const runs = await this.#services.runs();
    const run = runs instanceof RunsController ? runs.find(id) : undefined;
    const snapshot = runs instanceof RunsController ? await runs.snapshot(id) : undefined;
    if (!run || !snapshot) throw new Error(MODELS.noRun);
    return { snapshot, name: RUNS.name(run), notes: notesOfRun(run) };
  }

  /** Opens a file; where it does not say all that is needed, it is asked first. */
  async open(file: File, options: OpenOptions = {}): Promise<void> {
    const failed = (reason: string): string => MODELS.failed(file.name, reason);
    this.shown.update({ question: null });
    await this.#busy(MODELS.reading(file.name), failed, async () => {
      const model = await openModel(file, options);
      this.#file = file;
      const asked = model.assumed.filter((name) => !(name in options));
      if (asked.length > 0) {
        this.shown.update({ question: { name: file.name, model, options } });
      } else await putModel(this.#services, model, file.name);
    });
  }

  /** @param options null: it is not to be opened */
  async answer(options: OpenOptions | null): Promise<void> {
    const file = this.#file;
    this.shown.update({ question: null });
    if (options && file) await this.open(file, options);
  }

  /** A link to a file: of this host at once, of another when the person agrees. */
  async openLink(link: string): Promise<void> {
    // Where it is asked about, and where it is told when it fails.
    this.#services.route.go('#models');
    const url = urlOf(link, this.#services.site);
    if (url === null || !/^https?:$/.test(url.protocol)) {
      this.shown.update({ problem: MODELS.failed(link, MODELS.noLink) });
    } else if (url.origin === location.origin) await this.#fetch(url);
    else this.shown.update({ foreign: { url: url.href, host: url.host } });
  }

  async answerForeign(yes: boolean): Promise<void> {
    const { foreign } = this.shown.state;
    this.shown.update({ foreign: null });
    if (yes && foreign) await this.#fetch(new URL(foreign.url));
  }

  async openOfSite({ file }: SiteModel): Promise<void> {
    await this.#fetch(new URL(`models/${file}`, this.#services.site));
  }

  /** The site's own list. */
  async list(): Promise<void> {
    if (this.shown.state.site) return;
    try {
      this.shown.update({ site: await fetchSiteModels(this.#services.site), unlisted: false });
    } catch (error) {
      // Without a network it is asked for again when the view is opened again.
      if (error instanceof TypeError) this.shown.update({ unlisted: true });
      else this.shown.update({ site: [], problem: MODELS.listing });
    }
  }

  async #fetch(url: URL): Promise<void> {
    const failed = (reason: string): string => MODELS.notFetched(url.href, reason);
    const files: File[] = [];
    await this.#busy(MODELS.fetching(nameOf(url)), failed, async () => {
      files.push(await fetchModel(url));
    });
    for (const file of files) await this.open(file);
  }

  async #busy(
    busy: string,
    failed: (reason: string) => string,
    work: () => Promise<void>,
  ): Promise<void> {
    this.shown.update({ busy, problem: '', said: '' });
    try {
      await work();
    } catch (error) {
      // A fault of the worker is the whole page's.
      if (error instanceof ScratchpadError && error.code === 'crashed') this.#services.fail(error);
      this.shown.update({ problem: failed(messageOf(error)) });
    }
    this.shown.update({ busy: '' });
  }
}

/** What every system takes as the name of a file. */
const fileName = (name: string): string =>
  name
    .replace(/[^\p{L}\p{N}._ -]+/gu, '')
    .trim()
    .replaceAll(' ', '-') || 'model';

/** null where the link is none. */
function urlOf(link: string, site: URL): URL | null {
  try {
    return new URL(link, site);
  } catch {
    return null;
  }
}
