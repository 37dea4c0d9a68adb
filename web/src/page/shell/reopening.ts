// SPDX-License-Identifier: MIT
import { modelIn } from '../model/link/link.ts';
import type { Services } from '../model/services.ts';
import { keptSession } from '../model/session-key.ts';

/** What keeps the page as it is, and brings it back. */
interface SessionKeeper {
  /** Before there is a network. @returns whether the page is now what it was when it was left */
  begin(): Promise<boolean>;
  /** Once the data is there. */
  follow(): Promise<void>;
}

/** Brings back what the page was when it was left; its code is loaded where there was something. */
export class Reopening {
  readonly #services: Services;
  readonly #session: (() => Promise<SessionKeeper>) | null;

  /** @param session null for a lab in somebody else's page, whose settings are that page's business */
  constructor(services: Services, session: (() => Promise<SessionKeeper>) | null) {
    this.#services = services;
    this.#session = session;
  }

  /** @param begin starts the page; told whether it is what it was when it was left */
  start(begin: (reopened: boolean) => Promise<void>): void {
    const session = this.#session;
    const model = session && modelIn(location.search);
    const kept = session && !model && keptSession() !== null;
    if (!kept) void begin(false);
    else {
      this.#lookForInterrupted();
      // Where its code does not come the page begins anew.
      void session()
        .then((keeper) => keeper.begin())
        .catch(() => false)
        .then(begin);
    }
    const end = this.#services.store.subscribe(({ data }) => {
      if (data.kind !== 'ready') return;
      end();
      if (!kept) this.#lookForInterrupted();
      const fail = (error: unknown): void => this.#services.fail(error);
      if (model) this.#services.models().then((models) => models.openLink(model), fail);
      session?.()
        .then((keeper) => keeper.follow())
        .catch(fail);
    });
  }

  #lookForInterrupted(): void {
    // Where that fails nothing is kept either, which is told when something is to be.
    this.#services.runs().then(
      (runs) => runs.interrupted.look(),
      () => undefined,
    );
  }
}
