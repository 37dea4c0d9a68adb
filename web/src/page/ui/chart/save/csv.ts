// SPDX-License-Identifier: MIT
import { X_AXIS } from '../axis.ts';
import { LINES } from '../texts.ts';
import type { Saved } from './saved.ts';

/** By RFC 4180: a row an x, a column a line that is shown; full precision, empty where there is none. */
export function toCsv({ host, picture: { xs, lines } }: Saved): string {
  const columns = lines
    .filter(({ shown }) => shown)
    .flatMap(({ name, values, smoothed }) => [
      { name, values },
      ...(smoothed ? [{ name: LINES.smoothedName(name), values: smoothed }] : []),
    ]);
  const head = [host.xLabel || X_AXIS, ...columns.map(({ name }) => name)];
  const rows = xs.map((x, i) => [x, ...columns.map(({ values }) => values[i] ?? '')]);
  const filled = rows.filter((row) => row.slice(1).some((value) => value !== ''));
  return [head, ...filled].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
