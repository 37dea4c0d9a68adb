// SPDX-License-Identifier: MIT
import type * as NodeThreads from 'node:worker_threads';
import type { Request, RequestKind, Response } from './protocol.ts';

/** A running worker, the same in browsers and in Node. */
export interface WorkerHandle {
  post<Kind extends RequestKind>(request: Request<Kind>, transfer: ArrayBuffer[]): void;
  terminate(): void;
  /** In Node: whether the worker keeps the process alive. */
  keepAlive(alive: boolean): void;
}

export interface WorkerEvents {
  readonly onResponse: (response: Response) => void;
  /** The worker could not start, or stopped on its own. */
  readonly onCrash: (reason: string) => void;
}

/** Starts the worker. */
export function spawn(events: WorkerEvents): WorkerHandle {
  // A browser has no process; its types here are Node's.
  const { process } = globalThis as { process?: typeof globalThis.process };
  const node = process?.getBuiltinModule('node:worker_threads');
  // Emscripten's modules with threads, also those of others, make Node's workers global.
  const foreign: unknown = globalThis.Worker;
  const isNode = node && (foreign === undefined || foreign === node.Worker);
  return isNode ? spawnInNode(node, events) : spawnInBrowser(events);
}

function spawnInBrowser({ onResponse, onCrash }: WorkerEvents): WorkerHandle {
  // Bundlers look for exactly this expression.
  const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<Response>) => onResponse(data);
  worker.onerror = (event) => {
    event.preventDefault();
    onCrash(event.message || 'its script could not be loaded');
  };
  worker.onmessageerror = () => onCrash('a message could not be read');
  return {
    post: (request, transfer) => worker.postMessage(request, transfer),
    terminate: () => worker.terminate(),
    keepAlive: () => undefined,
  };
}

function spawnInNode(
  threads: typeof NodeThreads,
  { onResponse, onCrash }: WorkerEvents,
): WorkerHandle {
  // Not written as above, or bundlers for browsers would ship the script a second time.
  const script = './worker.js';
  // `node --input-type=module -e ...`: workers, and threads of theirs, are given files instead.
  const execArgv = process.execArgv.filter((option) => !option.startsWith('--input-type'));
  const worker = new threads.Worker(new URL(script, import.meta.url), { execArgv });
  let ended = false;
  worker.on('message', onResponse);
  worker.on('error', (error) => onCrash(error.message));
  worker.on('exit', (code) => {
    if (!ended) onCrash(`it exited with code ${code}`);
  });
  return {
    post: (request, transfer) => worker.postMessage(request, transfer),
    terminate: () => {
      ended = true;
      void worker.terminate();
    },
    keepAlive: (alive) => (alive ? worker.ref() : worker.unref()),
  };
}
