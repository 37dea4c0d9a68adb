// SPDX-License-Identifier: MIT
// The worker's side of the protocol, in a browser's Web Worker and in Node's worker thread.
import { ScratchpadError, toErrorMessage } from './errors.ts';
import { handle, handlersOf } from './handlers/handle.ts';
import { buffersIn } from './moved.ts';
import type { Answer, Handlers, Request, RequestKind, Response } from './protocol.ts';
import { Session } from './session.ts';

/** What a Web Worker's scope and Node's parentPort have in common, with messages unwrapped. */
interface Port {
  postMessage(message: Response, transfer?: ArrayBuffer[]): void;
  listen(handler: (request: Request) => void): void;
}

function openPort(): Port {
  // A browser has no process; its types here are Node's.
  const { process } = globalThis as { process?: typeof globalThis.process };
  const node = process?.getBuiltinModule('node:worker_threads').parentPort;
  if (node) {
    return {
      postMessage: (message, transfer) => node.postMessage(message, transfer),
      listen: (handler) => void node.on('message', handler),
    };
  }
  const scope = globalThis as unknown as {
    postMessage(message: Response, transfer?: ArrayBuffer[]): void;
    addEventListener(type: 'message', handler: (event: MessageEvent<Request>) => void): void;
  };
  return {
    postMessage: (message, transfer) => scope.postMessage(message, transfer),
    listen: (handler) => scope.addEventListener('message', ({ data }) => handler(data)),
  };
}

const port = openPort();
/** Begun by the first request, which is a `configure`; its engine stays. */
let handlers: Promise<Handlers> | undefined;

async function answer(request: Request): Promise<Answer<RequestKind>> {
  const { id, kind, ask } = request;
  if (kind === 'configure') handlers ??= Session.create(ask.engine).then(handlersOf);
  if (!handlers) throw new ScratchpadError('internal', `${kind} came before the first configure.`);
  return handle(await handlers, request, (event, value) =>
    port.postMessage({ id, type: 'event', event, value }),
  );
}

port.listen((request) => {
  const { id } = request;
  answer(request).then(
    (answer) => {
      // A snapshot is a copy already, and training waits while it is copied again.
      const transfer = request.kind === 'save' ? buffersIn(answer) : [];
      port.postMessage({ id, type: 'answer', answer }, transfer);
    },
    (error: unknown) => port.postMessage({ id, type: 'error', error: toErrorMessage(error) }),
  );
});
