// SPDX-License-Identifier: MIT
// Cross-origin isolation, which threads need, on hosts that do not send its headers.
import { workerScript } from '../storage/worker-script.ts';

/** Says, for as long as the tab lives, that it was tried. */
const TRIED = 'mlp-isolation-tried';

/** A service worker that takes longer is not waited for, in milliseconds. */
const LIMIT = 5000;

/**
 * Reloads the page by way of a service worker that adds the headers; once in a tab, and only as a
 * page of its own: a lesson that embeds the lab is left alone. Where the headers are there, the
 * worker waits until the page is usable: see storage/offline/. Call it before anything is begun
 * that a reload would lose.
 * @returns whether the reload is under way
 */
export async function isolate(): Promise<boolean> {
  const script = workerScript();
  if (!script || globalThis.crossOriginIsolated) return false;
  try {
    // Without a memory of its own the page could reload for ever.
    if (sessionStorage.getItem(TRIED) !== null) return false;
    sessionStorage.setItem(TRIED, 'yes');
    await Promise.race([register(script), late()]);
  } catch {
    return false; // one thread it is, then
  }
  location.reload();
  return true;
}

async function register(script: URL): Promise<void> {
  await navigator.serviceWorker.register(script);
  await navigator.serviceWorker.ready;
}

function late(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error('the service worker does not start')), LIMIT);
  });
}
