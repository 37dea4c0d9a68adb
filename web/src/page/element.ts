// SPDX-License-Identifier: MIT
// For other people's pages: what dist/mlp-scratchpad.js loads (see element-plugin.ts).
import { MlpScratchpad } from './shell/mlp-scratchpad.ts';

/**
 * Defines <mlp-scratchpad>, and does nothing else to the page.
 * @param home the folder of the script, in which data/manifest.json lies
 */
export function defineElement(home: string): void {
  class Embedded extends MlpScratchpad {
    protected override readonly home = home;
  }
  customElements.define('mlp-scratchpad', Embedded);
}
