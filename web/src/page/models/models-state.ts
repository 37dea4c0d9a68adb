// SPDX-License-Identifier: MIT
import type { ModelForm } from '../../lib/formats/forms.ts';
import type { OpenedModel, OpenOptions } from '../../lib/formats/model.ts';
import { teller } from '../model/events.ts';

/** A model of the site's folder models/. */
export interface SiteModel {
  readonly file: string;
  readonly name: string;
  readonly note: string;
}

/** A file that says less than is needed: asked before it takes the network's place. */
export interface Question {
  readonly name: string;
  readonly model: OpenedModel;
  readonly options: OpenOptions;
}

/** A link to another host's file, which nobody has been asked for yet. */
export interface Foreign {
  readonly url: string;
  readonly host: string;
}

export interface ModelsState {
  /** What is under way; '' when nothing is. */
  readonly busy: string;
  /** What went wrong last, with what to do; '' when nothing did. */
  readonly problem: string;
  /** What was done last; '' when nothing was. */
  readonly said: string;
  readonly question: Question | null;
  readonly foreign: Foreign | null;
  /** null until the list has come. */
  readonly site: readonly SiteModel[] | null;
  /** The list did not come, as there is no network. */
  readonly unlisted: boolean;
}

export const NO_MODELS: ModelsState = {
  busy: '',
  problem: '',
  said: '',
  question: null,
  foreign: null,
  site: null,
  unlisted: false,
};

/** What of the network is saved. */
export interface Saved {
  /** A kept run; null: the network of the page. */
  readonly run: string | null;
  readonly form: ModelForm;
  readonly memory: boolean;
}

/** What the view's parts tell it. */
export interface ModelsEvents {
  'model-save': Saved;
  'model-open': File;
  'model-answer': OpenOptions | null;
  'model-foreign': boolean;
  'model-site': SiteModel;
  'model-run': string;
  'model-note': { readonly id: string; readonly note: string };
  'model-name': { readonly id: string; readonly name: string };
  'model-remove': string;
  'model-undo-remove': null;
}

export type ModelsEvent<Name extends keyof ModelsEvents> = CustomEvent<ModelsEvents[Name]>;

export const tell = teller<ModelsEvents>();
