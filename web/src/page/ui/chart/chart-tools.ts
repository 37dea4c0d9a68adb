// SPDX-License-Identifier: MIT
// Between a chart, which is there from the start, and its tools, which are loaded when needed.
import type { ReactiveElement, TemplateResult } from 'lit';
import type uPlot from 'uplot';
import type { Epoch } from '../../../lib/results.ts';
import type { Mark, Overlay } from '../../model/overlays.ts';
import type { ChartLine, YRange } from './line-chart-options.ts';

/** What a chart plots. */
export interface Plotted {
  readonly lines: readonly ChartLine[];
  readonly data: uPlot.AlignedData;
  /** Another shape needs another plot, not only other data. */
  readonly shape: string;
}

/** What the tools see of their chart. */
export interface ChartHost extends ReactiveElement {
  readonly label: string;
  readonly xLabel: string;
  readonly lines: readonly ChartLine[];
  readonly data: uPlot.AlignedData;
  readonly xMax: number;
  readonly yRange: YRange;
  readonly overlays: readonly Overlay[];
  readonly measure: (epoch: Epoch) => number | null;
  readonly marks: readonly Mark[];
  /** Little room: something else stands in place of the title. */
  readonly hideTitle: boolean;
  readonly format: (value: number) => string;
  readonly plot: uPlot | null;
  /** The element that holds the plot and has the focus. */
  readonly box: HTMLElement;
  colour(token: string): string;
  /** Draws at once. */
  redraw(): void;
}

/** Zoom, readout, log scale, smoothing, further runs, marks, and saving. */
export interface ChartTools {
  plotted(): Plotted;
  /** Changes the options of a plot that is about to be made. */
  adapt(options: uPlot.Options): void;
  /** The key and the buttons, for the chart's head. */
  head(): TemplateResult;
  /** What lies over or under the plot. */
  body(): TemplateResult;
}
