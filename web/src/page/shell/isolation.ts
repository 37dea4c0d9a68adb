// SPDX-License-Identifier: MIT
// Cross-origin isolation, which threads need, on hosts that do not send its headers.

/** Says, for as long as the tab lives, that it was tried. */
const TRIED = 'mlp-isolation-tried';

/** A service worker that takes longer is not waited for, in milliseconds. */
const LIMIT = 5000;

/**
 * Reloads the page by way of a service worker that adds the headers; once in a tab, and only as a
 * page of its own that names the worker in <meta name="isolate" content="isolate.js">: a lesson
 * that embeds the lab is left alone. Call it before anything is begun that a reload would lose.
 * @returns whether the reload is under way
 */
export async function isolate(): Promise<boolean> {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="isolate"]');
  if (!meta || !wanted()) return false;
  try {
    // Without a memory of its own the page could reload for ever.
    if (sessionStorage.getItem(TRIED) !== null) return false;
    sessionStorage.setItem(TRIED, 'yes');
    const script = new URL(meta.content, document.baseURI);
    await Promise.race([register(script), late()]);
  } catch {
    return false; // one thread it is, then
  }
  location.reload();
  return true;
}

function wanted(): boolean {
  const { crossOriginIsolated, isSecureContext, parent } = globalThis.window;
  // Old browsers have no word for isolation, and no service worker on plain http.
  const can = isSecureContext && 'serviceWorker' in navigator;
  return !(crossOriginIsolated as boolean | undefined) && can && parent === globalThis.window;
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
