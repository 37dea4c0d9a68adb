// SPDX-License-Identifier: MIT
// Archives, by fflate: small, well kept, and it needs no code made at run time, which the page's
// policy forbids. Loaded with the first archive.
import { messageOf } from '../errors.ts';
import type { UnzipFileInfo } from 'fflate';
import { isLitter } from './form.ts';
import { badInput, type Job } from './job.ts';

interface ZipEntry {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** More than a tab has room for; an archive can claim any size. */
const MOST_BYTES = 2 ** 30;
/** Unpacked at once; others have their turn between. */
const BATCH = { bytes: 2 ** 22, entries: 1000 };

/**
 * The files in an archive. Those that are damaged are skipped.
 * @throws ScratchpadError 'badData' when the archive itself is damaged or too large
 */
export async function unzip(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  job: Job,
): Promise<ZipEntry[]> {
  const { unzipSync } = await import('fflate');
  const entries: UnzipFileInfo[] = [];
  try {
    unzipSync(bytes, {
      filter: (entry) => {
        if (!entry.name.endsWith('/') && !isLitter(entry.name)) entries.push(entry);
        return false;
      },
    });
  } catch {
    badInput(
      name,
      `is no whole zip file: the list of its files, at the end (before offset ${bytes.length}), ` +
        'is missing or damaged. Get it again, or pack it anew.',
    );
  }
  if (entries.reduce((sum, { originalSize }) => sum + originalSize, 0) > MOST_BYTES) {
    badInput(name, 'holds more than 1 GB. Take fewer images.');
  }
  const take = (from: number, to: number): ZipEntry[] => {
    let at = 0;
    const taken = unzipSync(bytes, {
      filter: ({ name: path }) => {
        if (path.endsWith('/') || isLitter(path)) return false;
        at += 1;
        return at > from && at <= to;
      },
    });
    return Object.entries(taken).map(([path, unpacked]) => ({ path, bytes: unpacked }));
  };
  const all: ZipEntry[] = [];
  for (let from = 0; from < entries.length;) {
    const to = endOfBatch(entries, from);
    try {
      all.push(...take(from, to));
    } catch {
      // One of them is damaged: the others are taken one by one.
      for (let i = from; i < to; i += 1) {
        try {
          all.push(...take(i, i + 1));
        } catch (error) {
          const what = messageOf(error);
          const path = `${name}/${entries[i]?.name ?? ''}`;
          job.skip({ name: path, why: `cannot be unpacked (${what}).` });
        }
      }
    }
    from = to;
    await job.turn(1);
  }
  return all;
}

function endOfBatch(entries: readonly UnzipFileInfo[], from: number): number {
  let [to, sum] = [from, 0];
  while (to < entries.length && to - from < BATCH.entries && (sum === 0 || sum < BATCH.bytes)) {
    sum += entries[to]?.originalSize ?? 0;
    to += 1;
  }
  return to;
}
