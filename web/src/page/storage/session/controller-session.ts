// SPDX-License-Identifier: MIT
import { messageOf } from '../../../lib/errors.ts';
import type { OwnData } from '../../model/own-data.ts';
import type { Services } from '../../model/services.ts';
import { keptSession } from '../../model/session-key.ts';
import type { State } from '../../model/state.ts';
import { isGone, newTab } from '../living-tab.ts';
import { clearOwn, findOwn } from '../own-store.ts';
import { STORAGE } from '../texts.ts';
import { forgetSession, keepSession, readSession, type Session, sessionOf } from './session.ts';

/** After a change, in milliseconds. */
const PAUSE_MS = 400;

/** What a session is brought back with. */
export interface Deeds {
  /** Holds own data, to be loaded. */
  holdOwn(own: OwnData): void;
  redraw(strokes: Session['strokes']): void;
}

/** Keeps what the page is, and brings it back the next time. */
export class SessionController {
  readonly #services: Services;
  readonly #deeds: Deeds;
  readonly #tab = newTab();
  #session: Session | null = null;
  #written: unknown[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #told = false;
  #end: () => void = () => undefined;

  constructor(services: Services, deeds: Deeds) {
    this.#services = services;
    this.#deeds = deeds;
  }

  /**
   * Before there is a network: takes over what was kept, unless the address asks for something else.
   * @returns whether it has
   */
  async begin(): Promise<boolean> {
    const session = readSession(keptSession() ?? '');
    const { search, hash } = location;
    if (!session || (search !== '' && search !== session.search)) return false;
    const { network, training, threshold, deskew, math } = session;
    const { store, route } = this.#services;
    const own = session.own && (await findOwn(session.own.sha256));
    this.#session = session;
    store.update({
      ...{ network, training, threshold, deskew },
      engine: { ...store.state.engine, math },
      lastEpoch: training.epochs,
      choice: session.choice === 'own' && !own ? 'mnist' : session.choice,
    });
    if (own) this.#deeds.holdOwn(own);
    if (session.own && !own) this.#services.say(STORAGE.ownGone(session.own.name));
    if (hash === '' && session.hash !== '') route.replace(session.hash);
    return true;
  }

  /** Once the data is there: brings back the network and the drawing, and keeps all from now on. */
  async follow(): Promise<void> {
    const { store } = this.#services;
    const session = this.#session;
    this.#session = null;
    if (session) {
      this.#deeds.redraw(session.strokes);
      if (session.run) {
        const runs = await this.#services.runs();
        // Where the page that left it is still open, what is trained there is its own.
        await runs.reopen(session.run, !(await isGone(session.tab, 0)));
      }
    }
    const hidden = (): void => {
      if (this.#changed) this.#write();
    };
    addEventListener('pagehide', hidden);
    const { route } = this.#services;
    const ends = [store, route].map((one) => one.subscribe(() => this.#follow()));
    this.#end = () => {
      removeEventListener('pagehide', hidden);
      for (const end of ends) end();
    };
    this.#follow();
  }

  /** Forgets all of it, and opens the page as for the first time. */
  async startAfresh(): Promise<void> {
    // What is trained is no part of it: that stays under 'Models'. Where it cannot be kept, that is
    // said, and all stays as it is until it is asked for again.
    const ended: (string | null)[] = [];
    await this.#services.exclusively('restore', (_, kept) => {
      ended.push(kept);
      return Promise.resolve();
    });
    if (ended.length === 0) return;
    await (await this.#services.runs()).shelve();
    this.dispose();
    forgetSession();
    await clearOwn().catch(() => undefined); // there is no database, so none is kept
    location.replace(location.pathname);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#end();
  }

  get #changed(): boolean {
    const now = kept(this.#services.store.state);
    return now.some((value, i) => value !== this.#written[i]);
  }

  #follow(): void {
    if (this.#changed) this.#timer ??= setTimeout(() => this.#write(), PAUSE_MS);
  }

  #write(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { state } = this.#services.store;
    // What cannot be computed is not kept; a network for other data can.
    if (Object.keys(state.problems).some((key) => key !== 'data')) return;
    this.#written = kept(state);
    try {
      keepSession(sessionOf(state, this.#tab));
    } catch (error) {
      if (!this.#told) this.#services.say(STORAGE.notKept(messageOf(error)));
      this.#told = true;
    }
  }
}

/** What a session is made of. */
function kept(state: State): unknown[] {
  const { network, training, engine, choice, own, threshold, deskew, current, drawn } = state;
  return [
    network,
    training,
    engine.math,
    choice,
    own,
    threshold,
    deskew,
    current?.id,
    drawn,
    location.hash,
  ];
}
