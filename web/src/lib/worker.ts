// SPDX-License-Identifier: MIT
// The worker's side of the protocol, in a browser's Web Worker and in Node's worker thread.
import { ScratchpadError, toErrorMessage } from './errors.ts';
import type { Answer, CallName, Request, Response } from './protocol.ts';
import { Session } from './session.ts';

/** What a Web Worker's scope and Node's parentPort have in common, with messages unwrapped. */
interface Port {
  postMessage(message: Response, transfer: ArrayBuffer[]): void;
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
    postMessage(message: Response, transfer: ArrayBuffer[]): void;
    addEventListener(type: 'message', handler: (event: MessageEvent<Request>) => void): void;
  };
  return {
    postMessage: (message, transfer) => scope.postMessage(message, transfer),
    listen: (handler) => scope.addEventListener('message', ({ data }) => handler(data)),
  };
}

const port = openPort();
/** Begun by the first request, which is a `configure`; its engine stays. */
let session: Promise<Session> | undefined;

function respond(response: Response, transfer: ArrayBuffer[] = []): void {
  port.postMessage(response, transfer);
}

async function dispatch(request: Request): Promise<Answer<CallName>> {
  const { id, type, ask } = request;
  if (type === 'configure') session ??= Session.create(ask.engine);
  if (!session) throw new ScratchpadError('internal', `${type} came before the first configure.`);
  const core = await session;
  const onLoading = (fraction: number): void => respond({ id, type: 'loading', fraction });
  switch (type) {
    case 'configure':
      return core.configure(ask.network);
    case 'load':
      return core.load(ask.part, ask);
    case 'loadIdx':
      return core.loadIdx(id, ask, {
        onLoading,
        onPart: (info) => respond({ id, type: 'part', info }),
      });
    case 'chunk':
      return core.chunk(ask);
    case 'generate':
      return core.generate(ask, onLoading);
    case 'setDrawings':
      return core.setDrawings(ask);
    case 'augment':
      return core.augment(ask);
    case 'digits':
      return core.digits(ask);
    case 'train':
      return core.train(id, ask.settings, {
        onProgress: (progress) => respond({ id, type: 'progress', progress }),
        onEpoch: (epoch) => respond({ id, type: 'epoch', epoch }),
      });
    case 'step':
      return core.step(ask.settings);
    case 'pause':
      core.pause();
      return null;
    case 'resume':
      core.resume();
      return null;
    case 'change':
      return core.change(ask.settings);
    case 'findLearningRate':
      return core.findLearningRate(id, ask, onLoading);
    case 'stop':
      core.stop(ask.run);
      return null;
    case 'reset':
      core.reset();
      return null;
    case 'save':
      return core.save();
    case 'restore':
      return core.restore(ask.snapshot);
    case 'evaluate':
      return core.evaluate(ask);
    case 'predict':
      return core.predict(ask.images, ask.copies);
    case 'read':
      return core.read(ask);
    case 'scores':
      return core.scores(ask.part);
    case 'images':
      return core.images(ask);
    case 'answers':
      return core.answers(ask.part);
    case 'inspect':
      return core.inspect(ask);
    case 'statistics':
      return core.statistics(ask);
    case 'walk':
      return core.walk(ask);
    case 'checkGradients':
      return core.checkGradients(ask, onLoading);
    case 'weights':
      return core.weights();
    case 'warmUp':
      core.warmUp(ask.settings);
      return null;
    default:
      return request satisfies never;
  }
}

port.listen((request) => {
  dispatch(request).then(
    (answer) => respond({ id: request.id, type: 'answer', answer }),
    (error: unknown) => respond({ id: request.id, type: 'error', error: toErrorMessage(error) }),
  );
});
