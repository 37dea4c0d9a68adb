// SPDX-License-Identifier: MIT

/** How the page stands without a network. */
export interface OfflineState {
  /** 'off': there is nothing to keep it with, as in a frame or on file:. */
  readonly kept: 'off' | 'keeping' | 'kept' | 'failed';
  /** Why it failed, as a sentence; else ''. */
  readonly problem: string;
  /** A newer version waits to be loaded. */
  readonly update: boolean;
}

export const NO_OFFLINE: OfflineState = { kept: 'off', problem: '', update: false };
