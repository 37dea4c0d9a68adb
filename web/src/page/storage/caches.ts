// SPDX-License-Identifier: MIT
// What the service worker has kept for use offline.
import { cacheNames } from '../../service-worker/names.ts';
import { workerScript } from './worker-script.ts';

/** Bytes in the caches; 0 where there are none. */
export interface CachedBytes {
  /**
   * Page, scripts and compiled modules, older versions that are still in use included; and those of
   * the site's own networks that were opened.
   */
  readonly program: number;
  /** MNIST. */
  readonly data: number;
}

/** @throws where the browser lets the page have no caches */
export async function cachedBytes(): Promise<CachedBytes> {
  const names = ownNames();
  let [program, data] = [0, 0];
  for (const name of await cachesOf(names?.all)) {
    const bytes = await bytesOf(name);
    if (name === names?.data) data += bytes;
    else program += bytes;
  }
  return { program, data };
}

/** Deletes them; what is deleted is kept again at the next visit. */
export async function clearCaches(): Promise<void> {
  for (const name of await cachesOf(ownNames()?.all)) await caches.delete(name);
}

function ownNames() {
  const script = workerScript();
  return script && cacheNames(new URL('./', script).href);
}

async function cachesOf(prefix: string | undefined): Promise<string[]> {
  // No caches on plain http, and in some private windows.
  if (prefix === undefined || !('caches' in globalThis)) return [];
  return (await caches.keys()).filter((name) => name.startsWith(prefix));
}

async function bytesOf(name: string): Promise<number> {
  const cache = await caches.open(name);
  let bytes = 0;
  for (const request of await cache.keys()) {
    bytes += (await (await cache.match(request, { ignoreVary: true }))?.blob())?.size ?? 0;
  }
  return bytes;
}
