// SPDX-License-Identifier: MIT
import type uPlot from 'uplot';
import type { Plotted } from './chart-tools.ts';
import type { ChartLine } from './line-chart-options.ts';
import type { Picture } from './picture.ts';
import type { Column } from './smooth.ts';

/** Of a line that is shown smoothed too. */
export const RAW_WIDTH = 0.75;
export const RAW_ALPHA = 0.6;

/** The lines that are shown: raw ones that are smoothed too are thin and lie below. */
export function plotted({ xs, lines }: Picture, log: boolean): Plotted {
  const shown = lines.filter((line) => line.shown);
  const raw = shown.filter((line) => line.smoothed);
  const main = shown.map(({ style, smoothed, values }) => ({
    style: { ...style, points: !smoothed && (style.points || single(values)) },
    values: smoothed ?? values,
  }));
  const all = [
    ...raw.map(({ style, values }) => ({
      style: { ...style, width: RAW_WIDTH, points: false },
      values,
    })),
    ...main,
  ];
  return {
    lines: all.map(({ style }) => style),
    data: [xs, ...all.map(({ values }) => values)] as unknown as uPlot.AlignedData,
    shape: JSON.stringify([log, raw.length, all.map(({ style }) => shapeOf(style))]),
  };
}

const shapeOf = ({ colour, width, dash, points }: ChartLine) => [colour, width, dash, points];

/** One point makes no line. */
const single = (values: Column): boolean => values.filter((value) => value !== null).length === 1;
