// SPDX-License-Identifier: MIT
// The person's own data, as it was read: kept so that it is there after a reload.
import type { Measure } from '../model/kept-thing.ts';
import type { OwnData } from '../model/own-data.ts';
import { entries, entry, openDatabase, write } from './database.ts';

/** The latest sets that are kept; those before them make room. */
const MOST_SETS = 3;

interface KeptOwn extends OwnData {
  readonly version: 1;
  /** In milliseconds since 1970. */
  readonly keptAt: number;
}

/** @throws where the browser cannot keep it, or has no room for it */
export async function keepOwn(own: OwnData): Promise<void> {
  const database = await openDatabase();
  const others = (await entries<KeptOwn>(database, 'own')).filter(
    ({ sha256 }) => sha256 !== own.sha256,
  );
  const going = others.sort((one, other) => other.keptAt - one.keptAt).slice(MOST_SETS - 1);
  const kept: KeptOwn = { ...own, version: 1, keptAt: Date.now() };
  await write(database, ['own'], ({ own: store }) => {
    for (const { sha256 } of going) store.delete(sha256);
    store.put(kept);
  });
}

/** null where there is none such, or no database. */
export async function findOwn(sha256: string): Promise<OwnData | null> {
  try {
    const found = await entry<KeptOwn>(await openDatabase(), 'own', sha256);
    return (found?.version as number) === 1 ? (found ?? null) : null;
  } catch {
    return null;
  }
}

/** How many sets there are, and their bytes. */
export async function measureOwn(): Promise<Measure> {
  const all = await entries<KeptOwn>(await openDatabase(), 'own');
  const bytes = all
    .flatMap(({ train, test }) => [train, test])
    .reduce((sum, { images, labels }) => sum + images.byteLength + labels.byteLength, 0);
  return { count: all.length, bytes };
}

/** All sets are forgotten. */
export async function clearOwn(): Promise<void> {
  const database = await openDatabase();
  const all = await entries<KeptOwn>(database, 'own');
  await write(database, ['own'], ({ own }) => {
    for (const { sha256 } of all) own.delete(sha256);
  });
}
