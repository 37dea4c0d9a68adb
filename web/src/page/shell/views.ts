// SPDX-License-Identifier: MIT
// The views, and where the code of each is.
import { html } from 'lit';
import type { LazyCode } from '../ui/view-slot.ts';
import { VIEW_NAMES } from './texts.ts';

export type View = 'train' | 'notes' | 'inside' | 'data' | 'runs' | 'models';

/** A view that is loaded when it is opened for the first time; 'train' is there from the start. */
export type LazyView = Exclude<View, 'train'>;

export const VIEWS: readonly { view: View; hash: string; name: string }[] = [
  { view: 'train', hash: '#train', name: VIEW_NAMES.train },
  { view: 'notes', hash: '#step-by-step', name: VIEW_NAMES.notes },
  { view: 'inside', hash: '#look-inside', name: VIEW_NAMES.inside },
  { view: 'data', hash: '#data', name: VIEW_NAMES.data },
  { view: 'runs', hash: '#runs', name: VIEW_NAMES.runs },
  { view: 'models', hash: '#models', name: VIEW_NAMES.models },
];

export const LAZY_VIEWS: Readonly<Record<LazyView, LazyCode>> = {
  notes: {
    load: () => import('../notes/mlp-notes.ts'),
    element: (active) => html`<mlp-notes ?active=${active}></mlp-notes>`,
  },
  inside: {
    load: () => import('../inside/mlp-inside.ts'),
    element: (active) => html`<mlp-inside ?active=${active}></mlp-inside>`,
  },
  data: {
    load: () => import('../data/browser/mlp-data.ts'),
    element: (active) => html`<mlp-data-browser ?active=${active}></mlp-data-browser>`,
  },
  runs: {
    load: () => import('../runs/mlp-runs.ts'),
    element: (active) => html`<mlp-runs ?active=${active}></mlp-runs>`,
  },
  models: {
    load: () => import('../models/mlp-models.ts'),
    element: (active) => html`<mlp-models ?active=${active}></mlp-models>`,
  },
};

/** The panel for own data, which opens over the page. */
export const OWN_DATA: LazyCode = {
  load: () => import('../data/own/mlp-own-data.ts'),
  element: (active) => html`<mlp-own-data ?active=${active}></mlp-own-data>`,
};

/** The view that a place is in. */
export function viewIn(hash: string): View {
  const [first = ''] = hash.split('/');
  return VIEWS.find((one) => one.hash === first)?.view ?? 'train';
}
