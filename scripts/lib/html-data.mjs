// SPDX-License-Identifier: MIT
// What the template checker does not know of HTML, in the form of VS Code's custom data.
const MATH_TAGS =
  'annotation annotation-xml maction math merror mfrac mi mmultiscripts mn mo mover mpadded ' +
  'mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr ' +
  'munder munderover semantics';

/** Attributes of MathML Core that are not HTML's as well. */
const MATH_ATTRIBUTES = {
  math: ['display', 'alttext'],
  mi: ['mathvariant'],
  mo: ['fence', 'form', 'largeop', 'lspace', 'maxsize', 'minsize', 'rspace', 'stretchy'],
  mspace: ['depth', 'height', 'width'],
  mfrac: ['linethickness'],
};

const attributes = (names = []) => names.map((name) => ({ name }));

export const htmlData = {
  version: 1,
  tags: [
    ...MATH_TAGS.split(' ').map((name) => ({
      name,
      attributes: attributes(MATH_ATTRIBUTES[name]),
    })),
    { name: 'input', attributes: attributes(['webkitdirectory']) },
  ],
};
