// SPDX-License-Identifier: MIT
// The formulas of each step with the places of their code, in the order in which they stand there.
import type { Sides } from '../model/data-look.ts';
import type { Initialiser, NetworkSettings } from '../../lib/settings.ts';
import * as f from './formulas.ts';
import type { ShownCode } from './notes-state.ts';
import type { Stop } from './stops.ts';

export type Scheme = Exclude<Initialiser, 'notes'>;

const isMnistSize = ({ width, height }: Sides): boolean => width === 28 && height === 28;

export const reshapeFormulas = ({ output }: NetworkSettings, sides: Sides): ShownCode[] => {
  const [shapes = '', pixels = ''] = isMnistSize(sides) ? f.RESHAPE : f.RESHAPE_OTHERS;
  return [
    { compiled: shapes, key: 'X' },
    { compiled: pixels, key: 'X' },
    { compiled: f.LABELS[output], key: `Y ${output}` },
  ];
};

/** What each of layers 1 ... L was drawn by. */
export function schemesOf({ initialiser, hidden }: NetworkSettings, L: number): Scheme[] {
  const kin = hidden === 'relu' || hidden === 'leakyRelu' || hidden === 'gelu';
  return Array.from({ length: L }, (_, i) => {
    if (initialiser !== 'notes') return initialiser;
    return kin && i + 1 < L ? 'he' : 'xavier';
  });
}

export const initialiseFormulas = (network: NetworkSettings, L: number): ShownCode[] =>
  [...new Set(schemesOf(network, L))].map((scheme) => ({
    compiled: f.INITIALISE[scheme],
    key: `first W ${scheme}`,
  }));

export const forwardFormulas = (
  { hidden, output }: NetworkSettings,
  l: number,
  L: number,
): ShownCode[] => [
  { compiled: l === 1 ? f.FORWARD_FIRST : f.FORWARD, key: 'Z' },
  ...(l < L
    ? ([
        { compiled: f.ACTIVATE_ANY, key: 'A' },
        { compiled: f.ACTIVATE[hidden], key: `g ${hidden}` },
      ] as const)
    : ([{ compiled: f.ANSWER[output], key: `A_L ${output}` }] as const)),
];

export const costFormula = ({ output }: NetworkSettings): ShownCode => ({
  compiled: f.COST[output],
  key: 'J',
});

export const fusedFormula = ({ output }: NetworkSettings): ShownCode => ({
  compiled: f.FUSED[output],
  key: `J ${output}`,
});

/** dL/dA_L, dA_L/dZ_L and what both make; dZ_L/dW_L is A_{L-1}. */
export const chainFormulas = ({ output }: NetworkSettings) =>
  ({
    dA: { compiled: f.CHAIN_A[output], key: `dA_L ${output}` },
    slope: { compiled: f.CHAIN_Z[output], key: "g'(Z_L)" },
    product: { compiled: f.CHAIN_PRODUCT[output], key: `dA_L g' ${output}` },
    short: { compiled: f.BACKWARD_LAST, key: 'dZ_L' },
  }) as const;

export const throughActivation = ({ hidden }: NetworkSettings): ShownCode[] => [
  { compiled: f.BACKWARD_HIDDEN, key: 'dZ' },
  { compiled: f.SLOPE[hidden], key: `g' ${hidden}` },
];

/** dW_l and db_l, and what goes on to the layer before. */
export const gradientFormulas = (l: number): ShownCode[] => {
  const [dW = '', db = ''] = f.BACKWARD_WEIGHTS;
  return [
    { compiled: dW, key: 'dW' },
    { compiled: db, key: 'db' },
    ...(l > 1 ? [{ compiled: f.BACKWARD_BEFORE, key: 'dA' } as const] : []),
  ];
};

export const updateFormulas = (): ShownCode[] => {
  const [W = '', b = ''] = f.UPDATE;
  return [
    { compiled: W, key: 'W' },
    { compiled: b, key: 'b' },
  ];
};

export const predictFormula = ({ output }: NetworkSettings): ShownCode => ({
  compiled: f.PREDICT[output],
  key: `predict ${output}`,
});

/** The formula whose code is shown first at a stop, while the code stays open. */
export function firstFormula(
  { step, layer }: Stop,
  network: NetworkSettings,
  L: number,
  sides: Sides,
): ShownCode {
  const l = layer ?? 1;
  const last = chainFormulas(network).dA;
  switch (step) {
    case 'reshape':
      return reshapeFormulas(network, sides)[0] ?? last;
    case 'initialise':
      return initialiseFormulas(network, L)[0] ?? last;
    case 'forward':
      return forwardFormulas(network, l, L)[0] ?? last;
    case 'cost':
      return costFormula(network);
    case 'backward':
      return l === L ? last : (throughActivation(network)[0] ?? last);
    case 'update':
      return updateFormulas()[0] ?? last;
    case 'predict':
      return predictFormula(network);
  }
}
