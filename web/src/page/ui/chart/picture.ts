// SPDX-License-Identifier: MIT
// All that a chart shows, by name: for the plot, the key, the readout and the files.
import { LINES } from './texts.ts';
import { MOST_OVERLAYS, type Overlay } from '../../model/overlays.ts';
import type { ChartHost } from './chart-tools.ts';
import type { ChartLine } from './line-chart-options.ts';
import type { ChartView } from './chart-view.ts';
import { type Column, smooth } from './smooth.ts';

export interface PictureLine {
  /** Stays the same while the chart changes. */
  readonly key: string;
  readonly name: string;
  /** '' keeps it out of the key. */
  readonly keyName: string;
  /** Of another run: stands at the end of its line; else ''. */
  readonly letter: string;
  readonly style: ChartLine;
  readonly values: Column;
  readonly smoothed: Column | null;
  readonly shown: boolean;
}

export interface Picture {
  readonly xs: readonly number[];
  readonly lines: readonly PictureLine[];
}

/** Runs are told apart by these, by their letters and by the key. */
const OVERLAY_STYLES: readonly (readonly [width: number, dash: readonly number[]])[] = [
  [1.25, []],
  [1.25, [10, 4]],
  [2.25, [1.5, 3]],
  [1.25, [6, 3, 1, 3, 1, 3]],
  [2.25, [14, 5]],
  [2.25, [5, 2]],
];

export function picture(host: ChartHost, view: ChartView): Picture {
  const overlays = host.overlays.slice(0, MOST_OVERLAYS);
  const tables = overlays.map((overlay) => columns(overlay, host));
  const [ownXs = [], ...own] = host.data as unknown as readonly number[][];
  const xs = overlays.length === 0 ? ownXs : union([ownXs, ...tables.map(({ xs }) => xs)]);
  const place = (from: readonly number[], values: Column) =>
    xs === ownXs ? values : placed(xs, from, values);
  const line = (key: string, style: ChartLine, values: Column, names: Names): PictureLine => ({
    key,
    ...names,
    style,
    values,
    smoothed: style.momentary && !style.points ? null : smooth(values, view.smoothing),
    shown: !view.off.has(key) && (!style.momentary || values.some((value) => value !== null)),
  });
  return {
    xs,
    lines: [
      ...host.lines.map((style, i) =>
        line(`own-${i}`, style, place(ownXs, own[i] ?? []), ownNames(style, overlays.length > 0)),
      ),
      ...overlays.map(({ id, name }, i) =>
        line(`run-${id}`, overlayStyle(i), place(tables[i]?.xs ?? [], tables[i]?.ys ?? []), {
          name,
          keyName: name,
          letter: 'ABCDEF'.charAt(i),
        }),
      ),
    ],
  };
}

type Names = Pick<PictureLine, 'name' | 'keyName' | 'letter'>;

function ownNames({ name, fullName = name }: ChartLine, compared: boolean): Names {
  if (!compared) return { name: fullName, keyName: name, letter: '' };
  return { name: LINES.thisRun(fullName), keyName: name || LINES.own, letter: '' };
}

function overlayStyle(i: number): ChartLine {
  const [width, dash] = OVERLAY_STYLES[i] ?? [1, []];
  return { name: '', colour: '--muted', width, dash, points: false };
}

function columns({ epochs }: Overlay, { measure }: ChartHost) {
  return { xs: epochs.map(({ epoch }) => epoch), ys: epochs.map(measure) };
}

function union(all: readonly (readonly number[])[]): number[] {
  return [...new Set(all.flat())].sort((a, b) => a - b);
}

/** The values at their places among more x, null elsewhere. */
function placed(xs: readonly number[], from: readonly number[], values: Column): Column {
  const at = new Map(from.map((x, i) => [x, values[i] ?? null]));
  return xs.map((x) => at.get(x) ?? null);
}
