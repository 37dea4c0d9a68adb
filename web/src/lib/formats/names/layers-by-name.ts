// SPDX-License-Identifier: MIT
// A plain network of another program: its layers in order, and which way its matrices lie.
import { LIMITS } from '../../limits.ts';
import type { LayerNumbers } from '../../snapshot.ts';
import type { OpenedModel, OpenOptions } from '../model.ts';
import { badFile, type Found, type Source } from '../source.ts';
import { columnMajor, type Tensor } from '../tensors.ts';
import { type Group, groupsOf } from './groups.ts';

type Orientation = NonNullable<OpenOptions['orientation']>;

const BOTH: readonly Orientation[] = ['out-in', 'in-out'];

/** Inputs and outputs of a layer. */
function sidesOf({ matrix }: Group, orientation: Orientation): [inputs: number, outputs: number] {
  const [rows = 0, columns = 0] = matrix.shape;
  return orientation === 'out-in' ? [columns, rows] : [rows, columns];
}

/** Whether each layer takes what the one before it gives, and has a bias for each output. */
function isChain(groups: readonly Group[], orientation: Orientation): boolean {
  return groups.every((group, i) => {
    const [inputs, outputs] = sidesOf(group, orientation);
    const before = groups[i - 1];
    const fits = !before || sidesOf(before, orientation)[1] === inputs;
    return fits && (group.vector === null || group.vector.values.length === outputs);
  });
}

/** Looks at no more than this: names that say no order are rare, and networks of them small. */
const MOST_TRIES = 10_000;

/** The only order in which the layers fit each other; null where there is none, or several. */
function chainOf(groups: readonly Group[], orientation: Orientation): Group[] | null {
  const found: Group[][] = [];
  let tries = 0;
  const grow = (chain: Group[]): void => {
    tries += 1;
    if (found.length > 1 || tries > MOST_TRIES) return;
    if (chain.length === groups.length) return void found.push(chain);
    for (const next of groups) {
      if (!chain.includes(next) && isChain([...chain.slice(-1), next], orientation)) {
        grow([...chain, next]);
      }
    }
  };
  grow([]);
  const [only = null] = found;
  return found.length === 1 && tries <= MOST_TRIES ? only : null;
}

function whyNot(groups: readonly Group[]): string {
  const sizes = groups.map(({ stem, matrix }) => `'${stem}' ${matrix.shape.join(' x ')}`);
  return (
    `its layers do not follow one another, whichever way their matrices lie: ${sizes.join(', ')}. ` +
    'Each must take as many numbers as the one before it gives.'
  );
}

/** The groups in their order, and the ways in which they fit. */
function ordered(source: Source, groups: readonly Group[]): [readonly Group[], Orientation[]] {
  const fits = BOTH.filter((orientation) => isChain(groups, orientation));
  if (fits.length > 0) return [groups, fits];
  const chains = BOTH.flatMap((orientation): [Group[], Orientation[]][] => {
    const chain = chainOf(groups, orientation);
    return chain ? [[chain, [orientation]]] : [];
  });
  const [only] = chains;
  if (!only || chains.length > 1) badFile(source, whyNot(groups));
  return only;
}

function layerOf(group: Group, orientation: Orientation): LayerNumbers {
  const { matrix, vector } = group;
  const [inputs, outputs] = sidesOf(group, orientation);
  // Row-major (n_{l-1}, n_l) is column-major (n_l, n_{l-1}) as it is.
  const W = orientation === 'out-in' ? columnMajor(matrix.values, outputs, inputs) : matrix.values;
  return { W, b: vector?.values ?? new Float32Array(outputs) };
}

/** @throws ScratchpadError 'badData' that says which layer is not fully connected, or does not fit */
export function layersByName(
  source: Source,
  tensors: readonly Tensor[],
  options: OpenOptions,
): Found {
  const { groups, convention } = groupsOf(source, tensors);
  if (groups.length >= LIMITS.layers) {
    badFile(source, `it has ${groups.length} layers; at most ${LIMITS.layers - 1} can be opened.`);
  }
  const [chain, fits] = ordered(source, groups);
  const [only, other] = fits;
  const orientation = (other ? (convention ?? options.orientation) : only) ?? 'out-in';
  const assumed: OpenedModel['assumed'][number][] = [];
  if (chain.length > 1 && options.hidden === undefined) assumed.push('hidden');
  if (other && !convention && options.orientation === undefined) assumed.push('orientation');
  if (options.pixels === undefined) assumed.push('pixels');
  const [first] = chain;
  const sides = chain.map((group) => sidesOf(group, orientation));
  return {
    sizes: [first ? (sides[0]?.[0] ?? 0) : 0, ...sides.map(([, outputs]) => outputs)],
    layers: chain.map((group) => layerOf(group, orientation)),
    network: { hidden: options.hidden ?? 'relu' },
    ...(options.pixels && { pixels: options.pixels }),
    assumed,
  };
}
