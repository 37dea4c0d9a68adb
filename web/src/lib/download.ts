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

async function open(url: URL, signal: AbortSignal): Promise<Response> {
  const response = await fetch(url, { signal }).catch((error: unknown) => {
    signal.throwIfAborted();
    const reason = error instanceof Error ? error.message : String(error);
    return bad(`${url.href}: could not be fetched (${reason}). Check the connection and retry.`);
  });
  if (!response.ok) {
    bad(`${url.href}: the server answered ${response.status}. Put the file there, and retry.`);
  }
  return response;
}

/** Reads a response to its end, giving up when nothing arrives any more. */
async function readAll(
  response: Response,
  name: string,
  giveUp: AbortController,
  onBytes: (count: number) => void,
): Promise<ArrayBuffer> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const reader = response.body?.getReader();
  if (!reader) return response.arrayBuffer();
  for (;;) {
    const timer = setTimeout(
      () =>
        giveUp.abort(new ScratchpadError('badData', `${name}: nothing arrived for 20 s. Retry.`)),
      STALL_MS,
    );
    const { done, value } = await reader.read().finally(() => clearTimeout(timer));
    if (done) break;
    chunks.push(value);
    onBytes(value.length);
  }
  return new Blob(chunks).arrayBuffer();
}

async function readManifest(url: URL, signal: AbortSignal): Promise<Manifest> {
  const text = await (await open(url, signal)).text();
  let manifest: Partial<Manifest>;
  try {
    manifest = JSON.parse(text) as Partial<Manifest>;
  } catch {
    return bad(`${url.href}: is not what 'npm run data' makes. Run it, build, and retry.`);
  }
  if (manifest.version !== 1 || manifest.mnist === undefined) {
    bad(`${url.href}: is of another version. Run 'npm run data', build, and retry.`);
  }
  return manifest as Manifest;
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
  const either = signal ? AbortSignal.any([signal, giveUp.signal]) : giveUp.signal;
  const manifestUrl = new URL('data/manifest.json', base);
  const { mnist } = await readManifest(manifestUrl, either);
  if (!mnist) return null;
  const { files } = mnist;
  const total =
    files.trainImages.bytes +
    files.trainLabels.bytes +
    files.testImages.bytes +
    files.testLabels.bytes;
  let loaded = 0;
  const get = async ({ path, sha256 }: ManifestFile): Promise<NamedBytes> => {
    const url = new URL(path, manifestUrl);
    const response = await open(url, either);
    const bytes = await readAll(response, path, giveUp, (count) => {
      loaded += count;
      if (!either.aborted) onProgress?.(loaded, total);
    });
    return { name: path, bytes, sha256 };
  };
  try {
    const [trainImages, trainLabels, testImages, testLabels] = await Promise.all([
      get(files.trainImages),
      get(files.trainLabels),
      get(files.testImages),
      get(files.testLabels),
    ]);
    return { trainImages, trainLabels, testImages, testLabels };
  } catch (error) {
    // One file is missing: the others need not come any further.
    giveUp.abort(error);
    throw error;
  }
}
