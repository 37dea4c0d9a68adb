// SPDX-License-Identifier: MIT
// What the lab as a whole looks like, by its state and by its width.
import { isQuiet, usable } from '../model/selectors.ts';
import type { State } from '../model/state.ts';
import { MEDIUM_REM, WIDE_REM } from '../ui/widths.ts';

/** What of the state the frame of the page depends on: little, and seldom another. */
export function frameOf(state: State) {
  const { data, backend, network, ownPanel } = state;
  return {
    canUse: usable(data) !== null,
    ready: data.kind === 'ready',
    begun: backend !== null || data.kind === 'failed',
    quiet: isQuiet(state),
    yesNo: network.output === 'sigmoid',
    ownPanel: ownPanel !== null,
    interrupted: state.interrupted !== null,
  };
}

export type Width = 'narrow' | 'medium' | 'wide';

export function widthOf(element: HTMLElement): Width {
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const width = element.clientWidth / rem;
  return width >= WIDE_REM ? 'wide' : width >= MEDIUM_REM ? 'medium' : 'narrow';
}
