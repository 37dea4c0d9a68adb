// SPDX-License-Identifier: MIT
import type { KeptThing } from '../model/kept-thing.ts';
import type { RunArchive } from './run-archive.ts';
import { RUNS } from './texts.ts';

/** The runs as a line of the panel 'Storage'. @param after called when they are cleared */
export const storageLine = (archive: RunArchive, after: () => void): KeptThing => ({
  name: RUNS.kept,
  measure: () => {
    const { records } = archive;
    const bytes = records.reduce((sum, record) => sum + record.bytes, 0);
    return Promise.resolve({ count: records.length, bytes });
  },
  clear: async () => {
    archive.problem = ''; // of this alone it is told
    for (const { id } of archive.records) archive.remove(id);
    after();
    await archive.written;
    if (archive.problem) throw new Error(archive.problem);
  },
});
