// SPDX-License-Identifier: MIT
import { ScratchpadError } from './errors.ts';
import type { IdxFiles, NamedBytes } from './protocol.ts';

/** data/manifest.json of a built site: what `npm run data` put beside it. */
interface Manifest {
  readonly version: 1;
  readonly mnist: { readonly files: IdxFiles<ManifestFile> } | null;
}

interface ManifestFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface DownloadOptions {
  /** Called with bytes. */
  readonly onProgress?: (loaded: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** No byte for so long means that none will come. */
const STALL_MS = 20_000;

function bad(message: string): never {
  throw new ScratchpadError('badData', message);
}

/** Gives up, with a word, on what does not come; each part of a file starts the time anew. */
async function within<T>(work: Promise<T>, name: string, giveUp: AbortController): Promise<T> {
  const error = new ScratchpadError('badData', `${name}: nothing arrived for 20 s. Retry.`);
  const timer = setTimeout(() => giveUp.abort(error), STALL_MS);
  try {
    return await work;
  } catch (reason) {
    giveUp.signal.throwIfAborted();
    if (reason instanceof ScratchpadError) throw reason;
    const what = reason instanceof Error ? reason.message : String(reason);
    return bad(`${name}: could not be fetched (${what}). Check the connection and retry.`);
  } finally {
    clearTimeout(timer);
  }
}

/** Fetches a file whole. */
async function get(
  url: URL,
  giveUp: AbortController,
  onBytes: (count: number) => void,
): Promise<ArrayBuffer> {
  const { signal } = giveUp;
  const name = url.href;
  const response = await within(fetch(url, { signal }), name, giveUp);
  if (!response.ok) {
    bad(`${name}: the server answered ${response.status}. Put the file there, and retry.`);
  }
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const reader = response.body?.getReader();
  while (reader) {
    const { done, value } = await within(reader.read(), name, giveUp);
    if (done) break;
    chunks.push(value);
    onBytes(value.length);
  }
  return new Blob(chunks).arrayBuffer();
}

async function readManifest(url: URL, giveUp: AbortController): Promise<Manifest> {
  const text = new TextDecoder().decode(await get(url, giveUp, () => undefined));
  const { version, mnist } = parseManifest(text);
  if (version !== 1 || (mnist !== null && typeof mnist?.files !== 'object')) {
    bad(`${url.href}: is not what this version's 'npm run data' makes. Run it, build, and retry.`);
  }
  return { version, mnist } as Manifest;
}

/** What may be a manifest; nothing of one when it is not even JSON. */
function parseManifest(text: string): { version?: unknown; mnist?: { files?: unknown } | null } {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' ? value : {};
  } catch {
    return {};
  }
}

/**
 * Fetches the data set that a built site carries.
 * @param base the site's address, to which data/manifest.json is relative
 * @returns its four files for Trainer.loadIdx(); null when the site was built without
 * @throws ScratchpadError 'badData' that names the address; the signal's reason when aborted
 */
export async function fetchDataSet(
  base: URL,
  { onProgress, signal }: DownloadOptions = {},
): Promise<IdxFiles<NamedBytes> | null> {
  const giveUp = new AbortController();
  const abort = (): void => giveUp.abort(signal?.reason);
  signal?.throwIfAborted();
  signal?.addEventListener('abort', abort);
  const manifestUrl = new URL('data/manifest.json', base);
  try {
    const { mnist } = await readManifest(manifestUrl, giveUp);
    return mnist && (await getAll(mnist.files, manifestUrl, giveUp, onProgress));
  } catch (error) {
    // One file is missing: the others need not come any further.
    giveUp.abort(error);
    throw error;
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}

async function getAll(
  files: IdxFiles<ManifestFile>,
  manifestUrl: URL,
  giveUp: AbortController,
  onProgress: DownloadOptions['onProgress'],
): Promise<IdxFiles<NamedBytes>> {
  let loaded = 0;
  const { trainImages, trainLabels, testImages, testLabels } = files;
  const all = [trainImages, trainLabels, testImages, testLabels];
  const total = all.reduce((sum, { bytes }) => sum + bytes, 0);
  const getOne = async ({ path, sha256 }: ManifestFile): Promise<NamedBytes> => {
    const url = new URL(path, manifestUrl);
    // Nothing leaves the machine, whatever a manifest says.
    if (url.origin !== manifestUrl.origin) bad(`${url.href}: is on another host; it must not be.`);
    const bytes = await get(url, giveUp, (count) => {
      loaded += count;
      if (!giveUp.signal.aborted) onProgress?.(loaded, total);
    });
    return { name: path, bytes, sha256 };
  };
  const [a, b, c, d] = await Promise.all([
    getOne(trainImages),
    getOne(trainLabels),
    getOne(testImages),
    getOne(testLabels),
  ]);
  return { trainImages: a, trainLabels: b, testImages: c, testLabels: d };
}
