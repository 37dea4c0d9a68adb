// SPDX-License-Identifier: MIT
// The table of all that the worker answers, put together from those of its subjects.
import type { Answer, Handlers, Request, RequestKind, Tell } from '../protocol.ts';
import type { Session } from '../session.ts';
import { answerHandlers } from './answers.ts';
import { dataHandlers } from './data.ts';
import { networkHandlers } from './network.ts';
import { trainingHandlers } from './training.ts';

export const handlersOf = (session: Session): Handlers => ({
  ...networkHandlers(session),
  ...dataHandlers(session),
  ...trainingHandlers(session),
  ...answerHandlers(session),
});

/**
 * Answers a request by its handler.
 * @param tell takes the events that come before the answer
 * @throws ScratchpadError what the handler throws, but as a rejection
 */
export async function handle<Kind extends RequestKind>(
  handlers: Handlers,
  request: Request<Kind>,
  tell: Tell<Kind>,
): Promise<Answer<Kind>> {
  const handler: Handlers[Kind] = handlers[request.kind];
  return handler(request, tell);
}
