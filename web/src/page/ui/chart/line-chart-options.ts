// SPDX-License-Identifier: MIT
import type uPlot from 'uplot';

export interface ChartLine {
  /** '' keeps it out of the key. */
  readonly name: string;
  /** What the values under the pointer and saved files call it, where that is not the name. */
  readonly fullName?: string;
  /** A colour token, such as '--accent'. */
  readonly colour: string;
  readonly width: number;
  /** On and off in pixels; [] is a solid line. */
  readonly dash: readonly number[];
  readonly points: boolean;
  /** Stands in the key only while it has a value. */
  readonly momentary?: boolean;
}

export interface ChartSettings {
  readonly width: number;
  readonly height: number;
  readonly xLabel: string;
  readonly yRange: YRange;
  readonly lines: readonly ChartLine[];
  readonly colour: (token: string) => string;
  readonly format: (value: number) => string;
  readonly xMax: () => number;
}

const FONT = '12px system-ui, sans-serif';
const WHOLE_STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000];

/** uPlot's options for lines over epochs: x from 0 to the run's last epoch. */
export function chartOptions(settings: ChartSettings): uPlot.Options {
  const { width, height, xLabel, colour, format, xMax } = settings;
  const axis = { stroke: () => colour('--muted'), font: FONT, ticks: { show: false } };
  return {
    width,
    height,
    padding: [8, 12, 0, 0],
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { size: 8 } },
    scales: {
      x: { time: false, range: () => [0, Math.max(1, xMax())] },
      y: { range: (_chart, low, high) => RANGES[settings.yRange](low, high) },
    },
    axes: [
      {
        ...axis,
        size: 22,
        gap: 3,
        ...(xLabel ? { label: xLabel, labelSize: 14, labelGap: 0, labelFont: FONT } : {}),
        incrs: WHOLE_STEPS,
        grid: { show: false },
      },
      {
        ...axis,
        size: 58,
        gap: 6,
        space: 28,
        grid: { stroke: () => colour('--line'), width: 1 },
        values: (_chart, values) => values.map((value) => format(value)),
      },
    ],
    series: [
      {},
      ...settings.lines.map((line) => ({
        stroke: () => colour(line.colour),
        width: line.width,
        dash: [...line.dash],
        spanGaps: true,
        points: {
          show: line.points,
          size: 5,
          fill: () => colour(line.colour),
          stroke: () => colour(line.colour),
        },
      })),
    ],
  };
}

/** 'cost': from 0. 'share': round about the lines, within 0 ... 1. */
export type YRange = 'cost' | 'share';

const RANGES: Record<YRange, (low: number | null, high: number | null) => uPlot.Range.MinMax> = {
  cost: (_low, high) => [0, 1.08 * (high ?? 0) || 1],
  share: (low, high) => {
    if (low === null || high === null) return [0, 1];
    const margin = Math.max(0.01, 0.1 * (high - low));
    return [Math.max(0, low - margin), Math.min(1, high + margin)];
  },
};
