// SPDX-License-Identifier: MIT
// The built page on a static host: a sub-folder, a strict policy, and no logic of its own.
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import sirv from 'sirv'; // what Vite itself serves files with

export const DIST = resolve(import.meta.dirname, '../../dist');

/** The policy of the issue; the page must run under it. */
const POLICY =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
  "img-src 'self' data: blob:; worker-src 'self' blob:; manifest-src 'self'";

/** What hosts send for threads: all that there is, what isolates a frame by itself, or nothing. */
const ISOLATION = {
  all: {
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Document-Isolation-Policy': 'isolate-and-require-corp',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  },
  document: { 'Document-Isolation-Policy': 'isolate-and-require-corp' },
  none: {},
} as const;

const FOLDER = '/some/folder/';

export interface Site {
  readonly url: string;
  /** The paths below the folder that were asked for, in order. */
  readonly asked: readonly string[];
  close(): void;
}

/** A file of which a part comes at once, and the rest when `rest` settles; fails, it never comes. */
export interface SlowFile {
  readonly path: string;
  /** Bytes that come at once. */
  readonly first: number;
  readonly rest: Promise<void>;
}

interface Sending {
  readonly isolating?: keyof typeof ISOLATION;
  readonly slow?: SlowFile;
  readonly policy?: string;
  readonly cors?: boolean;
}

async function sendSlowly(folder: string, file: SlowFile, response: ServerResponse) {
  const bytes = readFileSync(join(folder, file.path));
  response.writeHead(200, { 'Content-Length': bytes.length });
  response.write(bytes.subarray(0, file.first));
  await file.rest.then(
    () => response.end(bytes.subarray(file.first)),
    () => response.destroy(),
  );
}

/**
 * Serves a folder under http://127.0.0.1:PORT/some/folder/.
 * @param options isolating: which headers of cross-origin isolation the host sends; cors: that pages of
 *   other origins may read what it has
 */
export async function serve(
  folder: string,
  { isolating = 'all', slow, policy = POLICY, cors = false }: Sending = {},
): Promise<Site> {
  const asked: string[] = [];
  const files = sirv(folder, { dev: true, etag: false });
  const server: Server = createServer((request, response) => {
    const { url = '/' } = request;
    const notFound = (): void => void response.writeHead(404).end('Not found');
    response.setHeader('Content-Security-Policy', policy);
    if (cors) response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Cache-Control', 'no-store');
    response.setHeaders(new Map(Object.entries(ISOLATION[isolating])));
    if (!url.startsWith(FOLDER)) return notFound();
    request.url = url.slice(FOLDER.length - 1);
    const path = url.slice(FOLDER.length);
    asked.push(path);
    if (path === slow?.path) return void sendSlowly(folder, slow, response);
    files(request, response, notFound);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${FOLDER}`,
    asked,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** A copy of the built page to do harm to, removed by discard(). */
export function copySite(): { folder: string; discard: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'mlp-site-'));
  cpSync(DIST, folder, { recursive: true });
  return { folder, discard: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Whether the page was built with MNIST. */
export function hasMnist(): boolean {
  const text = readFileSync(join(DIST, 'data/manifest.json'), 'utf8');
  return (JSON.parse(text) as { mnist: unknown }).mnist !== null;
}
