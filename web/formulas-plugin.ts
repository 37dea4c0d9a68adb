// SPDX-License-Identifier: MIT
// Formulas are written in TeX and compiled to MathML when the page is built, so that the browser
// gets no TeX engine: tex`Z_l = W_l A_{l-1} + b_l` becomes the string '<math ...>...</math>'.
import temml from 'temml';
import type { Plugin } from 'vite';

/** The file whose tex`...` literals are compiled. */
const FILE = '/notes/formulas.ts';

function mathml(source: string): string {
  return temml.renderToString(source, { displayMode: true, strict: true, throwOnError: true });
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
