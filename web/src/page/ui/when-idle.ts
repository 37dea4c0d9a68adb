// SPDX-License-Identifier: MIT

/** Does it when there is nothing else to do. WebKit has no requestIdleCallback. */
export function whenIdle(task: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(task, { timeout: 2000 });
  else setTimeout(task, 500);
}
