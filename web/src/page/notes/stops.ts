// SPDX-License-Identifier: MIT
// The seven steps of the notes and the layers within them, in the order in which they are walked.

export const STEPS = [
  'reshape',
  'initialise',
  'forward',
  'cost',
  'backward',
  'update',
  'predict',
] as const;

export type StepName = (typeof STEPS)[number];

/** A place of the walk; layer from 1, null where a step is not taken layer by layer. */
export interface Stop {
  readonly step: StepName;
  readonly layer: number | null;
}

/** Every stop for a network of L layers with weights; the backward step begins with the last. */
export function stopsOf(L: number): Stop[] {
  const upward = Array.from({ length: L }, (_, i) => i + 1);
  return STEPS.flatMap((step): Stop[] => {
    if (step === 'forward' || step === 'update') return upward.map((layer) => ({ step, layer }));
    if (step === 'backward') return upward.toReversed().map((layer) => ({ step, layer }));
    return [{ step, layer: null }];
  });
}

/** The stop's place in the list; a layer that is not there any more gives the step's first. */
export function placeOf(stops: readonly Stop[], { step, layer }: Stop): number {
  const exact = stops.findIndex((stop) => stop.step === step && stop.layer === layer);
  const first = stops.findIndex((stop) => stop.step === step);
  return exact >= 0 ? exact : Math.max(0, first);
}

const VIEW = '#step-by-step';

/** #step-by-step/forward/2 */
export function hashOf({ step, layer }: Stop): string {
  return layer === null ? `${VIEW}/${step}` : `${VIEW}/${step}/${layer}`;
}

/** The stop that an address names, or null. */
export function stopIn(hash: string): Stop | null {
  const [view, name, layer] = hash.split('/');
  const step = STEPS.find((one) => one === name);
  if (view !== VIEW || !step) return null;
  return { step, layer: layer && /^\d+$/.test(layer) ? Number(layer) : null };
}
