// SPDX-License-Identifier: MIT
import type { ReactiveController, ReactiveElement } from 'lit';
import { INITIAL_STATE } from '../model/initial-state.ts';
import type { DataLook } from '../model/data-look.ts';
import type { State } from '../model/state.ts';
import type { Store } from '../model/store.ts';
import { LabServices } from './contexts.ts';

/** Where a selection is made from. */
export interface Source<S extends object> {
  /** null while there is none, or none yet. */
  readonly store: () => Store<S> | null;
  /** What holds meanwhile. */
  readonly initial: S;
}

/**
 * What an element shows of a store. The element is rendered when that has become another, and for
 * no other change of the store; one whose `active` is false waits until it is shown again.
 */
export class Selection<S extends object, T> implements ReactiveController {
  readonly #host: ReactiveElement & { readonly active?: boolean };
  readonly #source: Source<S>;
  readonly #select: (state: S) => T;
  #store: Store<S> | null = null;
  #end: () => void = () => undefined;
  #last: { readonly state: S; readonly value: T } | null = null;

  /** @param select its results are compared property by property */
  constructor(host: ReactiveElement, source: Source<S>, select: (state: S) => T) {
    this.#host = host;
    this.#source = source;
    this.#select = select;
    host.addController(this);
  }

  /** As the store is now; the same object as long as nothing in it is another. */
  get value(): T {
    const state = this.#source.store()?.state ?? this.#source.initial;
    const last = this.#last;
    if (last?.state === state) return last.value;
    const found = this.#select(state);
    const value = last && isSame(found, last.value) ? last.value : found;
    this.#last = { state, value };
    return value;
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  /** The store may be another one: what the element asks may have come since. */
  hostUpdate(): void {
    const store = this.#source.store();
    if (store === this.#store) return;
    this.#end();
    this.#store = store;
    this.#end = store?.subscribe(() => this.#follow()) ?? (() => undefined);
  }

  hostDisconnected(): void {
    this.#end();
    this.#end = () => undefined;
    this.#store = null;
  }

  #follow(): void {
    if (this.#host.active === false) return;
    const before = this.#last?.value;
    if (this.value !== before) this.#host.requestUpdate();
  }
}

/** Whether both have the same properties, or are the same. */
function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (!isRecord(one) || !isRecord(other)) return false;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => name in other && Object.is(one[name], other[name]))
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** What an element shows of its page. */
export function selectPage<T>(
  host: ReactiveElement,
  select: (state: State) => T,
): Selection<State, T> {
  const services = new LabServices(host);
  return new Selection(
    host,
    { store: () => services.maybe?.store ?? null, initial: INITIAL_STATE },
    select,
  );
}

/** How the data of its page is shown. */
export const selectLook = (host: ReactiveElement): Selection<State, DataLook> =>
  selectPage(host, ({ look }) => look);

/** All of a controller's own state, which the element shows whole. */
export function follow<S extends object>(
  host: ReactiveElement,
  store: () => Store<S> | null | undefined,
  initial: S,
): Selection<S, S> {
  return new Selection(host, { store: () => store() ?? null, initial }, (state) => state);
}
