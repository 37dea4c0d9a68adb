// SPDX-License-Identifier: MIT
import type { Client } from './client.ts';
import { DEFAULT_RANGE, type RateRange } from './rate-sweep.ts';
import type { RateSweep } from './results.ts';
import type { DescentSettings } from './settings.ts';

export interface RateSweepOptions extends Partial<RateRange> {
  /** Ends it when aborted: it then throws the signal's reason. */
  readonly signal?: AbortSignal;
  /** Called with 0 ... 1. */
  readonly onProgress?: (fraction: number) => void;
}

/** Trainer.findLearningRate(), once the settings are checked. */
export async function findRate(
  client: Client,
  settings: DescentSettings,
  { signal, onProgress, ...range }: RateSweepOptions,
): Promise<RateSweep> {
  signal?.throwIfAborted();
  let sent = 0;
  const stop = (): void => void client.ask('stop', { run: sent }).catch(() => undefined);
  signal?.addEventListener('abort', stop);
  try {
    const ask = { settings, range: { ...DEFAULT_RANGE, ...range } };
    const sweep = await client.ask('findLearningRate', ask, {
      onSent: (id) => (sent = id),
      on: { loading: onProgress },
    });
    signal?.throwIfAborted();
    return sweep;
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}
