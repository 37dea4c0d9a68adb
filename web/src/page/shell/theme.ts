// SPDX-License-Identifier: MIT
// Light or dark: what was chosen here before, else what the system says.
import type { Theme } from '../model/theme.ts';

const KEY = 'mlp-scratchpad.theme';
const systemDark = matchMedia('(prefers-color-scheme: dark)');

export function currentTheme(): Theme {
  return storedTheme() ?? (systemDark.matches ? 'dark' : 'light');
}

/** Keeps the choice where the browser allows it. */
export function storeTheme(theme: Theme): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Blocked storage: the choice lasts as long as the page.
  }
}

/** Returns the function that ends it. */
export function onSystemTheme(listener: () => void): () => void {
  systemDark.addEventListener('change', listener);
  return () => systemDark.removeEventListener('change', listener);
}

function storedTheme(): Theme | null {
  try {
    const stored = localStorage.getItem(KEY);
    return stored === 'light' || stored === 'dark' ? stored : null;
  } catch {
    return null;
  }
}
