// SPDX-License-Identifier: MIT
import { LabServices } from '../contexts.ts';
import type { ChartHost } from './chart-tools.ts';
import type { Smoothing } from './texts.ts';

/** How a chart is looked at. */
export interface ChartView {
  readonly log: boolean;
  readonly smoothing: Smoothing;
  /** Keys of the lines that are switched off. */
  readonly off: ReadonlySet<string>;
}

const PLAIN: ChartView = { log: false, smoothing: 'off', off: new Set() };

/** By the lab, as long as it lives, and by the chart's label. */
const views = new WeakMap<object, Map<string, ChartView>>();

/** How a chart is looked at: all charts of one label in a lab the same, also those that come later. */
export class KeptView {
  readonly #host: ChartHost;
  readonly #services: LabServices;

  constructor(host: ChartHost) {
    this.#host = host;
    this.#services = new LabServices(host);
  }

  get now(): ChartView {
    return views.get(this.#lab)?.get(this.#host.label) ?? PLAIN;
  }

  change(change: Partial<ChartView>): void {
    const ofLab = views.get(this.#lab) ?? new Map<string, ChartView>();
    views.set(this.#lab, ofLab.set(this.#host.label, { ...this.now, ...change }));
  }

  get #lab(): object {
    return this.#services.maybe ?? this.#host;
  }
}
