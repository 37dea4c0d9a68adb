// SPDX-License-Identifier: MIT
// What can be asked of a network, also while it trains: nothing here changes it. What training and
// drawing do not need is loaded when it is asked for.
import { ScratchpadError } from '../errors.ts';
import { EvaluateJob, ScoresJob } from '../jobs/evaluation.ts';
import { check } from '../module.ts';
import type { Handlers } from '../protocol.ts';
import { readDrawing } from '../read-drawing.ts';
import type { Session } from '../session.ts';

type Kinds =
  | 'evaluate'
  | 'scores'
  | 'answers'
  | 'predict'
  | 'read'
  | 'inspect'
  | 'statistics'
  | 'walk'
  | 'checkGradients';

export function answerHandlers(session: Session): Pick<Handlers, Kinds> {
  const { module, trainer, scheduler, tempo } = session;
  return {
    evaluate: async ({ ask }) => {
      const alone = ask.copies === 1 && ask.others.length === 0;
      if (alone) return scheduler.run(new EvaluateJob(session, ask.part));
      const { CommitteeJob } = await import('../jobs/committee-job.ts');
      return scheduler.run(new CommitteeJob(session, ask));
    },

    scores: ({ ask: { part } }) => {
      if (session.network.output !== 'sigmoid') {
        throw new ScratchpadError('badState', "Scores are for the yes/no question ('sigmoid').");
      }
      return scheduler.run(new ScoresJob(session, part));
    },

    answers: async ({ ask: { part } }) => {
      const { AnswersJob } = await import('../jobs/answers-job.ts');
      return scheduler.run(new AnswersJob(session, part));
    },

    predict: ({ ask: { images, copies } }) => {
      tempo.hurry();
      const { status, probabilities } = trainer.predict(images, copies);
      check(module, status);
      return probabilities;
    },

    read: ({ ask }) => {
      tempo.hurry();
      return readDrawing(session, ask);
    },

    inspect: async ({ ask }) => {
      const { inspect } = await import('../inspect.ts');
      tempo.hurry();
      return inspect(module, trainer, session.network.layers, ask);
    },

    statistics: async ({ ask }) => {
      const { StatisticsJob } = await import('../jobs/statistics-job.ts');
      return scheduler.run(new StatisticsJob(session, ask));
    },

    walk: async ({ ask }) => {
      const { walk } = await import('../walk.ts');
      return walk(module, trainer, session.network.layers, ask);
    },

    checkGradients: async ({ ask: { places, ...batch } }, tell) => {
      const { GradientCheckJob } = await import('../jobs/gradient-check-job.ts');
      const onLoading = (fraction: number): void => tell('loading', fraction);
      return scheduler.run(new GradientCheckJob(session, batch, places, onLoading));
    },
  };
}
