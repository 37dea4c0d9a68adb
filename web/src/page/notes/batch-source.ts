// SPDX-License-Identifier: MIT
// The images that a walk is made with.
import type { Batch } from '../../lib/results.ts';
import type { Services } from '../model/services.ts';
import type { DataImage } from '../model/state.ts';
import { NOTES } from './texts.ts';
import { labelOfNo, type NotesState } from './notes-state.ts';

/** The images to walk, and what is known of them. */
export interface ChosenBatch {
  readonly batch: Batch;
  /** Whether the labels are known; without, what depends on them is not to be shown. */
  readonly labelled: boolean;
  /** The one image of the data; null for a drawing or several. */
  readonly image: DataImage | null;
}

/** What the source means now, or why there is nothing to walk. */
export async function chooseBatch(
  { trainer, store }: Services,
  { source, images }: NotesState,
): Promise<ChosenBatch | string> {
  const { kind, part, number, count, label } = source;
  if (!trainer) return NOTES.waiting;
  if (kind === 'drawing') {
    const { reading, padImage, look } = store.state;
    if (!reading || padImage) return NOTES.drawFirst(look);
    // Without a label any will do.
    const labels = Uint8Array.of(label ?? labelOfNo(trainer.network.positive));
    return { batch: { images: reading.image, labels }, labelled: label !== null, image: null };
  }
  const available = images[part];
  if (available === 0) return NOTES.waiting;
  const first = Math.min(number, available - 1);
  const m = kind === 'image' ? 1 : Math.min(count, available - first);
  const batch = await trainer.images(part, first, m);
  const of = { part, number: first, label: batch.labels[0] ?? 0, image: batch.images };
  return { batch, labelled: true, image: kind === 'image' ? of : null };
}

/** The first images of a batch. */
export function firstOf({ images, labels }: Batch, count: number): Batch {
  const size = images.length / labels.length;
  const taken = Math.min(count, labels.length);
  return { images: images.slice(0, size * taken), labels: labels.slice(0, taken) };
}

export const isSame = (one: DataImage | null, other: DataImage): boolean =>
  one?.part === other.part &&
  one.number === other.number &&
  one.image.every((pixel, i) => pixel === other.image[i]);
