// SPDX-License-Identifier: MIT
// MNIST: kept where its bytes are those that the manifest names, so that a damaged download is not
// kept for ever. The manifest itself is asked of the host first: data can come after the page.
import { addressOf, kept, NAMES, put, sha256 } from './kept.ts';

/** As much of data/manifest.json as is needed here; lib/download.ts reads it in earnest. */
interface Manifest {
  readonly mnist?: {
    readonly files?: Readonly<Record<string, { readonly path?: string; readonly sha256?: string }>>;
  } | null;
}

const MANIFEST = 'data/manifest.json';
/** A host that has not answered by then is done without, in milliseconds. */
const LIMIT = 3000;

const found = (path: string): Promise<Response | undefined> => kept(path, NAMES.data);

/** Whether a path is one of the data set. */
export const isData = (path: string): boolean => /^data\/[\w.-]+$/.test(path);

/**
 * Answers for a file of the data set: from the cache, or from the host, to be kept.
 * @param later is given what is still to be done after the answer
 */
export async function answerData(
  path: string,
  request: Request,
  later: (work: Promise<unknown>) => void,
): Promise<Response> {
  if (path === MANIFEST) return answerManifest(request);
  const here = await found(path);
  if (here) return here;
  const response = await fetch(request);
  if (response.ok) later(keep(path, response.clone()));
  return response;
}

/**
 * Keeps the whole data set, where the site has one.
 * @throws where a file does not come, is not what it should be, or there is no room
 */
export async function keepData(): Promise<void> {
  const response = await fetch(addressOf(MANIFEST), { cache: 'no-cache', priority: 'low' });
  if (!response.ok) throw new Error(`${MANIFEST}: the host answered ${response.status}`);
  await keepManifest(response);
  for (const path of (await sums()).keys()) {
    if (await found(path)) continue;
    const file = await fetch(addressOf(path), { cache: 'force-cache', priority: 'low' });
    if (!file.ok) throw new Error(`${path}: the host answered ${file.status}`);
    if (!(await keep(path, file))) throw new Error(`${path} is damaged`);
  }
}

async function answerManifest(request: Request): Promise<Response> {
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(LIMIT) });
    if (!response.ok) return (await found(MANIFEST)) ?? response;
    await keepManifest(response.clone()).catch(() => undefined); // keepData() tells
    return response;
  } catch (error) {
    const here = await found(MANIFEST);
    if (here) return here;
    throw error;
  }
}

/** Files of another data set than the manifest's are of no use any more. */
async function keepManifest(response: Response): Promise<void> {
  const before = await sums();
  await put(NAMES.data, MANIFEST, response);
  const cache = await caches.open(NAMES.data);
  const now = await sums();
  for (const [path, sum] of before) {
    if (now.get(path) !== sum) await cache.delete(addressOf(path));
  }
}

/** The SHA-256 of each file by its path, as the kept manifest has them. */
async function sums(): Promise<Map<string, string>> {
  const response = await found(MANIFEST);
  if (!response) return new Map();
  const { mnist } = (await response.json().catch(() => ({}))) as Manifest;
  return new Map(
    Object.values(mnist?.files ?? {}).flatMap(({ path, sha256 }) =>
      path && sha256 ? [[`data/${path}`, sha256] as const] : [],
    ),
  );
}

/** @returns whether it is what the manifest says, and so kept */
async function keep(path: string, response: Response): Promise<boolean> {
  const { headers } = response;
  const bytes = await response.arrayBuffer();
  if ((await sums()).get(path) !== (await sha256(bytes))) return false;
  await put(NAMES.data, path, new Response(bytes, { headers }));
  return true;
}
