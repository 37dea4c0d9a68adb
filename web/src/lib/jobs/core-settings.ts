// SPDX-License-Identifier: MIT
// The settings of the library as the core takes them.
import type { MainModule } from '../module.ts';
import type { DescentSettings, MixSettings, NetworkSettings, TrainSettings } from '../settings.ts';
import type * as Wasm from '../wasm/mlp.mjs';
import type { Core } from './core.ts';

export function toCoreNetwork(module: MainModule, network: NetworkSettings): Wasm.NetworkSettings {
  return {
    layers: Uint32Array.from(network.layers),
    hidden: module.Activation[network.hidden],
    output: module.Output[network.output],
    positive: network.positive,
    seed: network.seed,
    initialiser: module.Initialiser[network.initialiser],
    initialScale: network.initialScale,
  };
}

/** How many no's there are for each yes; 1 where one of them is missing. */
function balance({ trainLabels, network }: Core): number {
  const yes = trainLabels[network.positive] ?? 0;
  const all = trainLabels.reduce((sum, count) => sum + count, 0);
  return yes === 0 || yes === all ? 1 : (all - yes) / yes;
}

/** Updates that so many epochs take. */
export function updatesIn(
  core: Core,
  epochs: number,
  { batchSize, otherHands, drawings }: MixSettings & Pick<DescentSettings, 'batchSize'>,
): number {
  const images = core.examples('train');
  const { generated, drawn } = core.module.extrasOf(otherHands, drawings, images);
  const size = batchSize === 'all' || batchSize >= images ? Infinity : batchSize;
  const inEpoch = Math.max(1, Math.ceil((images + generated + drawn) / size));
  // The core counts in 32 bits; no run gets that far.
  return Math.min(Math.round(epochs * inEpoch), 2 ** 31 - 1);
}

/** The settings with 0 for the word 'all', as the core has it. */
type InNumbers<Settings> = {
  readonly [Name in keyof Settings]: Settings[Name] extends number | 'all'
    ? number
    : Settings[Name];
};

/** Which images are trained on: those of the settings that the core asks for. */
export function toCoreSplit(settings: TrainSettings): Wasm.Split {
  const all = Object.entries(settings).map(([name, value]) => [name, value === 'all' ? 0 : value]);
  return Object.fromEntries(all) as InNumbers<TrainSettings>;
}

/** A run, and how far it has come. */
export interface RunSettings {
  readonly settings: TrainSettings;
  /** Updates of the weights before it. */
  readonly firstUpdate: number;
  /** Epochs finished before it. */
  readonly firstEpoch: number;
  /** What it has done itself. */
  readonly updates: number;
  readonly epochs: number;
}

/** @param run the run that the updates belong to; without one the learning rate is constant */
export function toCoreSettings(
  core: Core,
  settings: DescentSettings,
  run?: RunSettings,
): Wasm.TrainingSettings {
  const { module } = core;
  const { batchSize, positiveWeight } = settings;
  const inUpdates = (epochs: number): number => updatesIn(core, epochs, settings);
  const { schedule = 'constant', epochs = 1, warmUp = 0, stepEvery = 1 } = run?.settings ?? {};
  const { updates = 0, epochs: done = 0 } = run ?? {};
  const total = Math.max(1, updates + inUpdates(epochs - done));
  return {
    ...settings, // the core takes those that it knows
    batchSize: batchSize === 'all' ? core.examples('train') : batchSize,
    optimizer: { ...settings, method: module.Method[settings.optimizer] },
    schedule: {
      curve: module.Curve[schedule],
      total,
      warmUp: Math.min(total, inUpdates(warmUp)),
      every: Math.max(1, inUpdates(stepEvery)),
      factor: run?.settings.stepFactor ?? 1,
    },
    firstUpdate: run?.firstUpdate ?? 0,
    positiveWeight: positiveWeight === 'balanced' ? balance(core) : positiveWeight,
    augmentation: settings,
    averaging: module.Averaging[run?.settings.averaging ?? 'none'],
    averagingDecay: run?.settings.averagingDecay ?? 0,
    averagingFrom: run ? run.firstEpoch + Math.floor(run.settings.epochs / 2) : 0,
  };
}
