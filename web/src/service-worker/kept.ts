// SPDX-License-Identifier: MIT
// The caches of this copy of the page, and the files in them by their paths below its folder.
import { cacheNames } from './names.ts';

/** Of the page, with its slash. */
export const folder = new URL('./', globalThis.location.href).href;
export const NAMES = cacheNames(folder);

export const addressOf = (path: string): string => new URL(path, folder).href;

/** A file as it is kept. @param cacheName undefined: whichever cache has it */
export const kept = (path: string, cacheName?: string): Promise<Response | undefined> =>
  // Vite's preview sends Vary.
  caches.match(addressOf(path), {
    ignoreVary: true,
    ...(cacheName !== undefined && { cacheName }),
  });

/** @throws where there is no room */
export async function put(cacheName: string, path: string, response: Response): Promise<void> {
  await (await caches.open(cacheName)).put(addressOf(path), response);
}

/** In hexadecimal. @param bytes of the sum that are wanted */
export async function sha256(of: BufferSource, bytes = 32): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', of)).slice(0, bytes);
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
