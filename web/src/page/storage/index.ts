// SPDX-License-Identifier: MIT
// What other rooms may have of this one: the browser's own database.
export { entries, entry, keys, openDatabase, write } from './database.ts';
export { keepOwn } from './own-store.ts';
export { isGone, newTab } from './living-tab.ts';
export type { Database, StoreName } from './database.ts';
