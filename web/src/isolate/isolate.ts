// SPDX-License-Identifier: MIT
// A service worker for hosts that cannot send headers: it adds those of cross-origin isolation,
// without which a browser shares no memory between threads. It keeps no copies: every answer is the
// host's own. page/isolation.ts registers it where it is needed.
const scope = globalThis as unknown as ServiceWorkerGlobalScope;

const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp', // WebKit knows no 'credentialless'
} as const;

/**
 * Whether an answer is to be isolated: the page's own, and those of the files that it and its
 * workers load. Other pages of its folder, such as lessons, keep their leave to load from elsewhere.
 */
function isOurs({ url, mode }: Request): boolean {
  const { origin, pathname } = new URL(url);
  if (origin !== scope.location.origin) return false;
  const { pathname: folder } = new URL(scope.registration.scope);
  return mode !== 'navigate' || pathname === folder || pathname === `${folder}index.html`;
}

async function fetchIsolated(request: Request): Promise<Response> {
  const response = await fetch(request);
  // A redirect is the browser's to follow; it comes back with the next request.
  if (response.status === 0) return response;
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(ISOLATION)) headers.set(name, value);
  const { status, statusText, body } = response;
  return new Response(body, { status, statusText, headers });
}

scope.addEventListener('install', () => void scope.skipWaiting());
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()));
scope.addEventListener('fetch', (event) => {
  if (isOurs(event.request)) event.respondWith(fetchIsolated(event.request));
});
