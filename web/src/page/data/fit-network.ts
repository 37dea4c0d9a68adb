// SPDX-License-Identifier: MIT
// Settings that have to follow the data.
import type { NetworkSettings, TrainSettings } from '../../lib/settings.ts';
import type { Services } from '../model/services.ts';
import { type DataLook, withEnds } from '../model/data-look.ts';

/**
 * Makes a network with as many inputs and outputs as the data needs, where it has others, and shows
 * all images and labels as this data's from now on.
 */
export async function fitNetwork({ store, trainer }: Services, look: DataLook): Promise<void> {
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

/**
 * Settings for data of the person's own: no digits are mixed into it, which labels 0 ... 9 may well
 * not be, and no more images make a batch than there are.
 */
export function fittingTraining(training: TrainSettings, images: number): TrainSettings {
  const batchSize = fittingBatch(training.batchSize, images);
  return { ...training, batchSize, otherHands: 0, drawings: 0 };
}

/** As it is, unless there are not so many images: then some eight batches to the epoch. */
function fittingBatch(batchSize: number | 'all', images: number): number | 'all' {
  if (batchSize === 'all' || batchSize <= images) return batchSize;
  return 2 ** Math.max(0, 31 - Math.clz32(images / 8));
}
