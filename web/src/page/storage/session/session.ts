// SPDX-License-Identifier: MIT
// What the page was when it was left, the weights apart: those are of its run, and kept with it.
import { checkEngine, checkNetwork, checkTraining } from '../../../lib/check-settings.ts';
import type { Engine, NetworkSettings, TrainSettings } from '../../../lib/settings.ts';
import type { StrokePoint } from '../../../lib/strokes.ts';
import type { DataChoice, OwnDataId } from '../../model/learned-from.ts';
import { LINK_DEFAULTS } from '../../model/link/keys.ts';
import { keptSession, SESSION_KEY } from '../../model/session-key.ts';
import { pointsOf } from '../../model/stroke-points.ts';
import type { State } from '../../model/state.ts';

export interface Session {
  readonly version: 1;
  /** By which living-tab.ts tells whether its page is still open. */
  readonly tab: string;
  /** The query and the place of its address. */
  readonly search: string;
  readonly hash: string;
  readonly network: NetworkSettings;
  readonly training: TrainSettings;
  readonly math: Engine;
  readonly choice: DataChoice;
  readonly own: OwnDataId | null;
  readonly threshold: number;
  readonly deskew: boolean;
  /** The kept run that was on the page. */
  readonly run: string | null;
  readonly strokes: readonly (readonly StrokePoint[])[];
}

export function sessionOf(state: State, tab: string): Session {
  const { network, training, engine, choice, own, threshold, deskew, current, drawn } = state;
  const { search, hash } = location;
  const from = { choice, own: choice === 'own' ? own : null };
  return {
    ...{ version: 1, tab, search, hash, network, training, threshold, deskew },
    ...from,
    math: engine.math,
    strokes: (drawn?.strokes ?? []).map(pointsOf),
    run: current?.id ?? null,
  };
}

/** null where it is damaged, or of another version. */
export function readSession(text: string): Session | null {
  try {
    const session = JSON.parse(text) as Session;
    if ((session.version as number) !== 1 || !Array.isArray(session.strokes)) return null;
    // It may be older than some settings.
    const training = { ...LINK_DEFAULTS.training, ...session.training };
    checkNetwork(session.network);
    checkTraining(training);
    checkEngine({ threads: 1, math: session.math });
    return { ...session, training };
  } catch {
    return null;
  }
}

/** For the tab, and for the next one that is opened. @throws where the browser has no room for it */
export function keepSession(session: Session): void {
  const text = JSON.stringify(session);
  sessionStorage.setItem(SESSION_KEY, text);
  localStorage.setItem(SESSION_KEY, text);
}

/** About, in the browser's two bytes a character. */
export const sessionBytes = (): number => 2 * (keptSession()?.length ?? 0);

export function forgetSession(): void {
  try {
    sessionStorage.removeItem(SESSION_KEY);
    localStorage.removeItem(SESSION_KEY);
  } catch {
    // There is nothing to forget.
  }
}
