// SPDX-License-Identifier: MIT
// What other rooms may have of this one: the browser's own database, and a line in the panel
// 'Storage' for what they keep.
export { entries, entry, keys, openDatabase, write } from './database.ts';
export type { Database, StoreName } from './database.ts';
export { BeforeClosing } from './before-closing.ts';
export { keepOwn } from './own-store.ts';
export { isGone, newTab } from './living-tab.ts';
export { STORAGE_PANEL } from './storage-panel.ts';
