// SPDX-License-Identifier: MIT
// Which view is shown: the address says it, so that Back of the browser and a reload keep to it.
import { html, type TemplateResult } from 'lit';
import type { Context } from '../model/services.ts';
import { VIEW_NAMES } from './texts.ts';
import type { Theme } from './theme.ts';

export type View = 'train' | 'notes' | 'inside' | 'data' | 'runs';

/** A view that is loaded when it is opened for the first time; 'train' is there from the start. */
export type LazyView = Exclude<View, 'train'>;

export const VIEWS: readonly { view: View; hash: string; name: string }[] = [
  { view: 'train', hash: '#train', name: VIEW_NAMES.train },
  { view: 'notes', hash: '#step-by-step', name: VIEW_NAMES.notes },
  { view: 'inside', hash: '#look-inside', name: VIEW_NAMES.inside },
  { view: 'data', hash: '#data', name: VIEW_NAMES.data },
  { view: 'runs', hash: '#runs', name: VIEW_NAMES.runs },
];

/** What a view's element is given. */
interface ViewSettings {
  readonly context: Context;
  /** Whether it is the view that is shown: another one need not keep up. */
  readonly active: boolean;
  readonly theme: Theme;
}

/** Code that is loaded when it is needed, and the element that it defines. */
export interface LazyCode {
  readonly load: () => Promise<unknown>;
  readonly element: (settings: ViewSettings) => TemplateResult;
}

export const LAZY_VIEWS: Readonly<Record<LazyView, LazyCode>> = {
  notes: {
    load: () => import('../notes/mlp-notes.ts'),
    element: ({ context, active, theme }) =>
      html`<mlp-notes .context=${context} ?active=${active} theme=${theme}></mlp-notes>`,
  },
  inside: {
    load: () => import('../inside/mlp-inside.ts'),
    element: ({ context, active, theme }) =>
      html`<mlp-inside .context=${context} ?active=${active} theme=${theme}></mlp-inside>`,
  },
  data: {
    load: () => import('../data/browser/mlp-data.ts'),
    element: ({ context, active, theme }) =>
      html`<mlp-data-browser
        .context=${context}
        ?active=${active}
        theme=${theme}
      ></mlp-data-browser>`,
  },
  runs: {
    load: () => import('../runs/mlp-runs.ts'),
    element: ({ context, active, theme }) =>
      html`<mlp-runs .context=${context} ?active=${active} theme=${theme}></mlp-runs>`,
  },
};

/** The panel for own data, which opens over the page. */
export const OWN_DATA: LazyCode = {
  load: () => import('../data/own/mlp-own-data.ts'),
  element: ({ context, active, theme }) =>
    html`<mlp-own-data .context=${context} ?active=${active} theme=${theme}></mlp-own-data>`,
};

export function currentView(): View {
  const [first = ''] = location.hash.split('/');
  return VIEWS.find(({ hash }) => hash === first)?.view ?? 'train';
}

/** Returns the function that ends it. */
export function onView(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}
