// SPDX-License-Identifier: MIT
// Fetching a file without ever hanging: a limit on the time to connect and on any pause.
import { megabytes, progress } from './log.mjs';

const connectMs = 10_000;
const stallMs = 15_000;

/** The bytes at a URL; throws an Error with `unreachable: true` when no answer came at all. */
export async function fetchBytes(url, label) {
  const abort = new globalThis.AbortController();
  let timer = setTimeout(
    () => abort.abort(new Error(`no answer in ${connectMs / 1000} s`)),
    connectMs,
  );
  let answered = false;
  try {
    const response = await fetch(url, { signal: abort.signal });
    answered = true;
    if (!response.ok) throw new Error(`HTTP status ${response.status}`);
    const total = Number(response.headers.get('content-length') ?? 0);
    const update = label ? progress(label, total) : () => {};
    const chunks = [];
    let size = 0;
    const watch = () => {
      clearTimeout(timer);
      timer = setTimeout(
        () => abort.abort(new Error(`nothing came for ${stallMs / 1000} s`)),
        stallMs,
      );
    };
    watch();
    for await (const chunk of response.body) {
      chunks.push(chunk);
      size += chunk.length;
      watch();
      if (total > 0) update(Math.min(size, total - 1), megabytes(size));
    }
    update(total, megabytes(size));
    return Buffer.concat(chunks);
  } catch (error) {
    const reason = abort.signal.aborted ? abort.signal.reason : (error.cause ?? error);
    throw Object.assign(new Error(reason.message || reason.code || String(reason)), {
      unreachable: !answered,
    });
  } finally {
    clearTimeout(timer);
  }
}
