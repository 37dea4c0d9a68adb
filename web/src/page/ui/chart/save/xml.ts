// SPDX-License-Identifier: MIT

/** An element with its attributes and what it holds, which is XML already. */
export function element(name: string, attributes: object, ...inner: readonly string[]): string {
  const all = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${text(String(value))}"`)
    .join('');
  const content = inner.join('');
  return content ? `<${name}${all}>${content}</${name}>` : `<${name}${all}/>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text as it may stand in XML, which has no place for control characters. */
export const text = (plain: string): string =>
  plain
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? '')
    // eslint-disable-next-line no-control-regex -- these are what XML forbids
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');
