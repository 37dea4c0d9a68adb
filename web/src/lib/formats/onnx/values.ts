// SPDX-License-Identifier: MIT
// What stands on the edges of a graph, as far as a plain network has need of it.
import type { Constant } from './graph.ts';
import type { Values } from './functions.ts';
import type { LayerNumbers } from '../../snapshot.ts';

/** A layer with all that is before it: Z_l, or the input where `layer` is null. */
export interface Stage {
  /** l; 0: the input. */
  readonly number: number;
  readonly before: Signal | null;
  /** In the layout of snapshots. */
  readonly layer: LayerNumbers | null;
}

/** A function of Z_l, number by number. */
export interface Signal {
  readonly kind: 'signal';
  readonly stage: Stage;
  readonly values: Values;
}

export type Value =
  | Signal
  | { readonly kind: 'constant'; readonly constant: Constant }
  /** softmax(Z_L) */
  | { readonly kind: 'softmax'; readonly of: Signal }
  /** Sizes, and what is made of them. */
  | { readonly kind: 'sizes' }
  /** What a plain network has not: it is refused where it leads to the answers. */
  | { readonly kind: 'odd'; readonly why: string };

export const odd = (why: string): Value => ({ kind: 'odd', why });

/** n_l; 0 where it is not known yet, as of the input. */
export const unitsOf = ({ layer }: Stage): number => layer?.b.length ?? 0;
