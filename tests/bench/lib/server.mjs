// SPDX-License-Identifier: MIT
// Serves the pages of the benchmarks, cross-origin isolated: threads need that, ours and others'.
import { createServer } from 'node:http';
import sirv from 'sirv'; // what Vite itself serves files with

const HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

/**
 * Serves folders under http://127.0.0.1:PORT/<name>/.
 * @param folders {name: folder}; `change` gets (path, response) and answers true when it did
 */
export async function serve(folders, answer = () => false) {
  const mounts = Object.entries(folders).map(([name, folder]) => ({
    prefix: `/${name}`,
    files: sirv(folder, { dev: true, etag: false }),
  }));
  const server = createServer((request, response) => {
    const { url = '/' } = request;
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    if (answer(url, response)) return;
    const notFound = () => response.writeHead(404).end('Not found');
    const mount = mounts.find(({ prefix }) => url.startsWith(`${prefix}/`));
    if (!mount) return notFound();
    request.url = url.slice(mount.prefix.length);
    mount.files(request, response, notFound);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
