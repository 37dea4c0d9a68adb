// SPDX-License-Identifier: MIT
// What the page's elements tell, and what is done about it.
import type { PageEvents } from '../model/events.ts';
import type { Controller } from './controller.ts';

/** What only the lab itself can do. */
interface Lab {
  readonly controller: Controller | null;
  toggleTheme(): void;
  /** Loads the settings that stand under 'more'. */
  loadMore(): void;
}

type Commands = {
  readonly [Name in keyof PageEvents]: (lab: Lab, detail: PageEvents[Name]) => void;
};

const COMMANDS: Commands = {
  'mlp-train': ({ controller }) => controller?.train(),
  'mlp-step': ({ controller }) => controller?.step(),
  'mlp-reset': ({ controller }) => controller?.reset(),
  'mlp-undo': ({ controller }, id) => controller?.undo(id),
  'mlp-finder': ({ controller }, order) => controller?.finder(order),
  'mlp-retry': ({ controller }) => controller?.retry(),
  'mlp-more': (lab) => lab.loadMore(),
  'mlp-theme': (lab) => lab.toggleTheme(),
  'mlp-data': ({ controller }, choice) => void controller?.chooseData(choice),
  'mlp-own': ({ controller }, dropped) => controller?.openOwn(dropped),
  'mlp-network': ({ controller }, change) => void controller?.changeNetwork(change),
  'mlp-training': ({ controller }, change) => controller?.changeTraining(change),
  'mlp-engine': ({ controller }, change) => void controller?.changeEngine(change),
  'mlp-preset': ({ controller }, name) => void controller?.choosePreset(name),
  'mlp-threshold': ({ controller }, threshold) => controller?.setThreshold(threshold),
  'mlp-strokes': ({ controller }, strokes) => controller?.draw(strokes),
  'mlp-deskew': ({ controller }, deskew) => controller?.setDeskew(deskew),
  'mlp-image': ({ controller }, image) => controller?.showImage(image),
};

/** Listens to what bubbles up to the lab's root; the page round it has nothing to do with it. */
export function obey(root: EventTarget, lab: Lab): void {
  for (const [name, command] of Object.entries(COMMANDS)) {
    root.addEventListener(name, (event) => {
      event.stopPropagation();
      // By its name the detail is of the type that the command takes; see emit().
      (command as (lab: Lab, detail: unknown) => void)(lab, (event as CustomEvent).detail);
    });
  }
}
