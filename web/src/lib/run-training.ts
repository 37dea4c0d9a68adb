// SPDX-License-Identifier: MIT
import type { Client } from './client.ts';
import { EpochStream } from './epoch-stream.ts';
import type { Ask } from './protocol.ts';
import type { Epoch, TrainEnd, TrainProgress } from './results.ts';

export interface TrainOptions {
  /** Ends the training when aborted: train() then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called 10 to 20 times a second. */
  readonly onProgress?: ((progress: TrainProgress) => void) | undefined;
}

/** One training run, as Trainer.train() promises it. */
export async function* runTraining(
  client: Pick<Client, 'ask'>,
  ask: Ask<'train'>,
  { signal, onProgress }: TrainOptions,
): AsyncGenerator<Epoch, TrainEnd, void> {
  signal?.throwIfAborted();
  const epochs = new EpochStream();
  let sent = 0;
  const stop = (): void => void client.ask('stop', { run: sent }).catch(() => undefined);
  signal?.addEventListener('abort', stop);
  const run = client.ask('train', ask, {
    onSent: (id) => (sent = id),
    on: { progress: onProgress, epoch: (epoch) => epochs.push(epoch) },
  });
  run.then(
    () => epochs.end(),
    (error: unknown) => epochs.fail(error),
  );
  try {
    yield* epochs;
    signal?.throwIfAborted();
    return await run;
  } finally {
    signal?.removeEventListener('abort', stop);
    // The loop was left early: wait, so that the next call finds the worker idle.
    if (!epochs.ended) {
      stop();
      await run.catch(() => undefined);
    }
  }
}
