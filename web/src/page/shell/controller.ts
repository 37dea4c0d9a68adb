// SPDX-License-Identifier: MIT
import type { Stroke, StrokePoint } from '../../lib/strokes.ts';
import type { PresetChoice } from '../model/presets.ts';
import type { EngineSettings, NetworkSettings, TrainSettings } from '../../lib/settings.ts';
import type { Library, Services } from '../model/services.ts';
import { Faults } from './faults.ts';
import { Reopening } from './reopening.ts';
import { AddressController } from './controller-address.ts';
import { LIBRARY } from './controller-library.ts';
import { LinkController } from './controller-link.ts';
import { DataController } from '../data/controller-data.ts';
import { PadController } from '../pad/controller-pad.ts';
import { ScoresController } from '../yes-no/controller-scores.ts';
import { SettingsController } from '../settings/controller-settings.ts';
import { TrainController } from '../train/controller-train.ts';
import type { OwnData } from '../model/own-data.ts';
import type { DataChoice } from '../model/learned-from.ts';
import type { DataImage, Dropped, State } from '../model/state.ts';
import { INITIAL_STATE } from '../model/initial-state.ts';
import { AddressRoute, Route } from '../model/route.ts';
import { Store } from '../model/store.ts';
import { lazyParts } from './lazy-parts.ts';
import type { Wishes } from './wishes.ts';
import { STATUS } from '../model/texts.ts';

interface Options {
  /** The page's address is to hold the settings, and the place. */
  readonly address: boolean;
  /** Where it does not: the place. */
  readonly place?: string;
  readonly library?: Library;
}

/** Wires what people do to the library, and what it answers to the store; one part per source. */
export class Controller {
  readonly store = new Store<State>(INITIAL_STATE);
  readonly #services: Services;
  readonly #data: DataController;
  readonly #train: TrainController;
  readonly #pad: PadController;
  readonly #scores: ScoresController;
  readonly #settings: SettingsController;
  readonly #link: LinkController;
  readonly #address: AddressController | null;
  readonly #parts = lazyParts(() => this.#services, {
    link: () => this.#link,
    deeds: this,
    holdOwn: (own) => this.#data.hold(own),
    redraw: (strokes) => this.#redraw(strokes),
  });
  readonly #faults: Faults;

  /** @param site the folder that holds data/manifest.json */
  constructor(site: URL, { address, place = '', library = LIBRARY }: Options) {
    this.#services = {
      store: this.store,
      site,
      route: address ? new AddressRoute() : new Route(place),
      trainer: null,
      fail: (error) => this.#faults.fail(error),
      say: (text) => this.say(text),
      runs: this.#parts.runs,
      drawings: this.#parts.drawings,
      models: this.#parts.models,
      settled: () => this.#train.settled(),
      exclusively: (busy, work) => this.#train.exclusively(busy, work),
      load: (choice) => this.#data.load(choice),
      fetchOwn: async (sha256) => {
        const own = await (await import('../storage/own-store.ts')).findOwn(sha256);
        if (own) this.#data.hold(own);
        return own !== null;
      },
      lookOf: (choice) => this.#data.lookOf(choice),
      useOwn: (own) => this.#useOwn(own),
    };
    this.#pad = new PadController(this.#services);
    this.#scores = new ScoresController(this.#services);
    this.#train = new TrainController(this.#services, this.#scores, () => this.#pad.refresh());
    this.#settings = new SettingsController(this.#services, this.#train);
    this.#data = new DataController(this.#services, library, site, () => this.#train.renew());
    this.#link = new LinkController(this.#services, () => this.train());
    this.#faults = new Faults(this.#services, this.#train, this.#data);
    this.#address = address ? new AddressController(this.#services, this.#link) : null;
  }

  get services(): Services {
    return this.#services;
  }

  /** Makes a link to the settings as they are; null where the address is not the lab's own. */
  get linkOf(): ((train: boolean) => string) | null {
    return this.#address?.link ?? null;
  }

  /** @param wishes null where the page round the lab asks for nothing */
  start(wishes: Wishes | null): void {
    const begin = async (reopened: boolean): Promise<void> => {
      const linked = this.#address?.start(reopened) ?? false;
      if (wishes && !reopened)
        await this.#with(this.#parts.wishes, (them) => them.begin(wishes, linked));
      void this.#data.start();
    };
    new Reopening(this.#services, this.#address ? this.#parts.session : null).start(begin);
  }

  /** What the page round the lab asks for later. */
  ask(wishes: Wishes): void {
    void this.#with(this.#parts.wishes, (them) => them.change(wishes));
  }

  /** Works with a part that is loaded when it is needed first. */
  async #with<Part>(load: () => Promise<Part>, work: (part: Part) => unknown): Promise<void> {
    try {
      await work(await load());
    } catch (error) {
      this.#faults.fail(error);
    }
  }

  dispose(): void {
    this.#link.dispose();
    this.#address?.dispose();
    this.#data.cancel();
    this.#services.trainer?.dispose();
    this.#services.trainer = null;
    this.#services.route.dispose();
  }

  retry(): void {
    void this.#data.start();
  }

  async chooseData(choice: DataChoice): Promise<void> {
    if (!this.#free) return;
    // Its number and its label are those of the data that goes.
    if (this.store.state.padImage) this.#pad.draw([]);
    await this.#data.choose(choice);
  }

  openOwn(dropped: readonly Dropped[]): void {
    this.store.update({ ownPanel: dropped });
  }

  /** A file of a network was dropped on the page. */
  openModel(file: File): void {
    this.#services.route.go('#models');
    if (this.#free) void this.#with(this.#parts.models, (models) => models.open(file));
  }

  async #useOwn(own: OwnData): Promise<void> {
    if (!this.#free) throw new Error(STATUS.busy[this.store.state.busy ?? 'restore']);
    // As with other data that is chosen.
    if (this.store.state.padImage) this.#pad.draw([]);
    await this.#data.useOwn(own);
  }

  /** The Train button, which pauses while it runs. */
  train(): void {
    if (this.#free) void this.#train.toggle();
  }

  step(): void {
    if (this.#free) void this.#train.step();
  }

  reset(): void {
    if (this.#free) void this.#train.reset();
  }

  async changeNetwork(change: Partial<NetworkSettings>): Promise<void> {
    if (this.#free) await this.#settings.changeNetwork(change);
  }

  changeTraining(change: Partial<TrainSettings>): void {
    this.#settings.changeTraining(change);
  }

  /** The engine is a trainer's for life, so another one takes over. */
  async changeEngine(change: Partial<EngineSettings>): Promise<void> {
    if (!this.#free) return;
    this.store.update({ engine: { ...this.store.state.engine, ...change } });
    await this.#train.replaceTrainer(() => this.#data.restart());
  }

  async choosePreset(name: PresetChoice): Promise<void> {
    if (this.#free) await this.#settings.choosePreset(name);
  }

  setThreshold(threshold: number): void {
    this.#scores.setThreshold(threshold);
  }

  draw(strokes: readonly Stroke[]): void {
    this.#pad.draw(strokes);
  }

  /** A drawing that was brought back. */
  #redraw(strokes: readonly (readonly StrokePoint[])[]): void {
    this.store.update({ redrawn: strokes });
    this.#pad.draw(strokes);
  }

  setDeskew(deskew: boolean): void {
    this.#pad.setDeskew(deskew);
  }

  showImage(image: DataImage): void {
    this.#pad.show(image);
  }

  /** Brings back what Reset or another network has replaced. */
  undo(id: string): void {
    if (this.#free) void this.#with(this.#parts.runs, (runs) => runs.undo(id));
  }

  /** What becomes of the run that was interrupted. */
  interrupted(order: 'continue' | 'discard'): void {
    if (!this.#free) return;
    void this.#with(this.#parts.runs, async (runs) => {
      if (order === 'discard') await runs.discard();
      else if (await runs.takeUp()) this.train();
    });
  }

  /** Forgets what was kept of the page. */
  startAfresh(): void {
    void this.#with(this.#parts.session, (session) => session.startAfresh());
  }

  finder(order: 'find' | 'cancel' | 'close'): void {
    void this.#with(this.#parts.finder, (finder) => finder[order]());
  }

  /** Nothing else has the network to itself. */
  get #free(): boolean {
    return this.store.state.busy === null;
  }

  /** Tells the person what went wrong. */
  say(text: string): void {
    this.store.update({ notice: { kind: 'error', text } });
  }
}
