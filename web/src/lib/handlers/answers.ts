// SPDX-License-Identifier: MIT
// What can be asked of a network, also while it trains: nothing here changes it.
import { ScratchpadError } from '../errors.ts';
import { inspect } from '../inspect.ts';
import { AnswersJob } from '../jobs/answers-job.ts';
import { CommitteeJob } from '../jobs/committee-job.ts';
import { EvaluateJob, ScoresJob } from '../jobs/evaluation.ts';
import { GradientCheckJob } from '../jobs/gradient-check-job.ts';
import { StatisticsJob } from '../jobs/statistics-job.ts';
import { check } from '../module.ts';
import type { Handlers } from '../protocol.ts';
import { readDrawing } from '../read-drawing.ts';
import type { Session } from '../session.ts';
import { walk } from '../walk.ts';

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
    evaluate: ({ ask }) => {
      const alone = ask.copies === 1 && ask.others.length === 0;
      const job = alone ? new EvaluateJob(session, ask.part) : new CommitteeJob(session, ask);
      return scheduler.run(job);
    },

    scores: ({ ask: { part } }) => {
      if (session.network.output !== 'sigmoid') {
        throw new ScratchpadError('badState', "Scores are for the yes/no question ('sigmoid').");
      }
      return scheduler.run(new ScoresJob(session, part));
    },

    answers: ({ ask: { part } }) => scheduler.run(new AnswersJob(session, part)),

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

    inspect: ({ ask }) => {
      tempo.hurry();
      return inspect(module, trainer, session.network.layers, ask);
    },

    statistics: ({ ask }) => scheduler.run(new StatisticsJob(session, ask)),

    walk: ({ ask }) => walk(module, trainer, session.network.layers, ask),

    checkGradients: ({ ask: { places, ...batch } }, tell) =>
      scheduler.run(
        new GradientCheckJob(session, batch, places, (fraction) => tell('loading', fraction)),
      ),
  };
}
