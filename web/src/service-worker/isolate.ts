// SPDX-License-Identifier: MIT
// The page's one service worker. It adds the headers of isolation on hosts that send none, and keeps
// what the page needs offline. It has the name of the worker that did the first alone, so that it
// takes that one's place. page/shell/isolation.ts and page/storage/offline/ register it.
import { answerData, isData, keepData } from './data.ts';
import { isolated } from './headers.ts';
import { answerModel, isModel, keepList } from './models.ts';
import type { KeepAnswer, Order } from './names.ts';
import {
  forgetOthers,
  hasPredecessor,
  keepAnswer,
  keepModules,
  keepProgram,
  keptFile,
  keptModules,
  keptPage,
} from './program.ts';

const scope = globalThis as unknown as ServiceWorkerGlobalScope;
const folder = new URL('./', scope.location.href);

/** The path below the folder of what this worker answers for; null: not its concern. */
function pathOf({ url, mode, method }: Request): string | null {
  const { origin, pathname } = new URL(url);
  if (origin !== scope.location.origin || method !== 'GET') return null;
  const path = pathname.startsWith(folder.pathname) ? pathname.slice(folder.pathname.length) : null;
  // Other pages of its folder, such as lessons, keep their leave to load from elsewhere.
  if (mode === 'navigate') return path === '' || path === 'index.html' ? 'index.html' : null;
  return path ?? ''; // of a page in its folder, from another
}

async function answer(event: FetchEvent, path: string): Promise<Response> {
  const { request } = event;
  // What fails here is told of when the page asks to keep all.
  const later = (work: Promise<unknown>): void => event.waitUntil(work.catch(() => undefined));
  if (request.mode === 'navigate') {
    later(tidy());
    return (await keptPage()) ?? fetch(request);
  }
  if (isData(path)) return answerData(path, request, later);
  if (isModel(path)) return answerModel(path, request, later);
  const here = await keptFile(path);
  if (here) return here;
  const response = await fetch(request);
  later(keepAnswer(path, response.clone()));
  return response;
}

/**
 * Of a first worker nobody shall wait for: the page asks for what is to be kept once it is usable.
 * One that follows has all that it needs before it is told of, and waits until it is wanted.
 */
async function install(): Promise<void> {
  if (!(await hasPredecessor())) return scope.skipWaiting();
  try {
    await keepProgram();
    await keepModules(await keptModules());
  } catch (error) {
    // Without room for two versions the newer one comes from its host; without the host, later.
    if (!isFull(error)) throw error;
  }
}

const isFull = (error: unknown): boolean => (error as Error).name === 'QuotaExceededError';

/** Deletes older versions, unless a page is open, or a newer version is about to come. */
async function tidy(): Promise<void> {
  const { waiting, installing } = scope.registration;
  if (waiting ?? installing) return;
  const windows = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (!windows.some(({ url }) => url.startsWith(folder.href))) await forgetOthers();
}

async function keep({ modules, data }: Order & { type: 'KEEP' }): Promise<KeepAnswer> {
  try {
    await keepProgram();
    await keepModules(modules);
    await keepList();
    if (data) await keepData();
    return { kept: true };
  } catch (error) {
    const problem = isFull(error) ? 'full' : 'network';
    return { kept: false, problem, reason: (error as Error).message };
  }
}

scope.addEventListener('install', (event) => event.waitUntil(install()));
scope.addEventListener('activate', (event) => {
  event.waitUntil(scope.clients.claim().then(tidy));
});
scope.addEventListener('fetch', (event) => {
  const path = pathOf(event.request);
  if (path !== null) event.respondWith(answer(event, path).then(isolated));
});
scope.addEventListener('message', (event) => {
  const order = event.data as Order;
  if (order.type === 'SKIP_WAITING') event.waitUntil(scope.skipWaiting());
  else event.waitUntil(keep(order).then((told) => event.ports[0]?.postMessage(told)));
});
