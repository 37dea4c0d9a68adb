// SPDX-License-Identifier: MIT
// What callers share with the trainer: they may change what they passed in, and must not be able to
// change what the trainer gives out of its own.

/** A copy of a list or an object, one level deep; anything else as it is, for a check to refuse. */
export function copied<T>(given: T): T {
  if (Array.isArray(given)) return [...(given as unknown[])] as T;
  return typeof given === 'object' && given !== null ? { ...given } : given;
}

/** Makes lists and plain objects unchangeable, and all that are in them. */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
}
