// SPDX-License-Identifier: MIT
import { LabServices } from '../contexts.ts';
import type { ChartHost } from './chart-tools.ts';
import type { Smoothing } from './texts.ts';

/** How a chart is looked at. */
export interface Look {
  readonly log: boolean;
  readonly smoothing: Smoothing;
  /** Keys of the lines that are switched off. */
  readonly off: ReadonlySet<string>;
}

const PLAIN: Look = { log: false, smoothing: 'off', off: new Set() };

/** By the lab, as long as it lives, and by the chart's label. */
const looks = new WeakMap<object, Map<string, Look>>();

/** How a chart is looked at: all charts of one label in a lab the same, also those that come later. */
export class KeptLook {
  readonly #host: ChartHost;
  readonly #services: LabServices;

  constructor(host: ChartHost) {
    this.#host = host;
    this.#services = new LabServices(host);
  }

  get now(): Look {
    return looks.get(this.#lab)?.get(this.#host.label) ?? PLAIN;
  }

  change(change: Partial<Look>): void {
    const ofLab = looks.get(this.#lab) ?? new Map<string, Look>();
    looks.set(this.#lab, ofLab.set(this.#host.label, { ...this.now, ...change }));
  }

  get #lab(): object {
    return this.#services.maybe ?? this.#host;
  }
}
