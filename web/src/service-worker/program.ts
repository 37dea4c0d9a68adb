// SPDX-License-Identifier: MIT
// The program: the page, its scripts, and the compiled modules. Each version has a cache of its
// own, so that an older page in another tab still finds its parts. Workbox's list of files is used,
// its precaching is not: that fetches all before the first page may be isolated, and deletes the
// files of the version before, which other tabs still need.
import { addressOf, folder, kept, NAMES, put, sha256 } from './kept.ts';

declare const self: ServiceWorkerGlobalScope & {
  /** All files of this version; vite-plugin-pwa puts them in. */
  readonly __WB_MANIFEST: readonly { readonly url: string; readonly revision: string | null }[];
};

const FILES = self.__WB_MANIFEST;
const PAGE = 'index.html';
/** Files fetched at a time. */
const LANES = 4;

/** Of a file in assets/: its name without the hash. */
const stemOf = (path: string): string | undefined => /^assets\/(.+)-[\w-]{8}\.\w+$/.exec(path)?.[1];

const paths = FILES.map(({ url }) => url);
const compiled = new Set(paths.filter((path) => path.endsWith('.wasm')).map(stemOf));
/** A compiled module or its loader, of which a machine needs one of five. */
const isModule = (path: string): boolean => compiled.has(stemOf(path));
const MODULES = paths.filter(isModule);
const PROGRAM = paths.filter((path) => !isModule(path) && path !== PAGE);
const known = new Set(paths);

/** The name of this version's cache. */
const current: Promise<string> = sha256(new TextEncoder().encode(JSON.stringify(FILES)), 6).then(
  (sum) => NAMES.program + sum,
);

const programCaches = async (): Promise<string[]> =>
  (await caches.keys()).filter((name) => name.startsWith(NAMES.program));

/** Whether any version was kept here before. */
export async function hasPredecessor(): Promise<boolean> {
  return (await programCaches()).length > 0;
}

/** The page as it is kept; undefined until all that it needs is. */
export async function keptPage(): Promise<Response | undefined> {
  return kept(PAGE, await current);
}

/** A file of the program as it is kept, of this version or, by its hash, of one before. */
export async function keptFile(path: string): Promise<Response | undefined> {
  const own = known.has(path) ? await kept(path, await current) : undefined;
  if (own || stemOf(path) === undefined) return own;
  return kept(path);
}

/** Keeps a module that the page has asked for; other files wait for keepProgram(). */
export async function keepAnswer(path: string, response: Response): Promise<void> {
  if (isModule(path) && response.ok) await put(NAMES.modules, path, response);
}

/**
 * Keeps the page and all its scripts, the page last: once that is there, all is.
 * @throws where a file does not come, or there is no room
 */
export async function keepProgram(): Promise<void> {
  const cache = await current;
  await fetchAll(cache, PROGRAM);
  if (await kept(PAGE, cache)) return;
  const page = await fetched(PAGE);
  // A host may still send another version's page, or already.
  const asked = (await page.clone().text()).matchAll(/["']\.\/(assets\/[^"']+)["']/g);
  const strange = [...asked].find(([, path = '']) => !known.has(path));
  if (strange) throw new Error(`the page asks for ${strange[1] ?? ''}, of another version`);
  await put(cache, PAGE, page);
}

/** Keeps compiled modules, by their names without hash, and their loaders. */
export async function keepModules(names: readonly string[]): Promise<void> {
  const wanted = MODULES.filter((path) => names.includes(stemOf(path) ?? ''));
  await fetchAll(NAMES.modules, wanted);
}

/** The modules that are kept of any version, without their hashes. */
export async function keptModules(): Promise<string[]> {
  if (!(await caches.has(NAMES.modules))) return [];
  const requests = await (await caches.open(NAMES.modules)).keys();
  return requests.flatMap(({ url }) => stemOf(url.slice(folder.length)) ?? []);
}

/** Deletes what no page needs any more. Only for when none of an older version is open. */
export async function forgetOthers(): Promise<void> {
  const mine = await current;
  for (const name of await programCaches()) if (name !== mine) await caches.delete(name);
  if (!(await caches.has(NAMES.modules))) return;
  const modules = await caches.open(NAMES.modules);
  for (const request of await modules.keys()) {
    if (!MODULES.includes(request.url.slice(folder.length))) await modules.delete(request);
  }
}

/** What is not there yet: from another version's cache where it is the same, else from the host. */
async function fetchAll(cache: string, wanted: readonly string[]): Promise<void> {
  const queue = [...wanted];
  const lane = async (): Promise<void> => {
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      if (await kept(path, cache)) continue;
      const same = stemOf(path) === undefined ? undefined : await keptFile(path);
      await put(cache, path, same ?? (await fetched(path)));
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

async function fetched(path: string): Promise<Response> {
  // What has a hash in its name is what it was; the browser may have it.
  const cache = stemOf(path) === undefined ? 'no-cache' : 'force-cache';
  const response = await fetch(addressOf(path), { cache, priority: 'low' });
  if (!response.ok) throw new Error(`${path}: the host answered ${response.status}`);
  return response;
}
