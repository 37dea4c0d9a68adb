// SPDX-License-Identifier: MIT

const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';

/** Z₁, for names and sentences. */
export function plainName(letter: string, layer: number | null): string {
  if (layer === null) return letter;
  return letter + String(layer).replace(/\d/g, (digit) => SUBSCRIPTS[Number(digit)] ?? '');
}
