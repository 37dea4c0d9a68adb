// SPDX-License-Identifier: MIT
// Formulas are written in TeX and compiled to MathML when the page is built, so that the browser
// gets no TeX engine: tex`Z_l = W_l A_{l-1} + b_l` becomes the string '<math ...>...</math>'.
import temml from 'temml';
import type { Plugin } from 'vite';

/** The file whose tex`...` literals are compiled. */
const FILE = '/notes/formulas.ts';

/** Without style attributes, which a strict policy forbids: math-styles.ts says the same. */
function mathml(source: string): string {
  const options = { displayMode: true, strict: true, throwOnError: true };
  return temml.renderToString(source, options).replaceAll(/ style="[^"]*"/g, '');
}

export function formulas(): Plugin {
  return {
    name: 'formulas',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith(FILE)) return null;
      const replaced = code.replace(/\btex`([^`]*)`/g, (_, source: string) => {
        try {
          return JSON.stringify(mathml(source));
        } catch (error) {
          throw new Error(`${id}: ${source}: ${String(error)}`, { cause: error });
        }
      });
      return { code: replaced, map: null };
    },
  };
}
