// SPDX-License-Identifier: MIT
// Settings that have to follow the data.
import type { NetworkSettings } from '../lib/settings.ts';
import type { Context } from './context.ts';
import { type DataLook, setLook, withEnds } from './data-look.ts';

/**
 * Makes a network with as many inputs and outputs as the data needs, where it has others, and shows
 * all images and labels as this data's from now on.
 */
export async function fitNetwork({ store, trainer }: Context, look: DataLook): Promise<void> {
  setLook(look);
  const { network } = store.state;
  const positive = network.positive < look.classes.length ? network.positive : 0;
  const fitted = (of: NetworkSettings): NetworkSettings => {
    const layers = withEnds(of.layers, of.output, look);
    const same = layers.every((units, l) => units === of.layers[l]) && of.positive === positive;
    return same ? of : { ...of, positive, layers };
  };
  if (trainer && fitted(trainer.network) !== trainer.network) {
    await trainer.configure(fitted(trainer.network));
  }
  // The store's network is not the trainer's while it is half typed.
  store.update({ look, network: fitted(store.state.network) });
}

/** As it is, unless there are not so many images: then some eight batches to the epoch. */
export function fittingBatch(batchSize: number | 'all', images: number): number | 'all' {
  if (batchSize === 'all' || batchSize <= images) return batchSize;
  return 2 ** Math.max(0, 31 - Math.clz32(images / 8));
}
