// SPDX-License-Identifier: MIT
// Training: a run, what is done with it while it is under way, and what comes before it.
import type { TrainEvents } from '../jobs/train-job.ts';
import type { Handlers } from '../protocol.ts';
import type { Session } from '../session.ts';

type Kinds =
  'train' | 'step' | 'pause' | 'resume' | 'change' | 'findLearningRate' | 'stop' | 'warmUp';

export function trainingHandlers(session: Session): Pick<Handlers, Kinds> {
  const { runs } = session;
  return {
    train: ({ id, ask: { settings, run } }, tell) => {
      session.endWarmUp();
      const events: TrainEvents = {
        onProgress: (progress) => tell('progress', progress),
        onEpoch: (epoch) => tell('epoch', epoch),
      };
      return runs.train(id, settings, events, run);
    },

    step: ({ ask: { settings } }) => runs.step(settings),

    pause: () => {
      runs.pause();
      return null;
    },

    resume: () => {
      runs.resume();
      return null;
    },

    change: ({ ask: { settings } }) => runs.change(settings),

    findLearningRate: ({ id, ask }, tell) =>
      runs.findLearningRate(id, ask, (fraction) => tell('loading', fraction)),

    stop: ({ ask: { run } }) => {
      runs.stop(run);
      return null;
    },

    warmUp: ({ ask: { settings } }) => {
      session.warmUp(settings);
      return null;
    },
  };
}
