// SPDX-License-Identifier: MIT
// What other rooms may have of this one.
export { isAsKept } from './kept-drawing.ts';
export { KeptDrawings } from './kept-drawings.ts';
export { OWN_DRAWINGS } from './own-drawings.ts';
export { NAMES } from './texts.ts';
