// SPDX-License-Identifier: MIT
import type { KeptThing } from '../model/kept-thing.ts';
import type { RunArchive } from './run-archive.ts';
import { RUNS } from './texts.ts';

/** The runs as a line of the panel 'Storage'. @param after called when they are cleared */
export const storageLine = (archive: RunArchive, after: () => void): KeptThing => ({
  name: RUNS.kept,
  measure: () => {
    // Those that were interrupted, or are being trained, take room too.
    const { all } = archive;
    const bytes = all.reduce((sum, record) => sum + record.bytes, 0);
    return Promise.resolve({ count: all.length, bytes });
  },
  clear: async () => {
    archive.problem = ''; // of this alone it is told
    for (const { id } of archive.all) archive.remove(id);
    after();
    await archive.written;
    if (archive.problem) throw new Error(archive.problem);
  },
});
