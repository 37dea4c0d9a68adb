// SPDX-License-Identifier: MIT
// What other rooms may have of this one: the browser's own database.
export { entries, openDatabase, settled, write } from './database.ts';
export type { StoreName } from './database.ts';
