// SPDX-License-Identifier: MIT
import { html, nothing } from 'lit';
import { emit } from '../model/events.ts';
import { HEADER } from './texts.ts';

/** What stands at the foot of all views. @param own the page is the lab's own, and keeps what it is */
export const footer = (own: boolean) => html`
  ${HEADER.footer}
  ${
    own
      ? html`<button
          type="button"
          class="plain"
          @click=${(event: Event) => emit(event.target as HTMLElement, 'mlp-afresh', null)}
        >
          ${HEADER.afresh}
        </button>`
      : nothing
  }
`;
