// SPDX-License-Identifier: MIT
// `npm start`: build what is needed, then serve the page. `--dev` serves the sources instead and
// rebuilds the C++ module on change. `--port N`, `--host [ADDRESS]`.
import { readdirSync, statSync, utimesSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setInterval } from 'node:timers';
import { parseArgs } from 'node:util';
import { build, buildModule } from './build.mjs';
import { ensureData } from './data.mjs';
import { UserError, bad, good, heading, main, note, seconds } from './lib/log.mjs';
import { bin, inRoot, root, wasmOutDir } from './lib/paths.mjs';
import { isStopping, setStopCode, start } from './lib/run.mjs';
import { filesBelow } from './lib/stamp.mjs';
import { printTimes } from './lib/times.mjs';

function options() {
  // --host without an address means every interface, as in Vite.
  const args = process.argv.slice(2).flatMap((arg, index, all) => {
    const bare = arg === '--host' && (all[index + 1] ?? '-').startsWith('-');
    return bare ? ['--host', '0.0.0.0'] : [arg];
  });
  try {
    const { values } = parseArgs({
      args,
      options: { dev: { type: 'boolean' }, port: { type: 'string' }, host: { type: 'string' } },
    });
    const port = values.port === undefined ? undefined : Number(values.port);
    if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65536))
      throw new Error(`--port wants a number from 1 to 65535, not ${values.port}`);
    return { dev: !!values.dev, port, host: values.host ?? '127.0.0.1' };
  } catch (error) {
    throw new UserError(
      `${error.message}\nUsage: npm start -- [--dev] [--port N] [--host [ADDRESS]]`,
    );
  }
}

const isFree = (port, host) =>
  new Promise((resolve) => {
    const server = createServer();
    // A machine without IPv6 has nobody else on that address either.
    server.once('error', (error) =>
      resolve(error.code !== 'EADDRINUSE' && error.code !== 'EACCES'),
    );
    server.listen(port, host, () => server.close(() => resolve(true)));
  });

async function choosePort(wanted, preferred, host) {
  const free = async (port) => (await isFree(port, host)) && (await isFree(port, '::1'));
  if (wanted !== undefined) {
    if (await free(wanted)) return wanted;
    throw new UserError(
      `Port ${wanted} is in use. Name another with --port, or none to get a free one.`,
    );
  }
  for (let port = preferred; port < preferred + 100; port++) if (await free(port)) return port;
  throw new UserError(
    `No free port between ${preferred} and ${preferred + 99}. Name one with --port.`,
  );
}

/** Starts Vite and resolves when it answers. */
async function serve(args, { host, port }) {
  const place = ['--host', host, '--port', String(port), '--strictPort'];
  const command = [
    ...args,
    '--config',
    inRoot('web/vite.config.ts'),
    ...place,
    '--logLevel',
    'warn',
  ];
  const vite = start(bin('vite'), command, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  const ended = new Promise((resolve, reject) => {
    vite.on('error', reject);
    vite.on('close', (code) => reject(new UserError(`Vite ended with exit code ${code}.`)));
  });
  ended.catch(() => {});
  const address = `http://${/^(127\.0\.0\.1|0\.0\.0\.0|::1?)$/.test(host) ? 'localhost' : host}:${port}/`;
  const own = `http://${host === '0.0.0.0' ? '127.0.0.1' : host.includes(':') ? '[::1]' : host}:${port}/`;
  const answers = async () => {
    const until = Date.now() + 60_000;
    while (Date.now() < until) {
      try {
        await fetch(own, { signal: AbortSignal.timeout(5000) });
        return;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
    throw new UserError('Vite did not answer within a minute.');
  };
  await Promise.race([answers(), ended]);
  return { address, ended };
}

/** Rebuilds the module when a file of the core changes; Vite sees the new files and reloads. */
function watchCore() {
  let busy = false;
  let again = false;
  const rebuild = async () => {
    if (busy) return void (again = true);
    busy = true;
    const began = Date.now();
    try {
      // Vite does not watch a .wasm, so a change of that alone is shown as one of its loader.
      if (await buildModule()) {
        const loaders = readdirSync(wasmOutDir).filter((name) => name.endsWith('.mjs'));
        for (const name of loaders) utimesSync(join(wasmOutDir, name), new Date(), new Date());
      }
      note(good(`rebuilt in ${seconds(Date.now() - began)}`));
    } catch (error) {
      console.error(bad(error.message));
    }
    busy = false;
    if (again) {
      again = false;
      void rebuild();
    }
  };
  // Looking is surer than fs.watch, which on Linux loses a file that an editor replaces.
  const state = () =>
    filesBelow([inRoot('cpp'), inRoot('CMakeLists.txt')])
      .filter((file) => /\.(h|cpp|txt|cmake)$/.test(file))
      .map((file) => `${file} ${statSync(file, { throwIfNoEntry: false })?.mtimeMs}`)
      .join('\n');
  let last = state();
  setInterval(() => {
    const now = state();
    if (now === last) return;
    last = now;
    void rebuild();
  }, 500);
}

await main(async () => {
  const { dev, port: wanted, host } = options();
  setStopCode(0);
  const began = Date.now();
  if (dev) {
    await buildModule();
    await ensureData();
  } else {
    await build({ package: false });
  }
  const port = await choosePort(wanted, dev ? 5173 : 4173, host);
  heading(dev ? 'Development server' : 'Server');
  const { address, ended } = await serve(dev ? [] : ['preview'], { host, port });
  if (dev) watchCore();
  printTimes();
  note(`ready after ${seconds(Date.now() - began)}; Ctrl-C ends it`);
  console.log(`\n${good('MLP Scratchpad:')} ${address}`);
  await ended.catch((error) => {
    if (!isStopping()) throw error;
    return new Promise(() => {}); // Ctrl-C: the handler in run.mjs ends the process
  });
});
