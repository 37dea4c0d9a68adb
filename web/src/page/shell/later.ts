// SPDX-License-Identifier: MIT
import { workerScript } from '../storage/worker-script.ts';

/** Parts of the view 'Train' without which Train works: loaded after what it needs. */
const PARTS = {
  charts: () => Promise.all([import('../ui/chart/line-chart.ts'), import('./share-link.ts')]),
  yesNo: () => import('../yes-no/yes-no-panel.ts'),
  /** For when the data is there. */
  ready: () =>
    Promise.all([
      import('../drawings/mlp-correction.ts'),
      import('../pad/pad-options.ts'),
      workerScript() && import('../storage/offline/mlp-offline.ts'),
    ]),
  interrupted: () => import('../runs/under-way/mlp-interrupted-run.ts'),
  more: () => import('../settings/more-settings.ts'),
};

/** What of them a lab has asked for. */
export class Parts {
  readonly #asked = new Set<keyof typeof PARTS>();
  readonly #onFail: () => void;

  constructor(onFail: () => void) {
    this.#onFail = onFail;
  }

  /** Defines the part's elements; asked for once, also where that fails. */
  load(part: keyof typeof PARTS): void {
    if (this.#asked.has(part)) return;
    this.#asked.add(part);
    PARTS[part]().catch(this.#onFail);
  }
}
