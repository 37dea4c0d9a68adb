// SPDX-License-Identifier: MIT
// The site's own networks. Their owner puts files into models/ whenever he likes, so that the host is
// asked first; what it gave last is kept for when it cannot be reached.
import { addressOf, kept, NAMES, put } from './kept.ts';

const LIST = 'models/index.json';

/** Whether a path is the list of the site's networks, or one of them. */
export const isModel = (path: string): boolean => path.startsWith('models/');

/**
 * Answers from the host, to be kept, or as it answered last.
 * @param later is given what is still to be done after the answer
 * @throws where the host does not answer and never did
 */
export async function answerModel(
  path: string,
  request: Request,
  later: (work: Promise<unknown>) => void,
): Promise<Response> {
  try {
    const response = await fetch(request);
    if (response.ok) later(put(NAMES.models, path, response.clone()));
    return response;
  } catch (error) {
    const last = await kept(path, NAMES.models);
    if (last) return last;
    throw error;
  }
}

/** Keeps the list alone: a network is kept when it is opened. A site may have none. */
export async function keepList(): Promise<void> {
  const response = await fetch(addressOf(LIST), { cache: 'no-cache', priority: 'low' });
  if (response.ok) await put(NAMES.models, LIST, response);
}
