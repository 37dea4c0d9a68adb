// SPDX-License-Identifier: MIT
// A grid of settings: every combination of a few values of up to three of them.
import { countParameters } from '../../../lib/check-settings.ts';
import { CHOICES, type NetworkSettings } from '../../../lib/settings.ts';
import type { Settings } from '../../model/presets.ts';
import { findProblems } from '../../model/problems.ts';
import { SWEEP } from './texts.ts';

export const MOST_AXES = 3;
export const MOST_RUNS_OF_SWEEP = 48;

export const SWEPT = [
  'learningRate',
  'batchSize',
  'units',
  'dropout',
  'optimizer',
  'seed',
] as const;

export type SweptName = (typeof SWEPT)[number];

/** A setting and its values, as they are typed: with commas. */
export interface Axis {
  readonly name: SweptName;
  readonly text: string;
}

export type SweptValue = number | string;

/** One run of the grid. */
export interface Cell {
  /** One for each axis. */
  readonly values: readonly SweptValue[];
  readonly settings: Settings;
}

export interface Grid {
  readonly axes: readonly Axis[];
  readonly cells: readonly Cell[];
  /** What is wrong, for each axis; '' when nothing is. */
  readonly problems: readonly string[];
}

/**
 * @param base what the axes leave out
 * @param images to train on; null while that is not known
 */
export function makeGrid(axes: readonly Axis[], base: Settings, images: number | null): Grid {
  const lists = axes.map(({ text, name }) => valuesOf(text, name));
  const problems = axes.map((axis, i) => {
    const again = axes.findIndex(({ name }) => name === axis.name) < i;
    return again ? SWEEP.again : problemOf(axis, base, images);
  });
  const combinations = lists.reduce<SweptValue[][]>(
    (before, values) => before.flatMap((some) => values.map((value) => [...some, value])),
    [[]],
  );
  const cells = combinations.map((values): Cell => {
    const settings = values.reduce<Settings>((all, value, i) => {
      const axis = axes[i];
      return axis ? set(all, axis.name, value) : all;
    }, base);
    return { values, settings };
  });
  return { axes, cells: axes.length > 0 ? cells : [], problems };
}

/** What one run costs, in products of a weight and an image; good for comparing. */
export function effortOf({ network, training }: Settings, images: number): number {
  return countParameters(network.layers) * images * training.epochs;
}

const partsOf = (text: string): string[] => text.split(/[,;\s]+/).filter(Boolean);

function valuesOf(text: string, name: SweptName): SweptValue[] {
  return [...new Set(partsOf(text).map((part) => valueOf(part, name)))];
}

function valueOf(part: string, name: SweptName): SweptValue {
  if (name === 'batchSize' && part === 'all') return part;
  if (name !== 'optimizer') return Number(part);
  const known = CHOICES.optimizer.find((one) => one.toLowerCase() === part.toLowerCase());
  return known ?? part;
}

function problemOf({ name, text }: Axis, base: Settings, images: number | null): string {
  const parts = partsOf(text);
  if (parts.length === 0) return SWEEP.noValue;
  if (name === 'units' && base.network.layers.length < 3) return SWEEP.noHidden;
  for (const part of parts) {
    const { network, training } = set(base, name, valueOf(part, name));
    const [problem] = Object.values(findProblems(network, training, images));
    if (problem) return SWEEP.wrong(part, problem);
  }
  return '';
}

function set({ network, training }: Settings, name: SweptName, value: SweptValue): Settings {
  switch (name) {
    case 'units':
      return { network: withUnits(network, Number(value)), training };
    case 'seed':
      return { network: { ...network, seed: Number(value) }, training };
    default:
      return { network, training: { ...training, [name]: value } };
  }
}

function withUnits(network: NetworkSettings, units: number): NetworkSettings {
  return { ...network, layers: network.layers.with(1, units) };
}
