// SPDX-License-Identifier: MIT
// The data: loaded, generated, and looked at.
import { check } from '../module.ts';
import type { Handlers } from '../protocol.ts';
import type { Session } from '../session.ts';

type Kinds =
  'load' | 'loadIdx' | 'chunk' | 'generate' | 'setDrawings' | 'augment' | 'digits' | 'images';

export function dataHandlers(session: Session): Pick<Handlers, Kinds> {
  const { module, trainer, loader } = session;
  /** What is loaded is likely to be trained on next. */
  const thenWarmUp = <Result>(loading: Promise<Result>): Promise<Result> =>
    loading.finally(() => session.warmUp());
  return {
    load: ({ ask }) => thenWarmUp(loader.load(ask.part, ask)),

    loadIdx: ({ id, ask }, tell) =>
      thenWarmUp(
        loader.loadIdx(id, ask.files, {
          onLoading: (fraction) => tell('loading', fraction),
          onPart: (info) => {
            tell('part', info);
            session.warmUp();
          },
        }),
      ),

    chunk: async ({ ask }) => {
      await loader.chunk(ask);
      return null;
    },

    generate: ({ ask }, tell) =>
      thenWarmUp(loader.generate(ask, (fraction) => tell('loading', fraction))),

    setDrawings: ({ ask: { images, labels } }) => {
      // The run under way may need them; others in their place are welcome.
      if (labels.length === 0) session.runs.mustBeIdle();
      check(module, trainer.setDrawings(images, labels));
      return labels.length;
    },

    augment: ({ ask: { images, settings, seed, count } }) => {
      const { status, bytes } = trainer.augment(settings, seed, images, count);
      check(module, status);
      return bytes;
    },

    digits: ({ ask: { seed, first, count, hands } }) => {
      const made = module.generateDigits(seed, first, count, module.Hands[hands]);
      const { status, images, labels } = made;
      check(module, status);
      return { images, labels };
    },

    images: ({ ask: { part, first, count } }) => {
      const { status, images, labels } = trainer.images(module.Part[part], first, count);
      check(module, status);
      return { images, labels };
    },
  };
}
