// SPDX-License-Identifier: MIT
// What the components tell the page. They bubble up to <mlp-scratchpad>, which calls the controller.
import type { Stroke } from '../../lib/strokes.ts';
import type { PresetChoice } from './presets.ts';
import type { EngineSettings, NetworkSettings, TrainSettings } from '../../lib/settings.ts';
import type { DataChoice } from './learned-from.ts';
import type { DataImage, Dropped } from './state.ts';

export interface PageEvents {
  'mlp-train': null;
  'mlp-step': null;
  'mlp-reset': null;
  /** Brings back the kept run of this id. */
  'mlp-undo': string;
  /** The run that was interrupted goes on, or is forgotten. */
  'mlp-interrupted': 'continue' | 'discard';
  /** What was kept of the page is forgotten, and it opens as for the first time. */
  'mlp-afresh': null;
  /** Looks for a learning rate, ends that, or closes its panel. */
  'mlp-finder': 'find' | 'cancel' | 'close';
  'mlp-retry': null;
  /** The settings under 'more' are asked for. */
  'mlp-more': null;
  'mlp-theme': null;
  'mlp-data': DataChoice;
  /** Opens the panel 'Own data', with what was dropped. */
  'mlp-own': readonly Dropped[];
  /** A file of a network is to be opened. */
  'mlp-model': File;
  'mlp-network': Partial<NetworkSettings>;
  'mlp-training': Partial<TrainSettings>;
  'mlp-engine': Partial<EngineSettings>;
  'mlp-preset': PresetChoice;
  /** From which probability on the answer is yes. */
  'mlp-threshold': number;
  /** Whether drawings are set upright before they are read. */
  'mlp-deskew': boolean;
  'mlp-strokes': readonly Stroke[];
  /** An image of the data is to stand on the pad. */
  'mlp-image': DataImage;
}

export type PageEvent<Name extends keyof PageEvents> = CustomEvent<PageEvents[Name]>;

/** Makes a function that tells such events to whoever listens further up, by name and with what. */
export const teller =
  <Events>() =>
  <Name extends keyof Events & string>(
    from: HTMLElement,
    name: Name,
    detail: Events[Name],
  ): void => {
    from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  };

export const emit = teller<PageEvents>();
