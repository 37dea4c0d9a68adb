// SPDX-License-Identifier: MIT
// The numbers of a matrix as they stand on the page: four digits that matter, and a real minus.

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** 0.4821, −12.35, 3.210 · 10⁻⁵, 0 */
export function short(value: number): string {
  if (Number.isNaN(value)) return 'not a number';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1e-3 && size < 1e5) return minus(value.toPrecision(4));
  const [digits = '', exponent = '0'] = value.toExponential(3).split('e');
  return `${minus(digits)} · 10${superscript(Number(exponent))}`;
}

/** With its sign, for a table of terms: + 0.4821, − 12.35 */
export function signed(value: number): string {
  return value < 0 ? `− ${short(-value)}` : `+ ${short(value)}`;
}

function minus(text: string): string {
  return text.replace('-', '−');
}

function superscript(value: number): string {
  const digits = String(Math.abs(value)).replace(
    /\d/g,
    (digit) => SUPERSCRIPTS[Number(digit)] ?? '',
  );
  return (value < 0 ? '⁻' : '') + digits;
}
