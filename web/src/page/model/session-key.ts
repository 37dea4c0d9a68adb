// SPDX-License-Identifier: MIT
// Where the browser keeps what the page was when it was left.
export const SESSION_KEY = 'mlp-session';

/** As it was kept: by this tab, or else by the tab that was used last. null: there is none. */
export function keptSession(): string | null {
  try {
    return sessionStorage.getItem(SESSION_KEY) ?? localStorage.getItem(SESSION_KEY);
  } catch {
    return null; // a sandbox, or no storage
  }
}
