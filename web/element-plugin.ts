// SPDX-License-Identifier: MIT
// What the built page begins with: the script of the element for other people's pages, under a name
// that stays, and all scripts of the page's own at once.
import type { Plugin } from 'vite';

/** The module that defines the element. */
const ELEMENT = '/src/page/element.ts';

/**
 * The first script that a page loads counts. Another one, under another address or of another
 * version, loads nothing, since the parts of two versions would get mixed up.
 */
const script = (
  element: string,
  parts: readonly string[],
): string => `// SPDX-License-Identifier: MIT
// Defines <mlp-scratchpad>: <script type="module" src="mlp-scratchpad.js"></script>
await (globalThis[Symbol.for('mlp-scratchpad')] ??= Promise.all([
${[element, ...parts].map((file) => `  import('./${file}'),`).join('\n')}
]).then(([{ defineElement }]) => defineElement(new URL('./', import.meta.url).href)));
`;

/** Vite's own wrapper of what is loaded later. */
const PRELOAD = '\0vite/preload-helper.js';

/** Of that nothing but the loading: it puts links into the head of whichever page the lab is in. */
export function withoutPreload(): Plugin {
  return {
    name: 'without-preload',
    apply: 'build',
    enforce: 'pre',
    load: (id) => (id === PRELOAD ? 'export const __vitePreload = (load) => load();' : null),
  };
}

export function elementScript(): Plugin {
  return {
    name: 'element-script',
    apply: 'build',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
      const element = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(ELEMENT));
      if (!element) throw new Error(`no chunk of ${ELEMENT}`);
      this.emitFile({
        type: 'asset',
        fileName: 'mlp-scratchpad.js',
        source: script(element.fileName, element.imports),
      });
    },
    // The page asks for all scripts it begins with, not for one after the other.
    transformIndexHtml: {
      order: 'post',
      handler: (_, { chunk }) =>
        chunk?.imports.map((file) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` },
          injectTo: 'head',
        })),
    },
  };
}
