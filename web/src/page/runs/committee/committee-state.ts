// SPDX-License-Identifier: MIT
import { teller } from '../../model/events.ts';
import type { Copies } from '../../../lib/results.ts';
import type { Member } from './members.ts';
import type { AnsweredPart, Figure } from './figure.ts';
import type { Turned } from './turned.ts';

/** Some networks, and copies of each image, that answer together. */
export interface Group {
  readonly members: readonly Member[];
  readonly copies: Copies;
}

export interface CommitteeState {
  readonly part: AnsweredPart;
  readonly copies: Copies;
  /** All that could answer, and those that could not. */
  readonly members: readonly Member[];
  /** The ids of those that are to answer. */
  readonly chosen: readonly string[];
  /** Whether there are such images. */
  readonly canTest: boolean;
  readonly canValidate: boolean;
  /** Only square images can be moved. */
  readonly canShift: boolean;
  /** What is known by now, by keyOf(). */
  readonly figures: ReadonlyMap<string, Figure>;
  readonly turned: ReadonlyMap<string, Turned>;
  /** 0 ... 1 while they answer. */
  readonly progress: number | null;
  /** Why they cannot; '' when they can. */
  readonly locked: string;
  /** What became of the last asking, where there are no figures. */
  readonly outcome: string;
}

export const NO_COMMITTEE: CommitteeState = {
  part: 'test',
  copies: 5,
  members: [],
  chosen: [],
  canTest: false,
  canValidate: false,
  canShift: true,
  figures: new Map(),
  turned: new Map(),
  progress: null,
  locked: '',
  outcome: '',
};

/** By which the figures of a group are found. */
export function keyOf(part: AnsweredPart, { members, copies }: Group): string {
  return [part, copies, ...members.map(({ id }) => id)].join(' ');
}

export const chosenOf = ({ members, chosen }: CommitteeState): Member[] =>
  members.filter(({ id }) => chosen.includes(id));

/** What is answered: each network alone, all together, and all with copies of each image. */
export function groupsOf(members: readonly Member[], copies: Copies): Group[] {
  return [
    ...members.map((member): Group => ({ members: [member], copies: 1 })),
    ...(members.length > 1 ? [{ members, copies: 1 } as const] : []),
    ...(copies > 1 ? [{ members, copies }] : []),
  ];
}

/** What its components tell the panel. */
export interface CommitteeEvents {
  'committee-part': AnsweredPart;
  'committee-copies': Copies;
  'committee-member': { readonly id: string; readonly on: boolean };
}

export type CommitteeEvent<Name extends keyof CommitteeEvents> = CustomEvent<CommitteeEvents[Name]>;

export const tellCommittee = teller<CommitteeEvents>();
