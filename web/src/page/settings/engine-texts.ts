// SPDX-License-Identifier: MIT
// The group 'Engine' under 'more'.
import type { Engine } from '../../lib/settings.ts';
import { count } from '../model/format.ts';

export const ENGINE_CHOICE = {
  names: {
    reproducible: 'fast (reproducible)',
    turbo: 'Turbo',
    notes: 'as in the notes',
  },
  costs: {
    reproducible:
      'The same mathematics, fused and without the zeros. The same settings give the same bits ' +
      'on every machine.',
    turbo:
      'Uses relaxed SIMD: up to a fifth faster, but the last bits of the weights may differ from ' +
      'one machine to another.',
    notes:
      'Trains by the code of the notes itself, line by line, on one thread, at about a third ' +
      'of the speed; the weights agree up to rounding. ‘Step by step’ shows that code.',
  } satisfies Record<Engine, string>,
  speed: (imagesPerSecond: number) =>
    `In its last epoch here: ${count(Math.round(imagesPerSecond / 100) * 100)} images a second.`,
  turboMissing: 'This browser has no relaxed SIMD, so the network runs without Turbo.',
  threads: 'Threads',
  threadsMissing: 'The host does not isolate this page, which threads need; so it runs on one.',
  note: 'A change here starts a new network and loads the data again.',
};
