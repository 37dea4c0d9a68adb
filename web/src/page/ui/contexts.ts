// SPDX-License-Identifier: MIT
// What an element finds out from the lab that it stands in, however deep.
import { ContextConsumer, createContext } from '@lit/context';
import type { ReactiveElement } from 'lit';
import type { Services } from '../model/services.ts';
import type { Theme } from '../model/theme.ts';

export const servicesContext = createContext<Services>(Symbol('services'));
export const themeContext = createContext<Theme>(Symbol('theme'));

/** The services of the lab round an element. */
export class LabServices {
  readonly #consumer: ContextConsumer<typeof servicesContext, ReactiveElement>;

  constructor(host: ReactiveElement) {
    this.#consumer = new ContextConsumer(host, { context: servicesContext, subscribe: true });
  }

  /** undefined outside a lab, and before the element stands in its document. */
  get maybe(): Services | undefined {
    return this.#consumer.value;
  }

  /** @throws Error outside a lab */
  get value(): Services {
    const { value } = this.#consumer;
    if (!value) throw new Error('the element stands in no <mlp-scratchpad>');
    return value;
  }
}

/**
 * Keeps the `theme` of an element that paints to that of its lab: other colours, to be painted
 * anew. What is styled alone needs no such thing.
 */
export function followTheme(host: ReactiveElement & { theme: string }): void {
  new ContextConsumer(host, {
    context: themeContext,
    subscribe: true,
    callback: (theme) => (host.theme = theme),
  });
}
