// SPDX-License-Identifier: MIT
// Archives to carry away, by fflate.
import { zipSync } from 'fflate';

/** Always this, in every time zone: the same network gives the same bytes. */
const DATE = new Date(1980, 0, 1);

/**
 * Packs files into a zip.
 * @param files by their paths, with '/' between folders
 * @param options store: as they are, not compressed, which some readers ask for; false when absent
 */
export function zipOf(
  files: Readonly<Record<string, Uint8Array>>,
  { store = false }: { store?: boolean } = {},
): Uint8Array<ArrayBuffer> {
  // A zip of 1980 that has no more in it than names, sizes and bytes.
  return zipSync({ ...files }, { level: store ? 0 : 9, mtime: DATE });
}
