// SPDX-License-Identifier: MIT

/**
 * The buffers of all typed arrays in an answer, each once: what postMessage() is to move instead of
 * copying it. Only for an answer that nobody in the worker holds on to.
 */
export function buffersIn(answer: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  const look = (value: unknown): void => {
    if (ArrayBuffer.isView(value)) {
      if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(look);
  };
  look(answer);
  return [...found];
}
