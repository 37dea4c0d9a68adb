// SPDX-License-Identifier: MIT
import { badData, messageOf, ScratchpadError } from './errors.ts';
import type { NamedBytes, NamedStream } from './idx-source.ts';
import { FILE_ROLES, type IdxFiles } from './idx-files.ts';

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

/** Gives up, with a word, on what does not come; each part of a file starts the time anew. */
async function within<T>(work: Promise<T>, name: string, giveUp: AbortController): Promise<T> {
  const error = new ScratchpadError('badData', `${name}: nothing arrived for 20 s. Retry.`);
  const timer = setTimeout(() => giveUp.abort(error), STALL_MS);
  try {
    return await work;
  } catch (reason) {
    giveUp.signal.throwIfAborted();
    if (reason instanceof ScratchpadError) throw reason;
    const what = messageOf(reason);
    return badData(`${name}: could not be fetched (${what}). Check the connection and retry.`);
  } finally {
    clearTimeout(timer);
  }
}

/** Asks for a file at once; its bytes come as they are read. */
function open(
  url: URL,
  giveUp: AbortController,
  onBytes: (count: number) => void,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const { signal } = giveUp;
  const name = url.href;
  const asked = within(fetch(url, { signal }), name, giveUp);
  asked.catch(() => undefined); // told to whoever reads
  let reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>> | undefined;
  return new ReadableStream({
    async pull(controller) {
      try {
        const response = await asked;
        if (!response.ok) {
          badData(
            `${name}: the server answered ${response.status}. Put the file there, and retry.`,
          );
        }
        reader ??= response.body?.getReader();
        const next = reader && (await within(reader.read(), name, giveUp));
        if (next && !next.done) {
          onBytes(next.value.length);
          controller.enqueue(next.value);
        } else {
          controller.close();
        }
      } catch (error) {
        // One file is missing: the others need not come any further.
        giveUp.abort(error);
        throw error;
      }
    },
    cancel: (reason) => giveUp.abort(reason),
  });
}

/** All that comes of a file. */
async function readWhole(stream: ReadableStream<Uint8Array>): Promise<ArrayBuffer> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const reader = stream.getReader() as ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    chunks.push(next.value);
  }
  return new Blob(chunks).arrayBuffer();
}

async function readManifest(url: URL, giveUp: AbortController): Promise<Manifest> {
  const text = new TextDecoder().decode(await readWhole(open(url, giveUp, () => undefined)));
  const { version, mnist } = parseManifest(text);
  if (version !== 1 || (mnist !== null && typeof mnist?.files !== 'object')) {
    badData(
      `${url.href}: is not what this version's 'npm run data' makes. Run it, build, and retry.`,
    );
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
 * Begins to fetch the data set that a built site carries.
 * @param base the site's address, to which data/manifest.json is relative
 * @returns its four files for Trainer.loadIdx(), which come as they are read; null when the site
 *   was built without
 * @throws ScratchpadError 'badData' that names the address; the signal's reason when aborted. The
 *   streams fail with the same.
 */
export async function openDataSet(
  base: URL,
  { onProgress, signal }: DownloadOptions = {},
): Promise<IdxFiles<NamedStream> | null> {
  const giveUp = new AbortController();
  signal?.throwIfAborted();
  signal?.addEventListener('abort', () => giveUp.abort(signal.reason), { once: true });
  const manifestUrl = new URL('data/manifest.json', base);
  const { mnist } = await readManifest(manifestUrl, giveUp);
  return mnist && openAll(mnist.files, manifestUrl, giveUp, onProgress);
}

function openAll(
  files: IdxFiles<ManifestFile>,
  manifestUrl: URL,
  giveUp: AbortController,
  onProgress: DownloadOptions['onProgress'],
): IdxFiles<NamedStream> {
  let loaded = 0;
  const total = FILE_ROLES.reduce((sum, role) => sum + files[role].bytes, 0);
  const urls = FILE_ROLES.map((role) => new URL(files[role].path, manifestUrl));
  // Nothing leaves the machine, whatever a manifest says.
  for (const { origin, href } of urls) {
    if (origin !== manifestUrl.origin) badData(`${href}: is on another host; it must not be.`);
  }
  const openOne = ({ path, sha256 }: ManifestFile): NamedStream => {
    const stream = open(new URL(path, manifestUrl), giveUp, (count) => {
      loaded += count;
      if (!giveUp.signal.aborted) onProgress?.(loaded, total);
    });
    return { name: path, stream, sha256 };
  };
  // What is needed first is asked for first.
  const [testLabels, trainLabels] = [openOne(files.testLabels), openOne(files.trainLabels)];
  const [testImages, trainImages] = [openOne(files.testImages), openOne(files.trainImages)];
  return { trainImages, trainLabels, testImages, testLabels };
}

/**
 * Fetches the data set that a built site carries, whole.
 * @param base the site's address, to which data/manifest.json is relative
 * @returns its four files for Trainer.loadIdx(); null when the site was built without
 * @throws ScratchpadError 'badData' that names the address; the signal's reason when aborted
 */
export async function fetchDataSet(
  base: URL,
  options: DownloadOptions = {},
): Promise<IdxFiles<NamedBytes> | null> {
  const files = await openDataSet(base, options);
  if (!files) return null;
  const whole = async ({ stream, ...label }: NamedStream): Promise<NamedBytes> => ({
    ...label,
    bytes: await readWhole(stream),
  });
  const [trainImages, trainLabels, testImages, testLabels] = await Promise.all([
    whole(files.trainImages),
    whole(files.trainLabels),
    whole(files.testImages),
    whole(files.testLabels),
  ]);
  return { trainImages, trainLabels, testImages, testLabels };
}
