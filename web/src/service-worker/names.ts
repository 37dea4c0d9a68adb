// SPDX-License-Identifier: MIT
// What the service worker and the page call the caches, and what they tell each other.

/** What the page asks of the worker. */
export type Order =
  /** Take over now: workbox-window's own name for it. */
  | { readonly type: 'SKIP_WAITING' }
  /** Keep what is needed offline; answered with a KeepAnswer. */
  | {
      readonly type: 'KEEP';
      /** The compiled modules that the lab has loaded: 'mlp', 'mlp-threads' ... */
      readonly modules: readonly string[];
      /** The data set as well, which is large. */
      readonly data: boolean;
    };

/** Whether all is kept; otherwise why not. */
export type KeepAnswer =
  | { readonly kept: true }
  | { readonly kept: false; readonly problem: 'full' | 'network'; readonly reason: string };

/** The names of the caches; two copies of the page on one host have caches of their own. */
export interface CacheNames {
  /** How all of them begin. */
  readonly all: string;
  /** How those of the program begin, one for each version: its page and all of its scripts. */
  readonly program: string;
  /** The compiled modules that were used, of all versions. */
  readonly modules: string;
  /** MNIST. */
  readonly data: string;
  /** The site's own networks: their list, and those that were opened. */
  readonly models: string;
}

/** @param folder the address of the folder that the worker stands in, with its slash */
export function cacheNames(folder: string): CacheNames {
  const all = `mlp-scratchpad ${new URL(folder).pathname} `;
  return {
    all,
    program: `${all}program `,
    modules: `${all}modules`,
    data: `${all}data`,
    models: `${all}models`,
  };
}
