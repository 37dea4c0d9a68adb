// SPDX-License-Identifier: MIT
// The network itself: made, saved and restored.
import { checksumOf, restoreSnapshot, saveSnapshot } from '../jobs/core-snapshot.ts';
import { toCoreNetwork } from '../jobs/core-settings.ts';
import { check } from '../module.ts';
import type { Handlers } from '../protocol.ts';
import type { LayerWeights } from '../results.ts';
import type { Session } from '../session.ts';

type Kinds = 'configure' | 'reset' | 'save' | 'restore' | 'weights';

export const networkHandlers = (session: Session): Pick<Handlers, Kinds> => ({
  configure: ({ ask: { network, usual } }) => {
    session.runs.mustBeIdle();
    const { module, trainer } = session;
    check(module, trainer.configure(toCoreNetwork(module, network)));
    session.usual = usual;
    session.network = network;
    return session.backend;
  },

  reset: () => {
    session.runs.mustBeIdle();
    session.trainer.reset();
    return null;
  },

  save: async () => {
    const run = await session.runs.saved();
    return saveSnapshot(session.module, session.trainer, session.network, run);
  },

  restore: ({ ask: { snapshot } }) => {
    session.runs.mustBeIdle();
    session.network = restoreSnapshot(session.module, session.trainer, snapshot);
    return session.network;
  },

  weights: () => {
    const sizes = session.network.layers;
    const layers = sizes.slice(1).map((rows, i): LayerWeights => {
      return { ...session.trainer.layer(i + 1), rows, columns: sizes[i] ?? 0 };
    });
    return { layers, sha256: checksumOf(layers) };
  },
});
