// SPDX-License-Identifier: MIT
// The worker's side without the worker: what the client asks is answered in this thread.
import { handle, handlersOf } from '../../web/src/lib/handlers/handle.ts';
import type { Answer, Ask, Listeners, RequestKind } from '../../web/src/lib/protocol.ts';
import { Session } from '../../web/src/lib/session.ts';
import type { EngineSettings } from '../../web/src/lib/settings.ts';
import type { Machine } from '../../web/src/lib/variants.ts';

/** Asks one session, as Client.ask() does. */
export type Asker = <Kind extends RequestKind>(
  kind: Kind,
  ask: Ask<Kind>,
  on?: Listeners<Kind>,
) => Promise<Answer<Kind>>;

export async function asker(engine: EngineSettings, machine: Machine): Promise<Asker> {
  const handlers = handlersOf(await Session.create(engine, machine));
  let id = 0;
  return (kind, ask, on = {}) =>
    handle(handlers, { id: ++id, kind, ask }, (event, value) =>
      (on as Record<string, ((value: unknown) => void) | undefined>)[event]?.(value),
    );
}
