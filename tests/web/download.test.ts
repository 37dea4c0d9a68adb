// SPDX-License-Identifier: MIT
// The data of a built site over a real connection that fails in every way.
import { createHash } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { fetchDataSet } from '../../web/src/lib/download.ts';

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** Answers each request by its path; the address of the site. */
async function site(answer: RequestListener): Promise<URL> {
  const started = (server = createServer(answer));
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return new URL(`http://127.0.0.1:${(started.address() as AddressInfo).port}/`);
}

const bytes = Buffer.from('some bytes');
const entry = (path: string) => ({
  path,
  bytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});
const files = {
  trainImages: entry('a.bin'),
  trainLabels: entry('b.bin'),
  testImages: entry('c.bin'),
  testLabels: entry('d.bin'),
};
const manifest = (mnist: unknown) => JSON.stringify({ version: 1, mnist });

/** A site with this manifest, whose files are answered by `file`. */
const siteWith = (text: string, file: RequestListener = (_, response) => response.end(bytes)) =>
  site((request, response) => {
    if (request.url === '/data/manifest.json') response.end(text);
    else file(request, response);
  });

test('fetches the four files and tells how far it is', async () => {
  const seen: number[][] = [];
  const base = await siteWith(manifest({ files }));
  const data = await fetchDataSet(base, { onProgress: (...both) => seen.push(both) });
  expect(new TextDecoder().decode(data?.testLabels.bytes)).toBe('some bytes');
  expect(data?.trainImages).toMatchObject({ name: 'a.bin', sha256: files.trainImages.sha256 });
  expect(seen.at(-1)).toEqual([40, 40]);
});

test('a site without MNIST has no data set', async () => {
  expect(await fetchDataSet(await siteWith(manifest(null)))).toBeNull();
});

test.each(['null', '<!doctype html>', '{"version":2,"mnist":null}', '{"version":1,"mnist":{}}'])(
  'a manifest %s is named',
  async (text) => {
    await expect(fetchDataSet(await siteWith(text))).rejects.toMatchObject({
      code: 'badData',
      message: expect.stringMatching(/manifest.json: is not what/) as string,
    });
  },
);

test('a missing file is named with the answer', async () => {
  const base = await siteWith(manifest({ files }), ({ url }, response) => {
    response.writeHead(url === '/data/c.bin' ? 404 : 200).end(bytes);
  });
  await expect(fetchDataSet(base)).rejects.toThrow(/c\.bin: the server answered 404/);
});

test('a connection that is cut is named with the file', async () => {
  const base = await siteWith(manifest({ files }), (_, response) => {
    response.writeHead(200, { 'Content-Length': '1000' });
    response.write(bytes, () => response.destroy());
  });
  await expect(fetchDataSet(base)).rejects.toMatchObject({
    code: 'badData',
    message: expect.stringMatching(/\.bin: could not be fetched/) as string,
  });
});

test('nothing is asked of another host', async () => {
  const elsewhere = { ...files, testLabels: entry('http://example.invalid/d.bin') };
  const base = await siteWith(manifest({ files: elsewhere }));
  await expect(fetchDataSet(base)).rejects.toThrow(/on another host/);
});

test('an abort ends it with its reason', async () => {
  const base = await siteWith(manifest({ files }), () => undefined);
  const controller = new AbortController();
  const fetching = fetchDataSet(base, { signal: controller.signal });
  setTimeout(() => controller.abort(new Error('enough')), 50);
  await expect(fetching).rejects.toThrow('enough');
});

// 20 seconds of nothing: the only way to see that it does not wait for ever.
test('a server that accepts and never answers is given up', async () => {
  const base = await site(() => undefined);
  await expect(fetchDataSet(base)).rejects.toThrow(/nothing arrived for 20 s/);
}, 30_000);
