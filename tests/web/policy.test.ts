// SPDX-License-Identifier: MIT
// The policy of the built page, and what MLP_CONNECT adds to it.
import { expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../web/policy.ts';

const sources = (policy: string, name: string) =>
  policy
    .split('; ')
    .find((one) => one.startsWith(`${name} `))
    ?.slice(name.length + 1);

test('is strict unless a build is told otherwise', () => {
  for (const none of [undefined, '', '  ']) {
    const policy = contentSecurityPolicy(none);
    expect(sources(policy, 'default-src')).toBe("'self'");
    expect(sources(policy, 'connect-src')).toBeUndefined();
  }
});

test('allows the origins that are named, and nothing else', () => {
  const policy = contentSecurityPolicy('https://models.example.org http://127.0.0.1:8080');
  expect(sources(policy, 'connect-src')).toBe(
    "'self' https://models.example.org http://127.0.0.1:8080",
  );
  expect(sources(policy, 'script-src')).toBe(sources(contentSecurityPolicy(), 'script-src'));
});

test.each([
  '*',
  'models.example.org',
  "https://a.org;script-src'*'",
  'https://a.org/folder',
  'ws://a.org',
])('refuses %s, and says what it wants', (origin) => {
  expect(() => contentSecurityPolicy(`https://fine.org ${origin}`)).toThrow(/^MLP_CONNECT: '/);
});
