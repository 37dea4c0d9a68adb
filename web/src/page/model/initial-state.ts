// SPDX-License-Identifier: MIT
import { DEFAULT_ENGINE, DEFAULT_NETWORK } from '../../lib/settings.ts';
import { DIGITS_LOOK } from './data-look.ts';
import { presetSettings } from './presets.ts';
import type { State } from './state.ts';

// A network that soon reads what is drawn; a link has settings of its own.
const BEGIN = presetSettings('quick', DEFAULT_NETWORK, DIGITS_LOOK);

export const INITIAL_STATE: State = {
  choice: 'mnist',
  hasMnist: null,
  data: { kind: 'starting' },
  look: DIGITS_LOOK,
  own: null,
  ownPanel: null,
  ...BEGIN,
  engine: { ...DEFAULT_ENGINE, threads: 'auto' },
  backend: null,
  speeds: {},
  problems: {},
  run: 'idle',
  busy: null,
  busyText: '',
  finder: null,
  current: null,
  place: null,
  interrupted: null,
  used: null,
  changes: [],
  firstEpoch: 0,
  lastEpoch: BEGIN.training.epochs,
  progress: null,
  step: null,
  epochs: [],
  trail: [],
  marks: [],
  overlays: [],
  evaluation: null,
  scores: null,
  curves: null,
  threshold: 0.5,
  kept: null,
  checksum: null,
  outcome: '',
  notice: null,
  reading: null,
  drawn: null,
  deskew: false,
  redrawn: null,
  padImage: null,
};

/** A network that has not been trained: part of the state after Reset. */
export const UNTRAINED = {
  finder: null,
  current: null,
  place: null,
  firstEpoch: 0,
  used: null,
  changes: [],
  progress: null,
  step: null,
  epochs: [],
  trail: [],
  marks: [],
  evaluation: null,
  scores: null,
  curves: null,
  kept: null,
  checksum: null,
  outcome: '',
} satisfies Partial<State>;
