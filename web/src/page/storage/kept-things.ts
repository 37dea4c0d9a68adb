// SPDX-License-Identifier: MIT
// What rooms keep beside what the panel 'Storage' knows of itself.
import type { KeptThing } from '../model/kept-thing.ts';
import type { Services } from '../model/services.ts';

const registered = new WeakMap<Services, KeptThing[]>(); // a list for each lab

/** Has the panel 'Storage' of a lab show a thing too. @returns what takes it out again */
export function registerKept(services: Services, thing: KeptThing): () => void {
  registered.set(services, [...keptOf(services), thing]);
  return () => {
    registered.set(
      services,
      keptOf(services).filter((other) => other !== thing),
    );
  };
}

/** What was registered, in that order. */
export const keptOf = (services: Services): readonly KeptThing[] => registered.get(services) ?? [];
