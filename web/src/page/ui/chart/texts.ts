// SPDX-License-Identifier: MIT
// The texts of the tools of the charts.
import { count } from '../../model/format.ts';

export const SMOOTHINGS = ['off', 'light', 'strong'] as const;
export type Smoothing = (typeof SMOOTHINGS)[number];

export const TOOLS = {
  group: (chart: string) => `${chart}: view and save`,
  log: 'Logarithmic scale',
  logShort: 'log',
  smoothing: { off: 'Smoothing: off', light: 'Smoothing: light', strong: 'Smoothing: strong' },
  zoomOut: 'Zoom out',
  zoomIn: 'Zoom in',
  whole: 'Show the whole run',
  save: 'Save the chart',
  formats: { png: 'PNG picture', svg: 'SVG drawing', csv: 'CSV numbers' },
  saveFailed: (reason: string) => `The chart could not be saved. ${reason}`,
  noPicture: 'The browser made no picture of it; save it as SVG instead.',
} as const;

export const LINES = {
  group: 'Lines',
  own: 'this run',
  thisRun: (line: string) => `this run, ${line}`,
  letter: (letter: string, name: string) => `${letter}: ${name}`,
  smoothed: (value: string) => `smoothed ${value}`,
  bracketed: (value: string) => `(${value})`,
  smoothedName: (name: string) => `${name}, smoothed`,
  left: (runs: number) =>
    `${count(runs)} more ${runs === 1 ? 'run is' : 'runs are'} chosen, but not shown here`,
};

export const READOUT = {
  at: (axis: string, x: string) => `${axis} ${x}`,
  brackets: 'in brackets: smoothed',
  value: (name: string, value: string) => `${name} ${value}`,
  changes: 'Changes while it trained',
  change: (axis: string, x: string, text: string) => `${axis} ${x}: ${text}`,
  zoomed: (axis: string, from: string, to: string) => `${axis} ${from} to ${to}`,
  nothing: 'There are no values yet.',
};

/** Of the chart itself. */
export const CHART = {
  values: (chart: string) => `${chart}: values`,
  keys:
    'The arrow keys go from point to point, Home and End to the first and the last; plus and minus ' +
    'zoom, Escape shows the whole run. The table Epochs has the same numbers.',
  noTools: 'The buttons could not be loaded.',
};
