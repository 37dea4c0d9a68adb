// SPDX-License-Identifier: MIT
// Which view is shown: the address says it, so that Back of the browser and a reload keep to it.

export type View = 'train' | 'notes';

export const VIEWS: readonly { view: View; hash: string; name: string }[] = [
  { view: 'train', hash: '#train', name: 'Train' },
  { view: 'notes', hash: '#step-by-step', name: 'Step by step' },
];

/** Said before the texts of the notes are there. */
export const OPENING = {
  loading: 'Opening the notes …',
  failed: 'The notes could not be opened. Please load the page again.',
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
