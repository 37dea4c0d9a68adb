// SPDX-License-Identifier: MIT
// Whether the page that trains a run, or has left a session, is still there: it holds a lock.

/** A page that has just been left may hold its lock a moment longer, in milliseconds. */
const PATIENCE = 2000;

/** A run that was kept so recently may have a living page where there are no locks to tell. */
const FRESH_MS = 20_000;

/** Browsers have no locks on pages without https. */
function locks(): LockManager | undefined {
  const { navigator } = globalThis as { navigator?: Partial<Navigator> };
  return navigator?.locks;
}

const lockOf = (tab: string): string => `mlp-scratchpad ${tab}`;

/** By which this page is known to others; another one after each reload. */
export function newTab(): string {
  const parts = crypto.getRandomValues(new Uint32Array(2));
  const tab = [...parts].map((part) => part.toString(36)).join('');
  // It is never given back: the browser takes it when the page ends, however that happens.
  void locks()
    ?.request(lockOf(tab), () => new Promise(() => undefined))
    .catch(() => undefined);
  return tab;
}

/** @param keptAt when the page kept something last, in milliseconds since 1970 */
export async function isGone(tab: string, keptAt: number): Promise<boolean> {
  const manager = locks();
  if (!manager) return Date.now() - keptAt > FRESH_MS;
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    return await manager.request(lockOf(tab), { signal }, () => true);
  } catch {
    return false; // it is held still
  }
}
