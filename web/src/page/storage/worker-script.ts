// SPDX-License-Identifier: MIT

/**
 * The service worker's address, for a page of its own that names it in
 * <meta name="isolate" content="isolate.js">. null where it must not or cannot be registered: in
 * somebody else's page, in a frame, on file:, on plain http.
 */
export function workerScript(): URL | null {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="isolate"]');
  const { isSecureContext, parent } = globalThis.window;
  const can = isSecureContext && 'serviceWorker' in navigator && parent === globalThis.window;
  return meta && can ? new URL(meta.content, document.baseURI) : null;
}
