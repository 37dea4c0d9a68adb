// SPDX-License-Identifier: MIT
// Which matrix goes with which vector, by how programs name them.
import { LIMITS } from '../../limits.ts';
import { badFile, type Source } from '../source.ts';
import type { Tensor } from '../tensors.ts';
import { naturally } from './natural-order.ts';

/** The tensors of a fully connected layer; without a bias it is 0. */
export interface Group {
  readonly stem: string;
  readonly matrix: Tensor;
  readonly vector: Tensor | null;
}

/** How the names of a file say which way its matrices lie. */
export type Convention = 'out-in' | 'in-out' | null;

/** A matrix and a vector for each layer. */
const MOST_TENSORS = 2 * (LIMITS.layers - 1);

type Part = 'weight' | 'bias';

interface Named {
  readonly stem: string;
  readonly part: Part;
  readonly convention: Convention;
}

/** PyTorch: 'model.0.weight'; Keras: 'dense_1/kernel:0', and 'layers/dense/vars/0' of its files. */
const SUFFIXES: readonly [RegExp, Part, Convention][] = [
  [/[./]?weight$/i, 'weight', 'out-in'],
  [/[./]?kernel(:\d+)?$/i, 'weight', 'in-out'],
  [/[./]?bias(:\d+)?$/i, 'bias', null],
  [/\/vars\/0$/, 'weight', 'in-out'],
  [/\/vars\/1$/, 'bias', null],
];

/** By hand: 'W1' and 'b1', 'weights_2', 'coef0': they say nothing of which way. */
const NUMBERED = /^(.*?)(weights?|kernel|coefs?|w|bias(?:es)?|intercepts?|b)[_.]?(\d+)$/i;

function named(name: string): Named | null {
  for (const [suffix, part, convention] of SUFFIXES) {
    if (suffix.test(name)) return { stem: name.replace(suffix, ''), part, convention };
  }
  const [, prefix = '', word = '', number = ''] = NUMBERED.exec(name) ?? [];
  if (number === '') return null;
  const part = /^[bi]/i.test(word) ? 'bias' : 'weight';
  return { stem: `${prefix}${number}`, part, convention: null };
}

/** What a layer is that is not fully connected, by the tensors that tell it; null: nothing tells. */
function kindOf({ name, shape }: Tensor): string | null {
  if (/running_(mean|var)|num_batches_tracked|moving_(mean|variance)|gamma|beta$/.test(name)) {
    return 'a normalisation';
  }
  if (/weight_(ih|hh)|recurrent_kernel|lstm|gru/i.test(name)) return 'a recurrent layer';
  if (/embedding/i.test(name)) return 'an embedding';
  if (/attn|attention|q_proj|k_proj/i.test(name)) return 'an attention';
  return shape.length > 2 ? 'a convolution' : null;
}

/** 'arr_0', 'arr_1' ... of numpy.savez(file, *arrays): a matrix, and its vector behind it. */
function positional(source: Source, tensors: readonly Tensor[]): Group[] {
  const sorted = tensors.toSorted((a, b) => naturally(a.name, b.name));
  const groups: Group[] = [];
  for (const tensor of sorted) {
    const last = groups.at(-1);
    if (tensor.shape.length === 2) groups.push({ stem: tensor.name, matrix: tensor, vector: null });
    else if (last?.vector === null) groups[groups.length - 1] = { ...last, vector: tensor };
    else unpaired(source, tensor);
  }
  return groups;
}

const unpaired = (source: Source, { name }: Tensor): never =>
  badFile(source, `'${name}' is a vector that belongs to no matrix, by its name and by its place.`);

/** @throws ScratchpadError 'badData' that names the layer that is not fully connected, and why */
function mustBeDense(source: Source, tensors: readonly Tensor[], stems: readonly string[]): void {
  tensors.forEach((tensor, i) => {
    const { name, shape } = tensor;
    const kind = kindOf(tensor);
    if (kind === null && (shape.length === 1 || shape.length === 2)) return;
    const layer = [...new Set(stems)].indexOf(stems[i] ?? '') + 1;
    const dimensions = `${shape.length}-dimensional`;
    badFile(
      source,
      `layer ${layer} is ${kind ?? 'none that is known here'} (${dimensions} '${name}', ` +
        `${shape.join(' x ') || 'one number'}); only fully connected layers can be opened.`,
    );
  });
}

function conventionOf(names: readonly (Named | null)[]): Convention {
  const said = new Set(names.map((name) => name?.convention).filter(Boolean));
  return said.size === 1 ? ([...said][0] ?? null) : null;
}

/**
 * The fully connected layers of a file, in the natural order of their names.
 * @throws ScratchpadError 'badData' when there is something else in it
 */
export function groupsOf(
  source: Source,
  tensors: readonly Tensor[],
): { groups: Group[]; convention: Convention } {
  if (tensors.length === 0) badFile(source, 'there are no weights in it.');
  const sorted = tensors.toSorted((a, b) => naturally(a.name, b.name));
  const names = sorted.map(({ name }) => named(name));
  const stems = sorted.map(({ name }, i) => names[i]?.stem ?? name);
  mustBeDense(source, sorted, stems);
  if (tensors.length > MOST_TENSORS) {
    badFile(
      source,
      `it has ${tensors.length} tensors; networks here have at most ${MOST_TENSORS}.`,
    );
  }
  if (names.includes(null)) return { groups: positional(source, tensors), convention: null };
  const groups = [...new Set(stems)].sort(naturally).map((stem): Group => {
    const own = sorted.filter((_, i) => stems[i] === stem);
    const [matrix, second] = own.filter(({ shape }) => shape.length === 2);
    const [vector = null, odd] = own.filter(({ shape }) => shape.length === 1);
    if (!matrix) {
      const what = `layer '${stem}' has no matrix of weights (only '${own[0]?.name ?? ''}')`;
      badFile(source, `${what}: a normalisation? Only fully connected layers can be opened.`);
    }
    const extra = second ?? odd;
    if (extra) badFile(source, `layer '${stem}' has '${extra.name}' beside its matrix and vector.`);
    return { stem, matrix, vector };
  });
  return { groups, convention: conventionOf(names) };
}
