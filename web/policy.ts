// SPDX-License-Identifier: MIT
// The policy that the built page carries, so that it holds on any host.

/** The strictest policy the page runs under. A host may send it as a header too. */
const STRICT = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
];

/** A scheme, a host, and a port where it has one; nothing that could add to the policy. */
const ORIGIN = /^https?:\/\/[\w.-]+(:\d+)?$/;

/**
 * The page's Content-Security-Policy.
 * @param connect origins that networks may be fetched from beside the page's own, with spaces between
 *   them; '' for none
 * @throws when one of them is no origin
 */
export function contentSecurityPolicy(connect = ''): string {
  const origins = connect.split(/\s+/).filter((origin) => origin !== '');
  for (const origin of origins) {
    if (ORIGIN.test(origin)) continue;
    throw new Error(
      `MLP_CONNECT: '${origin}' is no origin. Give a scheme and a host, such as ` +
        'https://models.example.org, with spaces between several.',
    );
  }
  const sources = origins.length > 0 ? [`connect-src 'self' ${origins.join(' ')}`] : [];
  return [...STRICT, ...sources].join('; ');
}
