// SPDX-License-Identifier: MIT
// The controllers that are loaded when they are needed first.
import type { StrokePoint } from '../../lib/strokes.ts';
import type { OwnData } from '../model/own-data.ts';
import type { Services } from '../model/services.ts';
import type { LinkController } from './controller-link.ts';
import type { Deeds } from './controller-wishes.ts';
import { onceLoaded } from './once-loaded.ts';

/** What of the page they need beside its services. */
interface Lab {
  link(): LinkController;
  readonly deeds: Deeds;
  /** Holds own data, to be loaded. */
  holdOwn(own: OwnData): void;
  redraw(strokes: readonly (readonly StrokePoint[])[]): void;
}

/** @param services asked for with the first part: they hold some of these loaders themselves */
export const lazyParts = (services: () => Services, lab: Lab) => ({
  runs: onceLoaded(async () => {
    const { RunsController } = await import('../runs/controller-runs.ts');
    return RunsController.open(services());
  }),
  drawings: onceLoaded(async () => {
    const { DrawingsController } = await import('../drawings/controller-drawings.ts');
    return DrawingsController.open(services());
  }),
  models: onceLoaded(async () => {
    const { ModelsController } = await import('../models/controller-models.ts');
    return new ModelsController(services());
  }),
  wishes: onceLoaded(async () => {
    const { WishesController } = await import('./controller-wishes.ts');
    return new WishesController(services(), lab.link(), lab.deeds);
  }),
  session: onceLoaded(async () => {
    const { SessionController } = await import('../storage/session/controller-session.ts');
    return new SessionController(services(), lab);
  }),
  finder: onceLoaded(async () => {
    const { FinderController } = await import('../train/finder/controller-finder.ts');
    return new FinderController(services());
  }),
});
