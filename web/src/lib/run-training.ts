// SPDX-License-Identifier: MIT
import type { Client } from './client.ts';
import { EpochStream } from './epoch-stream.ts';
import type { ModelFigures } from './formats/model.ts';
import type { Ask } from './protocol.ts';
import type { Epoch, TrainEnd, TrainProgress } from './results.ts';

export interface TrainOptions {
  /** Ends the training when aborted: train() then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called 10 to 20 times a second. */
  readonly onProgress?: ((progress: TrainProgress) => void) | undefined;
}

/** What the weights at the end of an epoch came to. */
const figuresOf = ({ cost, testCost, trainAccuracy, accuracy }: Epoch): ModelFigures => ({
  trainCost: cost,
  testCost,
  trainAccuracy,
  testAccuracy: accuracy,
});

/**
 * One training run, as Trainer.train() promises it.
 * @param note told what the weights came to when it has ended; null while that is not known
 */
export async function* runTraining(
  client: Pick<Client, 'ask'>,
  ask: Ask<'train'>,
  { signal, onProgress }: TrainOptions,
  note: (figures: ModelFigures | null) => void = () => undefined,
): AsyncGenerator<Epoch, TrainEnd, void> {
  signal?.throwIfAborted();
  const epochs = new EpochStream();
  let sent = 0;
  let last: Epoch | undefined;
  const stop = (): void => void client.ask('stop', { run: sent }).catch(() => undefined);
  signal?.addEventListener('abort', stop);
  const run = client.ask('train', ask, {
    onSent: (id) => (sent = id),
    on: {
      progress: (progress) => {
        note(null);
        onProgress?.(progress);
      },
      epoch: (epoch) => epochs.push((last = epoch)),
    },
  });
  run.then(
    () => epochs.end(),
    (error: unknown) => epochs.fail(error),
  );
  try {
    yield* epochs;
    signal?.throwIfAborted();
    const end = await run;
    // Of a run that was stopped in an epoch, or went back to another one, these are no figures.
    if (last && end.reason !== 'stopped' && end.epoch === last.epoch) note(figuresOf(last));
    return end;
  } finally {
    signal?.removeEventListener('abort', stop);
    // The loop was left early: wait, so that the next call finds the worker idle.
    if (!epochs.ended) {
      stop();
      await run.catch(() => undefined);
    }
  }
}
