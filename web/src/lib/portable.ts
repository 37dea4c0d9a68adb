// SPDX-License-Identifier: MIT
// A trainer's network as a file, and what is known of it beside its numbers; see formats/model.ts.
import type { ModelForm } from './formats/forms.ts';
import type { ModelNotes, OpenedModel } from './formats/model.ts';
import { Questions } from './questions.ts';
import type { Snapshot } from './snapshot.ts';
import type { NetworkSettings } from './settings.ts';

/** What openModel() gives; createTrainer() takes it. */
export type Opened = Partial<Pick<OpenedModel, 'snapshot' | 'notes' | 'assumed'>>;

export const OPENED: readonly (keyof Opened)[] = ['snapshot', 'notes', 'assumed'];

/** Of networks. */
const outputs = ({ layers }: NetworkSettings): number | undefined => layers.at(-1);

export abstract class Portable extends Questions {
  #notes: Partial<ModelNotes> = {};
  /** Its place in the epoch is one in data that is loaded only then. */
  #opened: Snapshot | null = null;

  abstract save(): Promise<Snapshot>;
  abstract restore(snapshot: Snapshot): Promise<void>;

  /** What is known of the network from now on; the rest stays. */
  protected note(notes: Partial<ModelNotes>): void {
    this.#notes = { ...this.#notes, ...notes };
  }

  /** Other weights, of which nothing is known but what they answer, where that stays. */
  protected forgetNotes(before: NetworkSettings): void {
    this.#opened = null;
    const { classes = null, width = null, height = null } = this.#notes;
    const { network } = this;
    this.#notes = {
      ...(before.output === network.output && outputs(before) === outputs(network) && { classes }),
      ...(before.layers[0] === network.layers[0] && { width, height }),
    };
  }

  /** Takes what openModel() gave; settings beside it must be those of the snapshot. */
  protected async takeOver(given: Opened & Partial<NetworkSettings>): Promise<void> {
    const { snapshot, notes } = given;
    if (!snapshot && !notes) return;
    const { checkOpened } = await import('./formats/check-opened.ts');
    checkOpened(given, this.network);
    if (snapshot) await this.restore(snapshot);
    this.#opened = snapshot ?? null;
    if (notes) this.note(notes);
  }

  /**
   * Before it trains on: what it was made from began an epoch with the data that is there by now.
   * @returns null where there is nothing to wait for: what is asked next is then asked at once
   */
  protected findPlace(): Promise<unknown> | null {
    const snapshot = this.#opened;
    if (!snapshot || !this.data.train) return null;
    this.#opened = null;
    return this.client.ask('restore', { snapshot });
  }

  /**
   * The network as a file, as of one moment, also while it trains.
   * @param form FORMS lists them, with the ends of their names
   * @param options notes: what differs from what is known of it, by openModel() and by training here;
   *   memory: of safetensors, with what training needs to go on to the same bits; false when absent
   * @throws ScratchpadError 'badSetting'
   */
  async export(
    form: ModelForm,
    options: { notes?: Partial<ModelNotes>; memory?: boolean } = {},
  ): Promise<Uint8Array<ArrayBuffer>> {
    const { exportModel } = await import('./formats/export-model.ts');
    const { notes, ...rest } = options;
    const model = { snapshot: await this.save(), notes: { ...this.#notes, ...notes } };
    return exportModel(model, form, rest);
  }
}
