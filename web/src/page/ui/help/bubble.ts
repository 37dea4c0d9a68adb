// SPDX-License-Identifier: MIT
// What opens over the page beside its button: Escape and a press elsewhere close it (popover). In a
// browser without popovers it opens in the flow of the page.
import { css } from 'lit';

export const HAS_POPOVER = 'popover' in HTMLElement.prototype;

/** Distance to the button, and to the edges of the window, in pixels. */
const GAP = 4;
const EDGE = 8;

/** Of the element with [popover] and the class `bubble`; `placed` once it is where it belongs. */
export const bubbleStyles = css`
  .bubble {
    width: max-content;
    max-width: min(20rem, calc(100vw - 1rem));
    margin: 0;
    padding: 0.6rem 0.75rem;
    border: 1px solid var(--muted);
    border-radius: 4px;
    background: var(--sheet);
    color: var(--ink);
    font-size: 0.875rem;
    font-weight: 400;
    line-height: 1.45;
    text-align: start;
    white-space: normal;
  }

  .bubble[popover] {
    position: absolute;
    inset: auto;
    opacity: 0;
  }

  .bubble[popover].placed {
    opacity: 1;
  }
`;

/** Puts an open bubble below its button, or above where there is no room below. */
export function place(bubble: HTMLElement, button: HTMLElement): void {
  if (!HAS_POPOVER) return;
  const { left, right, top, bottom } = button.getBoundingClientRect();
  const { width, height } = bubble.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const x = Math.min((left + right - width) / 2, clientWidth - width - EDGE);
  const below = bottom + GAP;
  const y = below + height <= clientHeight ? below : Math.max(EDGE, top - GAP - height);
  bubble.style.left = `${Math.max(EDGE, x) + scrollX}px`;
  bubble.style.top = `${y + scrollY}px`;
  bubble.classList.add('placed');
}
