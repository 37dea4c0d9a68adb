// SPDX-License-Identifier: MIT
// The headers of isolation, without which a browser shares no memory between threads.

const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp', // WebKit knows no 'credentialless'
  // Isolates a frame too, whatever the page round it sends; Chromium alone knows it.
  'Document-Isolation-Policy': 'isolate-and-require-corp',
  // An isolated page may show the lab in a frame: there is nothing in it that is not public.
  'Cross-Origin-Resource-Policy': 'cross-origin',
} as const;

/** The same answer, isolated. Of a cached one too: what the host sent may have been without. */
export function isolated(response: Response): Response {
  // A redirect is the browser's to follow; it comes back with the next request.
  if (response.status === 0) return response;
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(ISOLATION)) headers.set(name, value);
  const { status, statusText, body } = response;
  return new Response(body, { status, statusText, headers });
}
