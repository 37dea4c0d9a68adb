// SPDX-License-Identifier: MIT
// What the page's elements tell, and what is done about it.
import type { PageEvents } from '../model/events.ts';
import type { Controller } from './controller.ts';

/** What only the lab itself can do. */
interface Lab {
  /** null while the lab stands in no document. */
  controller(): Controller | null;
  toggleTheme(): void;
  /** Loads the settings that stand under 'more'. */
  loadMore(): void;
}

type Commands = {
  readonly [Name in keyof PageEvents]: (lab: Lab, detail: PageEvents[Name]) => void;
};

const COMMANDS: Commands = {
  'mlp-train': (lab) => lab.controller()?.train(),
  'mlp-step': (lab) => lab.controller()?.step(),
  'mlp-reset': (lab) => lab.controller()?.reset(),
  'mlp-undo': (lab, id) => lab.controller()?.undo(id),
  'mlp-interrupted': (lab, order) => lab.controller()?.interrupted(order),
  'mlp-afresh': (lab) => lab.controller()?.startAfresh(),
  'mlp-finder': (lab, order) => lab.controller()?.finder(order),
  'mlp-retry': (lab) => lab.controller()?.retry(),
  'mlp-more': (lab) => lab.loadMore(),
  'mlp-theme': (lab) => lab.toggleTheme(),
  'mlp-data': (lab, choice) => void lab.controller()?.chooseData(choice),
  'mlp-own': (lab, dropped) => lab.controller()?.openOwn(dropped),
  'mlp-model': (lab, file) => lab.controller()?.openModel(file),
  'mlp-network': (lab, change) => void lab.controller()?.changeNetwork(change),
  'mlp-training': (lab, change) => lab.controller()?.changeTraining(change),
  'mlp-engine': (lab, change) => void lab.controller()?.changeEngine(change),
  'mlp-preset': (lab, name) => void lab.controller()?.choosePreset(name),
  'mlp-threshold': (lab, threshold) => lab.controller()?.setThreshold(threshold),
  'mlp-strokes': (lab, strokes) => lab.controller()?.draw(strokes),
  'mlp-deskew': (lab, deskew) => lab.controller()?.setDeskew(deskew),
  'mlp-image': (lab, image) => lab.controller()?.showImage(image),
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
