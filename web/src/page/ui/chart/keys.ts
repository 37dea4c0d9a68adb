// SPDX-License-Identifier: MIT
/** What a key asks of a chart. */
export type ChartKey = 'next' | 'previous' | 'first' | 'last' | 'in' | 'out' | 'whole';

const KEYS: Readonly<Record<string, ChartKey>> = {
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  Home: 'first',
  End: 'last',
  '+': 'in',
  '=': 'in', // where plus needs Shift
  '-': 'out',
  '0': 'whole',
  Escape: 'whole',
};

export function chartKey(event: KeyboardEvent): ChartKey | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  return KEYS[event.key] ?? null;
}

/** The index among `stops` that a key leads to, from `at` or from nowhere. */
export function moved(key: ChartKey, at: number | null, stops: readonly number[]): number | null {
  const here = at === null ? -1 : stops.indexOf(at);
  const last = stops.length - 1;
  switch (key) {
    case 'first':
      return stops[0] ?? null;
    case 'last':
      return stops[last] ?? null;
    case 'next':
      return stops[here < 0 ? 0 : Math.min(last, here + 1)] ?? null;
    case 'previous':
      return stops[here < 0 ? last : Math.max(0, here - 1)] ?? null;
    default:
      return at;
  }
}
