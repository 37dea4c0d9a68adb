// SPDX-License-Identifier: MIT
// Files of networks from a host.
import { messageOf } from '../../lib/errors.ts';
import type { SiteModel } from './models-state.ts';
import { MODELS } from './texts.ts';

const MOST_BYTES = 500e6;
/** A host that does not answer by then is given up, in milliseconds. */
const LIMIT = 60_000;

/** @throws an error that says, in words, why there is no file */
export async function fetchModel(url: URL): Promise<File> {
  const response = await answerOf(url);
  if (!response.ok) throw new Error(MODELS.status(response.status));
  if (Number(response.headers.get('content-length') ?? 0) > MOST_BYTES) {
    throw new Error(MODELS.tooLarge);
  }
  return new File([await response.blob()], nameOf(url));
}

async function answerOf(url: URL): Promise<Response> {
  const refused: string[] = [];
  const note = ({ blockedURI }: SecurityPolicyViolationEvent): void => {
    if (url.href.startsWith(blockedURI) || blockedURI.startsWith(url.origin)) {
      refused.push(blockedURI);
    }
  };
  document.addEventListener('securitypolicyviolation', note);
  try {
    // Nothing that would tell the host more than the request itself does.
    const options = { credentials: 'omit', referrerPolicy: 'no-referrer' } as const;
    return await fetch(url, { ...options, signal: AbortSignal.timeout(LIMIT) });
  } catch (error) {
    await new Promise((resolve) => setTimeout(resolve)); // the violation is told after the error
    if (refused.length > 0) throw new Error(MODELS.policy(url.host), { cause: error });
    const network = error instanceof TypeError;
    throw new Error(network ? MODELS.noAnswer : messageOf(error), { cause: error });
  } finally {
    document.removeEventListener('securitypolicyviolation', note);
  }
}

/** The last part of its path. */
export const nameOf = ({ pathname }: URL): string =>
  decodeURIComponent(pathname.split('/').at(-1) ?? '') || 'model';

/**
 * models/index.json: a list of {file, name, note}; what else is in it is passed over.
 * @throws TypeError without a network; another error when it is no list
 */
export async function fetchSiteModels(site: URL): Promise<SiteModel[]> {
  const response = await fetch(new URL('models/index.json', site), {
    signal: AbortSignal.timeout(LIMIT),
  });
  // Some hosts answer with their own page where there is no such file.
  const isPage = response.headers.get('content-type')?.startsWith('text/html') === true;
  if (response.status === 404 || isPage) return [];
  if (!response.ok) throw new Error(MODELS.status(response.status));
  const list = (await response.json()) as unknown;
  if (!Array.isArray(list)) throw new Error(MODELS.listing);
  return (list as (Partial<Record<keyof SiteModel, unknown>> | null)[]).flatMap((one) => {
    const { file, ...rest } = one ?? {};
    if (typeof file !== 'string') return [];
    const text = (value: unknown): string => (typeof value === 'string' ? value : '');
    return [{ file, name: text(rest.name) || file, note: text(rest.note) }];
  });
}
